"""Addresses: house number and street, street alone, flat and its number."""

from analysis.coding.redaction.lexicon import (
    CAPITAL,
    DWELLING,
    HIGH,
    HOUSE,
    KEPT,
    KIN,
    LETTER,
    LOOSE,
    NEVER,
    NUMBER,
    PLACE,
    ROLE,
    SETTING,
    START,
    STREET,
    TAKEN,
    UPPER,
    WAY,
    WORD,
)
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens

HOUSE_NUMBER_LENGTH = 5


def find_addresses(tokens: Tokens) -> list[Span]:
    """Return addresses: house number and street, street alone, flat and its number."""
    spans: list[Span] = []
    if not tokens.any & (STREET | WAY | DWELLING):
        return spans
    for place, mark in enumerate(tokens.marks):
        reach = None
        if mark & (STREET | WAY):
            reach = _street(tokens, place)
        elif mark & DWELLING:
            reach = _dwelling(tokens, place)
        if reach:
            spans.append(tokens.take(*_with_building(tokens, *reach), "address"))
    return _merged(tokens.text, spans)


def _merged(text: str, spans: list[Span]) -> list[Span]:
    """Return spans with those made one that only a comma parts: "Flat 3, 9 Harbour Court"."""
    merged: list[Span] = []
    for span in spans:
        if merged and text[merged[-1].end : span.start].strip() in ("", ","):
            merged[-1] = Span(merged[-1].start, span.end, "address")
        else:
            merged.append(span)
    return merged


def _street(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of a street's name with the numbers before it."""
    mark = tokens.marks[place]
    first = place
    while place - first < 3 and first > 0 and not tokens.mark(first) & LOOSE:
        if not _street_name(tokens, first - 1):
            break
        first -= 1
    if first == place:
        return None
    number = first - 1 if tokens.mark(first - 1) & NUMBER and _near(tokens, first) else None
    if number is not None and len(tokens.low[number]) <= HOUSE_NUMBER_LENGTH:
        named = any(
            m & CAPITAL or not m & WORD or m & (SETTING | HIGH) for m in tokens.marks[first:place]
        )
        if mark & STREET or (named and (mark & CAPITAL or _ends_here(tokens, place + 1))):
            return _dwelling_before(tokens, number), place
        return None
    return (first, place) if _street_alone(tokens, first, place) else None


def _street_name(tokens: Tokens, place: int) -> bool:
    """Return whether a word can stand before "Road"."""
    mark = tokens.marks[place]
    if mark & (TAKEN | NUMBER | KEPT | KIN | ROLE):
        return False
    if mark & CAPITAL:
        return not mark & (START | NEVER) or bool(mark & (SETTING | HIGH) or not mark & WORD)
    if mark & (NEVER & ~HIGH) and not mark & HIGH:
        return False
    return bool(mark & (SETTING | HIGH) or not mark & (WORD | UPPER))


def _street_alone(tokens: Tokens, first: int, place: int) -> bool:
    """Return whether a street without a number is one: "Elm Road", not "the high street"."""
    marks, mark = tokens.marks[first:place], tokens.marks[place]
    if all(m & (HIGH | NEVER) for m in marks) or not all(m & CAPITAL for m in marks):
        return False
    own = any(m & SETTING or not m & WORD for m in marks)
    return bool((mark & CAPITAL and own) or (mark & STREET and own))


def _dwelling(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "flat 3" or "Flat B"."""
    mark = tokens.joined(place + 1)
    number = mark & NUMBER and len(tokens.word(place + 1)) <= HOUSE_NUMBER_LENGTH
    if not number and not (mark & LETTER and tokens.marks[place] & CAPITAL):
        return None
    sign = tokens.text[tokens.end[place + 1] : tokens.end[place + 1] + 1]
    return None if sign in ("%", "£") else (place, place + 1)


def _with_building(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the reach of an address with a house's name that follows: "Flat 7, Corner Lodge"."""
    ahead = last + 1
    while ahead - last < 4 and ahead < len(tokens) and _near(tokens, ahead):
        mark = tokens.marks[ahead]
        if (
            (mark & NUMBER and ahead > last + 1)
            or not mark & CAPITAL
            or mark & (KEPT | PLACE | START)
        ):
            break
        ahead += 1
    named = any(mark & (HOUSE | WAY) for mark in tokens.marks[last + 1 : ahead])
    return (first, ahead - 1) if named and tokens.marks[first] & DWELLING else (first, last)


def _dwelling_before(tokens: Tokens, number: int) -> int:
    """Return where an address begins that has "Flat 3," before its house number."""
    if tokens.mark(number - 1) & TAKEN or not _near(tokens, number):
        return number
    if tokens.mark(number - 1) & NUMBER and tokens.mark(number - 2) & DWELLING:
        return number - 2
    return number - 1 if tokens.mark(number - 1) & DWELLING else number


def _near(tokens: Tokens, place: int) -> bool:
    """Return whether no more than a space, a comma or a line end parts a word from the last."""
    return tokens.text[tokens.end[place - 1] : tokens.start[place]].strip() in ("", ",")


def _ends_here(tokens: Tokens, place: int) -> bool:
    """Return whether nothing joined follows."""
    return place >= len(tokens) or bool(tokens.mark(place) & LOOSE)
