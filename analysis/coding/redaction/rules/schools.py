"""Names of schools, colleges, nurseries and other settings."""

import re

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
    LIVES,
    LOOSE,
    NEVER,
    NUMBER,
    PARTICLE,
    PLACE,
    POSSESSIVE,
    ROLE,
    SETTING,
    SORT,
    START,
    STREET,
    SURNAME,
    TAKEN,
    TOWARDS,
    UNLISTED,
    UPPER,
    WAY,
    WORD,
)
from analysis.coding.redaction.rules.known import through_heads
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens, ordinary

SAINTS = frozenset(("st", "sts", "saint"))
LISTED = GIVEN | SURNAME | WORD | KEPT | PLACE
# Endings that names of places, and of settings called after them, have in Britain.
PLACE_ENDING = re.compile(
    r"(?:holt|moor|mere|ham|ton|ford|wood|woods|fields?|bridge|hurst|bourne?|burn|brook|dale|combe"
    r"|croft|worth|wick|mead|leigh|stead|beck|gate|hill|minster|bury|well|thorpe|shaw|mount|hollow"
    r"|bank|lands|cliff|grove|heath|grange|wold)$"
)


def find_schools(tokens: Tokens) -> list[Span]:
    """Return names of settings; the words they took are marked so."""
    spans: list[Span] = []
    if not tokens.any & (PARTICLE | HEAD | HOUSE | ATTENDS | GOES):
        return spans
    for place in range(len(tokens)):
        reach = _reach(tokens, place)
        if reach:
            spans.append(tokens.take(*reach, "school"))
    return spans


def _reach(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the first and last word of a setting's name that this word gives away."""
    mark = tokens.marks[place]
    if mark & PARTICLE:
        return _saint(tokens, place) if tokens.low[place] in SAINTS else None
    if mark & HEAD:
        return _before_head(tokens, place) or _in_brackets(tokens, place + 1)
    if mark & CAPITAL and tokens.low[place] == "high" and tokens.before(place) & CAPITAL:
        return _before_head(tokens, place)
    if mark & HOUSE:
        return _before_house(tokens, place)
    if mark & ATTENDS or (mark & TOWARDS and _on_the_way(tokens, place)):
        return _after_attending(tokens, place + 1)
    return None


def unlisted_place(mark: int, low: str) -> bool:
    """Return whether a word that no list of names holds sounds like a place in Britain."""
    return not mark & LISTED and len(low) > 5 and bool(PLACE_ENDING.search(low))


def _saint(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "St Bride's C of E Primary School"; hospitals and streets are none."""
    if tokens.before(place) & NUMBER or (tokens.mark(place - 2) & NUMBER and tokens.before(place)):
        return None
    if not _saints_name(tokens, place + 1):
        return None
    last = _saints_last(tokens, place + 1)
    after = tokens.joined(last + 1)
    if after & BODY:
        for taken in range(place, last + 1):
            tokens.marks[taken] = KEPT | WORD
    if after & (BODY | STREET) or (after & WAY and after & CAPITAL):
        return None
    return place, through_heads(tokens, last)


def _saints_last(tokens: Tokens, last: int) -> int:
    """Return the last word of the saints' names: "Peter and St Paul"."""
    while True:
        mark = tokens.joined(last + 1)
        if mark & CAPITAL and not mark & (HEAD | SORT | BODY | STREET | WORD):
            last += 1
        elif tokens.word(last + 1) in ("and", "the") and _saints_name(tokens, last + 2):
            last += 2
        else:
            return last


def _saints_name(tokens: Tokens, place: int) -> bool:
    """Return whether a word can be the name of a saint."""
    mark = tokens.joined(place)
    if mark & NUMBER or place >= len(tokens):
        return False
    if mark & CAPITAL:
        return not mark & (HEAD | KIN | ROLE) and tokens.word(place) not in SAINTS
    named = mark & (GIVEN | POSSESSIVE) or (mark & SURNAME and not mark & WORD)
    return bool(named) or (not mark & (LISTED | LOOSE) and len(tokens.word(place)) > 3)


def _before_head(tokens: Tokens, head: int) -> tuple[int, int] | None:
    """Return the reach of "Larkbeck C of E Primary School", found by the word "school"."""
    place = head - 1
    while tokens.mark(place + 1) and not tokens.mark(place + 1) & LOOSE:
        if tokens.mark(place) & SORT and not tokens.mark(place) & POSSESSIVE:
            place -= 1
        elif tokens.low[max(0, place - 2) : place + 1] in (
            ["c", "of", "e"],
            ["church", "of", "england"],
        ):
            place -= 3
        else:
            break
    first, real = _name_before(tokens, place, bool(tokens.marks[head] & CAPITAL))
    return (first, through_heads(tokens, head)) if real else None


def _in_brackets(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the reach of a name in brackets after "the nursery": "(Tiny Steps)"."""
    if first >= len(tokens) or tokens.text[tokens.end[first - 1] : tokens.start[first]] != " (":
        return None
    last = first
    while tokens.joined(last + 1) & CAPITAL:
        last += 1
    closed = tokens.text[tokens.stop[last] : tokens.stop[last] + 1] == ")"
    named = tokens.marks[first] & CAPITAL and not tokens.marks[first] & (KEPT | NUMBER | GIVEN)
    return (first, last) if closed and named else None


def _name_before(tokens: Tokens, last: int, capital: bool) -> tuple[int, bool]:
    """Return where a setting's own name, ending at `last`, begins, and whether there is one."""
    first, real = last + 1, False
    while first > 0 and last - first < 3 and not tokens.mark(first) & LOOSE:
        place = first - 1
        mark = tokens.marks[place]
        if _own_name(tokens, place, capital, real):
            real = real or not mark & NEVER
            first = place
        elif tokens.low[place] in ("of", "and", "the") and first <= last and _inner(tokens, place):
            first = place - 1
            real = True
        else:
            break
    return first, real


def _inner(tokens: Tokens, place: int) -> bool:
    """Return whether "of", "and" or "the" joins two parts of one name in capitals."""
    left, right = tokens.mark(place - 1), tokens.mark(place + 1)
    ours = left & CAPITAL and not left & (NEVER | KEPT | GIVEN | KIN | ROLE | START)
    return bool(ours and right & CAPITAL and not tokens.marks[place] & LOOSE)


def _own_name(tokens: Tokens, place: int, capital: bool, named: bool) -> bool:
    """Return whether a word can be part of a setting's own name.

    `capital`: "School" has one; `named`: a part of the name has been found after it.
    """
    mark, low = tokens.marks[place], tokens.low[place]
    if mark & (TAKEN | NUMBER | KIN | ROLE) or (mark & POSSESSIVE and mark & GIVEN):
        return False
    if mark & CAPITAL:
        if mark & (KEPT | NEVER) and not mark & SETTING:
            return False
        return bool(mark & SETTING or not mark & WORD or (capital and not mark & START))
    if mark & NEVER:
        return bool(mark & SETTING and named)
    if mark & UPPER:
        return capital and not mark & LISTED
    if mark & SETTING or (mark & (GIVEN | SURNAME | PLACE) and not mark & (WORD | KEPT)):
        return True
    return not mark & LISTED and len(low) > 3 and not ordinary(low)


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
