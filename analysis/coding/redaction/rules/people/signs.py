"""What makes a word the name of a person: a title, a role, a list, a capital, what follows."""

from analysis.coding.redaction.lexicon import (
    ABSTRACT,
    CAPITAL,
    DOES,
    DONE_TO,
    FORMAL,
    GIVEN,
    HEAD,
    ILLNESS,
    INTRODUCES,
    IS,
    KEPT,
    KIN,
    KINS,
    LETTER,
    MIXED,
    MODAL,
    MONTH,
    NAMELY,
    NOT_NAME,
    NUMBER,
    PARTICLE,
    PASSES,
    PLACE,
    POSSESSIVE,
    ROLE,
    START,
    STATE,
    SURE_TITLE,
    SURNAME,
    TAKEN,
    THANKED,
    TIME,
    TITLE,
    UNLISTED,
    UPPER,
    WORD,
)
from analysis.coding.redaction.rules.people.initials import VERB, is_initial
from analysis.coding.redaction.rules.people.strangers import is_beside_people, is_stranger, unknown
from analysis.coding.redaction.shapes import ordinary, unlisted_place
from analysis.coding.redaction.tokens import Tokens

ARTICLES = frozenset(("the", "a", "an", "no", "some", "any", "this", "such"))
BEFORE_CLAUSES = frozenset(
    ("my", "our", "if", "when", "that", "because", "cos", "and", "but", "told", "asked", "why")
)
OWNERS = frozenset(("my", "our", "his", "her", "their", "the", "a", "your", "and"))
NAMING = frozenset(
    (
        ("name", "is"),
        ("name", "was"),
        ("known", "as"),
        ("goes", "by"),
        ("call", "him"),
        ("call", "her"),
        ("call", "them"),
        ("called", "him"),
        ("called", "her"),
        ("calls", "him"),
        ("calls", "her"),
        ("little", "one"),
    )
)


def name_kind(tokens: Tokens, place: int, english: bool) -> str:
    """Return the kind of name that begins with this word, or ""."""
    mark = tokens.marks[place]
    if mark & (TAKEN | NUMBER) or tokens.joined(place + 1) & ILLNESS:
        return ""
    if mark & LETTER:
        return "person" if is_initial(tokens, place, tokens.before(place)) else ""
    if _led_to(tokens, place) or _listed(tokens, place):
        return "person"
    if english and is_stranger(tokens, place):
        return "school" if unlisted_place(mark, tokens.low[place]) else "person"
    return ""


def _led_to(tokens: Tokens, place: int) -> bool:
    """Return whether the words before make this one a name."""
    before = tokens.before(place)
    if before & TITLE and _after_title(tokens, place):
        return True
    if before & (KIN | ROLE) and _after_role(tokens, place):
        return True
    return bool(before) and _introduced(tokens, place)


def _listed(tokens: Tokens, place: int) -> bool:
    """Return whether a listed given name is one here."""
    mark = tokens.marks[place]
    if not mark & CAPITAL and mark & NAMELY and tokens.before(place) & THANKED:
        return True
    if mark & WORD:
        return bool(mark & GIVEN and not mark & KEPT) and _also_a_word(tokens, place)
    return bool(mark & GIVEN and not mark & KEPT) and _given(tokens, place)


def _after_title(tokens: Tokens, place: int) -> bool:
    """Return whether the word after "Mrs" or "uncle" is a name."""
    mark, title = tokens.marks[place], tokens.marks[place - 1]
    if (mark & (NOT_NAME | KEPT | UPPER) and not mark & (GIVEN | SURNAME)) or title & POSSESSIVE:
        return False
    if not mark & CAPITAL:
        if mark & PARTICLE and title & SURE_TITLE:
            return True
        if mark & WORD:
            sure = title & SURE_TITLE or tokens.before(place - 1) & (ROLE | KIN)
            return bool(mark & (SURNAME | GIVEN) and not mark & (MODAL | VERB | NOT_NAME) and sure)
        sure = title & SURE_TITLE and mark & UNLISTED
        formal = title & FORMAL and mark & UNLISTED and not ordinary(tokens.low[place])
        return bool(mark & GIVEN or sure or formal) or unknown(tokens, place)
    if title & SURE_TITLE or (tokens.low[place - 1] == "miss" and title & CAPITAL):
        dotted = tokens.text[tokens.end[place - 1]] == "." and not title & CAPITAL
        return not mark & NOT_NAME and not (dotted and mark & WORD and not mark & SURNAME)
    return not mark & (ROLE | HEAD) and bool(mark & (SURNAME | GIVEN) or not mark & WORD)


def _given(tokens: Tokens, place: int) -> bool:
    """Return whether a listed given name, which is no other word, is a name as it stands."""
    mark, low = tokens.marks[place], tokens.low[place]
    if mark & UPPER:
        return len(low) > 2 or low[-1] == "j" or bool(tokens.before(place) & (KIN | TITLE))
    return (bool(mark & CAPITAL) or len(low) > 2) and tokens.word(place + 1) != "ward"


def _after_role(tokens: Tokens, place: int) -> bool:
    """Return whether the word after "my son" or "his TA" is a name."""
    mark = tokens.marks[place]
    if tokens.marks[place - 1] & POSSESSIVE or mark & PLACE:
        return False
    if mark & (UPPER | MIXED):
        return bool(mark & GIVEN)
    if mark & CAPITAL:
        return bool(mark & GIVEN) or not mark & (WORD | KEPT)
    after = tokens.joined(place + 1)
    if mark & WORD:
        free = not after or after & (NOT_NAME | VERB)
        if mark & MODAL:
            free = after & (IS | STATE)
        return bool(mark & GIVEN and free and tokens.word(place - 2) in OWNERS)
    owned = tokens.word(place - 2) in OWNERS
    return owned and (unknown(tokens, place) or is_beside_people(tokens, place))


def _introduced(tokens: Tokens, place: int) -> bool:
    """Return whether the word after "called" or "her name is" is a name."""
    mark = tokens.marks[place]
    naming = (tokens.word(place - 2), tokens.word(place - 1)) in NAMING
    if (not naming and not tokens.before(place) & INTRODUCES) or mark & (KEPT | UPPER | START):
        return False
    if mark & CAPITAL:
        alone = naming and not tokens.joined(place + 1) & CAPITAL
        return bool(alone or mark & GIVEN or not mark & WORD)
    who = naming or tokens.mark(place - 2) & (KIN | KINS | ROLE)
    if mark & WORD:
        return bool(mark & GIVEN and who and not mark & MODAL)
    return bool(who) and unknown(tokens, place)


def _also_a_word(tokens: Tokens, place: int) -> bool:
    """Return whether "Will", "May" or "Rose" is a name here, by its capital and surroundings."""
    mark, after = tokens.marks[place], tokens.joined(place + 1)
    if tokens.word(place + 1) == "who" or (mark & START and _from_somewhere(tokens, place)):
        return True
    led = mark & START or tokens.word(place - 1) in BEFORE_CLAUSES
    says = after & (VERB if mark & START else IS | STATE)
    if mark & NAMELY and (mark & POSSESSIVE or (led and says)):
        return True
    alike = mark & CAPITAL == after & CAPITAL and (mark & CAPITAL or not mark & MODAL)
    if after & SURNAME and not after & (WORD | KEPT) and alike:
        return True
    if not mark & CAPITAL or after & NUMBER:
        return False
    acts = after & (DOES | STATE) and not after & IS
    acts = acts or (after & IS and _is_spoken_of(tokens, place + 2))
    if mark & MONTH:
        return bool(acts and not after & PASSES and not tokens.mark(place - 1) & TIME)
    if not mark & START:
        return tokens.word(place - 1) not in ARTICLES
    if mark & ABSTRACT:
        return bool(acts or mark & POSSESSIVE) or _with_another(tokens, place)
    return bool(mark & POSSESSIVE or after & VERB) or _with_another(tokens, place)


def _is_spoken_of(tokens: Tokens, place: int) -> bool:
    """Return whether what follows "is" is said of people alone: "been asked", "8 and"."""
    place += tokens.word(place) in ("been", "being", "not", "so", "very")
    age = tokens.joined(place) & NUMBER and len(tokens.low[place]) < 3
    return bool(tokens.joined(place) & DONE_TO or (age and not tokens.marks[place - 2] & MONTH))


def _from_somewhere(tokens: Tokens, place: int) -> bool:
    """Return whether "from the" or the like follows."""
    return tokens.word(place + 1) == "from" and tokens.word(place + 2) in OWNERS


def _with_another(tokens: Tokens, place: int) -> bool:
    """Return whether "and" and a listed name in capitals follow."""
    other = tokens.mark(place + 2)
    joined = tokens.word(place + 1) in ("and", "&") and other & CAPITAL
    return bool(joined and other & GIVEN and not other & MONTH)
