"""Words that no list holds: their look and their place tell names from slips of the pen."""

from analysis.coding.redaction.lexicon import (
    BODY,
    CAPITAL,
    GIVEN,
    HEAD,
    ILLNESS,
    KEPT,
    KIN,
    KINS,
    LISTED,
    MEETS,
    MIXED,
    NOT_NAME,
    NUMBER,
    PLACE,
    POSSESSIVE,
    ROLE,
    SPEAKS,
    START,
    SURNAME,
    TAKEN,
    THINGS,
    UPPER,
    WORD,
)
from analysis.coding.redaction.rules.people.initials import VERB
from analysis.coding.redaction.shapes import (
    compound,
    misspelt,
    ordinary,
    suffixed,
    surely_a_place,
    unlisted_place,
)
from analysis.coding.redaction.tokens import Tokens

AFTER_PEOPLE = frozenset(
    (
        "n",
        "and",
        "but",
        "cos",
        "when",
        "while",
        "who",
        "then",
        "at",
        "in",
        "on",
        "x",
        "about",
        "what",
        "why",
        "how",
        "if",
    )
)
CLAUSES = frozenset(("when", "because", "cos", "then", "that", "if"))
# What else says and does in these texts, so that one letter off it is no name.
SPEAKERS = NOT_NAME | KIN | KINS | ROLE | HEAD | BODY
FAMILY = frozenset(("family", "families", "household", "boys", "girls", "children", "twins"))
# Verbs misspelt end so: "my son strugled", "my daughter neds", "his teacher sugest".
VERB_ENDINGS = frozenset("dgst")


def is_stranger(tokens: Tokens, place: int) -> bool:
    """Return whether a word in no list of ordinary words stands where a name does."""
    mark = tokens.marks[place]
    if mark & (LISTED & ~SURNAME | UPPER | MIXED):
        return is_beside_people(tokens, place)
    if mark & CAPITAL:
        return _in_capitals(tokens, place)
    if tokens.before(place) & THINGS:
        return False
    return unknown(tokens, place) or is_beside_people(tokens, place)


def unknown(tokens: Tokens, place: int) -> bool:
    """Return whether a word in small letters is a surname, or in no list and not misspelt."""
    mark, low = tokens.marks[place], tokens.low[place]
    if mark & (LISTED & ~SURNAME | NUMBER | UPPER | MIXED | TAKEN):
        return False
    if mark & SURNAME:
        return True
    if surely_a_place(low) and not misspelt(low):
        return True
    return (len(low) > 3 or not low.isascii()) and not (compound(low) or ordinary(low))


def is_beside_people(tokens: Tokens, place: int) -> bool:
    """Return whether a short word, or one letter off a word, stands for a person: "wiv kc n"."""
    mark, low = tokens.marks[place], tokens.low[place]
    if mark & (LISTED & ~(GIVEN | SURNAME) | NUMBER | CAPITAL | UPPER | MIXED | TAKEN):
        return False
    after, short = tokens.joined(place + 1), len(low) < 4
    if len(low) < 2 or not low.isalpha() or suffixed(low) or compound(low):
        return False
    if mark & START and after & VERB:
        return short or not misspelt(low) & SPEAKERS
    if not (after & (VERB | NOT_NAME) or not after or tokens.word(place + 1) in AFTER_PEOPLE):
        return False
    if tokens.before(place) & (KIN | ROLE):
        return short or low[-1] not in VERB_ENDINGS
    return bool(tokens.before(place)) and _beside(tokens, place)


def _beside(tokens: Tokens, place: int) -> bool:
    """Return whether the words before lead to a person: "spoke to", "ask", "Ann and"."""
    before, earlier = tokens.word(place - 1), tokens.mark(place - 2)
    if before in CLAUSES and tokens.joined(place + 1) & VERB:
        return not misspelt(tokens.low[place]) & SPEAKERS
    if before == "to":
        return bool(earlier & SPEAKS)
    if before in ("and", "n", "or"):
        return bool(earlier & TAKEN)
    return bool(tokens.mark(place - 1) & MEETS)


def _in_capitals(tokens: Tokens, place: int) -> bool:
    """Return whether a word with a capital, which no list holds, is a name."""
    mark, low = tokens.marks[place], tokens.low[place]
    after, before = tokens.joined(place + 1), tokens.word(place - 1)
    if len(low) < 2 or tokens.joined(place + 2) & ILLNESS or after & BODY:
        return False
    if mark & START:
        return _begins_with_a_name(tokens, place)
    thing = before == "the" and after & WORD and not after & (VERB | NOT_NAME)
    thing = thing and not mark & SURNAME and tokens.word(place + 1) not in FAMILY
    if before in ("a", "an") or thing or (before == "the" and ordinary(low)):
        return False
    return bool(mark & SURNAME) or not suffixed(low)


def _begins_with_a_name(tokens: Tokens, place: int) -> bool:
    """Return whether a sentence begins with a name, and not with a word that no list holds."""
    mark, low, after = tokens.marks[place], tokens.low[place], tokens.joined(place + 1)
    if mark & SURNAME or not (compound(low) or ordinary(low)) or _with_another(tokens, place):
        return True
    named = after & CAPITAL and not after & (WORD | KEPT) and (after | mark) & (SURNAME | GIVEN)
    acts = after & VERB and not misspelt(low) & SPEAKERS
    return bool(named or acts or mark & POSSESSIVE or unlisted_place(mark, low))


def _with_another(tokens: Tokens, place: int) -> bool:
    """Return whether the next word, after a comma or "and", is a name too: "Jas, Vik and"."""
    ahead = place + 2 if tokens.word(place + 1) in ("and", "&") else place + 1
    other = tokens.mark(ahead)
    return bool(other & CAPITAL and not other & (WORD | KEPT | PLACE | START | UPPER))
