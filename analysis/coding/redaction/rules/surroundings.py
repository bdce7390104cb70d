"""Names of settings that show by what surrounds them: "House" after, "at" or "attends" before."""

from analysis.coding.redaction.lexicon import (
    ATTENDS,
    BODY,
    CAPITAL,
    FIRM,
    GIVEN,
    GOES,
    HEAD,
    HOUSE,
    KEPT,
    KIN,
    LISTED,
    LIVES,
    NEVER,
    NUMBER,
    PLACE,
    POSSESSIVE,
    ROLE,
    SETTING,
    START,
    STREET,
    SURNAME,
    TAKEN,
    TITLE,
    TOWARDS,
    TREES,
    UNLISTED,
    WAY,
    WORD,
)
from analysis.coding.redaction.rules.known import through_heads
from analysis.coding.redaction.rules.people.initials import VERB
from analysis.coding.redaction.shapes import ordinary, unlisted_place
from analysis.coding.redaction.tokens import Tokens

# "At church hall" and "to village hall" are of every town.
COMMON = frozenset(
    ("church", "village", "school", "garden", "old", "new", "little", "high", "royal")
)


LEADS_TO = frozenset(
    ("at", "from", "to", "named", "with", "and", "n", "find", "found", "near", "called", "left")
)


def by_what_surrounds_it(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of a name before "House" or after "at"."""
    mark = tokens.marks[place]
    if mark & HOUSE and (reach := _before_house(tokens, place)):
        return reach
    if tokens.low[place] == "the" and _spoken_of(tokens, place + 1):
        return place, through_heads(tokens, place + 1)
    if mark & TREES and not mark & TAKEN:
        return place, through_heads(tokens, place)
    if mark & GOES and (_in_small_letters(tokens, place + 1) or _sounds(tokens, place + 1)):
        return place + 1, through_heads(tokens, place + 1)
    if mark & ATTENDS or (mark & TOWARDS and _on_the_way(tokens, place)):
        return _after_attending(tokens, place + 1)
    return None


def _spoken_of(tokens: Tokens, place: int) -> bool:
    """Return whether a setting's word in capitals stands alone or does what people do.

    "The Orchard said no"; "a week at the Larches".
    """
    mark, after = tokens.joined(place), tokens.joined(place + 1)
    if mark & TREES:
        return True
    named = mark & CAPITAL and mark & SETTING and not mark & (KEPT | HEAD)
    several = tokens.word(place).endswith("s")
    return bool(named and not after & CAPITAL and (after & VERB or several))


def _in_small_letters(tokens: Tokens, place: int) -> bool:
    """Return whether a word that only names settings stands here: "he goes riverside"."""
    mark = tokens.joined(place)
    return bool(mark & SETTING and not mark & (WORD | GIVEN | SURNAME | STREET))


def _sounds(tokens: Tokens, place: int) -> bool:
    """Return whether a word in small letters, which no list holds, sounds like a setting's name."""
    mark, low = tokens.joined(place), tokens.word(place)
    return mark == UNLISTED and unlisted_place(mark, low) and not ordinary(low)


def _before_house(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "Marlpit House" and its like, where no number makes it an address."""
    mark, name = tokens.marks[place], tokens.before(place)
    if not mark & HOUSE or not name or tokens.mark(place - 2) & NUMBER or mark & POSSESSIVE:
        return None
    if (
        tokens.mark(place + 1) & tokens.joined(place + 2) & CAPITAL
        and not tokens.mark(place + 1) & TITLE
    ):
        return None
    if mark & (STREET | WAY) and not tokens.mark(place - 2) & ATTENDS:
        return None
    if name & (TAKEN | NEVER | KEPT | KIN | ROLE | NUMBER) and not name & SETTING:
        return None
    own = name & SETTING or not name & WORD
    whose = name & POSSESSIVE and not tokens.mark(place - 2) & ATTENDS
    if mark & CAPITAL and name & CAPITAL and own and not whose:
        return place - 1, through_heads(tokens, place)
    if not mark & CAPITAL and name & SETTING and _where(tokens, place):
        return place - 1, through_heads(tokens, place)
    low = tokens.low[place - 1]
    unknown = not name & (LISTED | CAPITAL | SETTING) and len(low) > 4
    if (
        unknown
        and tokens.low[place] in ("house", "lodge", "manor", "grange", "centre")
        and not ordinary(low)
    ):
        return place - 1, through_heads(tokens, place)
    return None


def _where(tokens: Tokens, place: int) -> bool:
    """Return whether "at", or a verb after, makes a setting of "oak lodge" in small letters."""
    led = tokens.word(place - 2) in LEADS_TO
    alone = led and tokens.joined(place - 1) and not tokens.joined(place + 1) & WORD
    starts = tokens.mark(place - 1) & START and tokens.joined(place + 1) & VERB
    return bool(tokens.low[place - 1] not in COMMON and (alone or starts))


def _on_the_way(tokens: Tokens, place: int) -> bool:
    """Return whether "to" or "from" follows a word like "moved"."""
    return bool((tokens.mark(place - 1) | tokens.mark(place - 2)) & GOES)


def _after_attending(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the reach of the name after "at" or "attends"."""
    last = first - 1
    while last - first < 3 and _attended(tokens, last + 1):
        last += 1
    if last < first and _in_small_letters(tokens, first):
        return first, through_heads(tokens, first)
    if last < first:
        return (first, through_heads(tokens, first)) if _sounds(tokens, first) else None
    marks = tokens.marks[first : last + 1]
    if tokens.joined(last + 1) & FIRM and tokens.joined(last + 1) & CAPITAL:
        return None
    if marks[-1] & (POSSESSIVE | STREET) or tokens.joined(last + 1) & (STREET | BODY):
        return None
    if (marks[0] & GIVEN and not marks[0] & SETTING) or all(
        mark & (NEVER | LIVES) for mark in marks
    ):
        return None
    return first, through_heads(tokens, last)


def _attended(tokens: Tokens, place: int) -> bool:
    """Return whether a word in capitals after "at" can be a setting's name."""
    mark = tokens.joined(place)
    if not mark & CAPITAL or mark & (KEPT | KIN | ROLE | HEAD | PLACE | TAKEN):
        return False
    return bool(mark & SETTING or not mark & WORD)
