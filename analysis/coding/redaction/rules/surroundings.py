"""Names of settings that show by what surrounds them: "House" after, "at" or "attends" before."""

from analysis.coding.redaction.lexicon import (
    ATTENDS,
    BODY,
    CAPITAL,
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
    STREET,
    TAKEN,
    TOWARDS,
    UNLISTED,
    UPPER,
    WAY,
    WORD,
)
from analysis.coding.redaction.rules.known import through_heads
from analysis.coding.redaction.tokens import Tokens, ordinary, unlisted_place


def by_what_surrounds_it(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of a name before "House" or after "at"."""
    mark = tokens.marks[place]
    if mark & HOUSE:
        return _before_house(tokens, place)
    if mark & ATTENDS or (mark & TOWARDS and _on_the_way(tokens, place)):
        return _after_attending(tokens, place + 1)
    return None


def _before_house(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "Marlpit House" and its like, where no number makes it an address."""
    mark, name = tokens.marks[place], tokens.before(place)
    if not mark & HOUSE or not name or tokens.mark(place - 2) & NUMBER or mark & POSSESSIVE:
        return None
    if mark & (STREET | WAY) and not tokens.mark(place - 2) & ATTENDS:
        return None
    if name & (TAKEN | NEVER | KEPT | KIN | ROLE | NUMBER) and not name & SETTING:
        return None
    own = name & SETTING or not name & WORD
    if mark & CAPITAL and name & CAPITAL and own and not name & POSSESSIVE:
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


def _on_the_way(tokens: Tokens, place: int) -> bool:
    """Return whether "to" or "from" follows a word like "moved"."""
    return bool((tokens.mark(place - 1) | tokens.mark(place - 2)) & GOES)


def _after_attending(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the reach of the name after "at" or "attends"."""
    last = first - 1
    while last - first < 3 and _attended(tokens, last + 1):
        last += 1
    if last < first:
        mark, low = tokens.joined(first), tokens.word(first)
        sounds = unlisted_place(mark, low) and not mark & (CAPITAL | UPPER | NUMBER | TAKEN)
        if mark != UNLISTED or not sounds or ordinary(low):
            return None
        return first, through_heads(tokens, first)
    marks = tokens.marks[first : last + 1]
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
