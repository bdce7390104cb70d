"""Addresses: house number and street, street alone, flat and its number."""

import re

from analysis.coding.redaction.lexicon import (
    CAPITAL,
    DWELLING,
    GOES,
    HEAD,
    HIGH,
    HOUSE,
    KEPT,
    KIN,
    LETTER,
    LIVES,
    LOOSE,
    MONTH,
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
NUMBER_WORD = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)
BEFORE_STREETS = frozenset(
    ("in", "on", "off", "near", "at", "from", "of", "down", "to", "by", "opposite", "behind")
) | {"into", "onto", "around", "past", "through", "along"}


def find_addresses(tokens: Tokens) -> list[Span]:
    """Return addresses: house number and street, street alone, flat and its number."""
    spans: list[Span] = []
    if not tokens.any & (STREET | WAY | DWELLING | NUMBER | HOUSE):
        return spans
    for place in range(len(tokens)):
        mark, reach = tokens.marks[place], None
        if mark & (STREET | WAY):
            reach = _street(tokens, place)
        elif mark & DWELLING:
            reach = _dwelling(tokens, place)
        if not reach and mark & NUMBER:
            reach = _no_street(tokens, place)
        elif not reach and mark & HOUSE:
            reach = _named_house(tokens, place)
        if reach:
            first, last = _with_building(tokens, *reach)
            spans.append(tokens.take(first, _number_after(tokens, last), "address"))
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
    mark, first = tokens.marks[place], place
    if tokens.joined(place + 1) & STREET:
        return None  # "Juniper Hill estate": the last of them ends it
    while place - first < 3 and first > 0 and not tokens.mark(first) & LOOSE:
        if not _street_name(tokens, first - 1):
            break
        first -= 1
    number = _first_number(tokens, first, mark)
    if mark & STREET and number == first:
        first, number = _numbered_street(tokens, first)
    if first == place:
        return None
    if number == first:
        alone = _street_alone(tokens, first, place)
        return (_house_before(tokens, first), place) if alone else None
    own = any(
        m & CAPITAL or not m & WORD or m & (SETTING | HIGH) for m in tokens.marks[first:place]
    )
    unlisted = any(not m & WORD for m in tokens.marks[first:place])
    if mark & STREET or unlisted or (own and (mark & CAPITAL or _ends_here(tokens, place + 1))):
        return _house_before(tokens, _dwelling_before(tokens, number)), place
    return None


def _house_before(tokens: Tokens, first: int) -> int:
    """Return where an address begins that has a house's name before the street: "The Willows, "."""
    house = first - 1
    if tokens.text[tokens.stop[house] : tokens.start[first]] != ", " or house < 0:
        return first
    if not tokens.marks[house] & CAPITAL or not tokens.marks[house] & (SETTING | HOUSE):
        return first
    while house > 0 and tokens.joined(house) and tokens.marks[house - 1] & CAPITAL:
        house -= 1
    return house


def _numbered_street(tokens: Tokens, first: int) -> tuple[int, int]:
    """Return where a street of ordinary words and its number begin: "at 14 sparrow hill road"."""
    for place in range(first - 1, max(0, first - 4), -1):
        if tokens.marks[place + 1] & LOOSE or tokens.marks[place] & NEVER:
            break
        number = _first_number(tokens, place, STREET)
        if number < place and tokens.word(number - 1) in BEFORE_STREETS:
            return place, number
    return first, first


def _first_number(tokens: Tokens, first: int, street: int) -> int:
    """Return where the number before a street begins: "14", "22b", "forty two"; or `first`."""
    number = first
    while number > 0 and first - number < 3 and _numbers(tokens, number - 1, street):
        number -= 1
        if tokens.marks[number] & NUMBER:
            break
    return number


def _numbers(tokens: Tokens, place: int, street: int) -> bool:
    """Return whether a word is a house's number: "14", "22b", "forty two" before "Road"."""
    if not _near(tokens, place + 1) or tokens.marks[place] & TAKEN:
        return False
    figures = tokens.marks[place] & NUMBER and len(tokens.low[place]) <= HOUSE_NUMBER_LENGTH
    sure = street & STREET or tokens.mark(place + 1) & street & CAPITAL
    return bool(figures or (sure and NUMBER_WORD.fullmatch(tokens.low[place])))


def _no_street(tokens: Tokens, number: int) -> tuple[int, int] | None:
    """Return the reach of "27 Cobbler's Reach", whose last word ends no other street."""
    before = tokens.mark(number - 1) | tokens.mark(number - 2)
    led = before & (LIVES | GOES | DWELLING) or tokens.word(number - 1) in ("at", "to", "is")
    if len(tokens.low[number]) > HOUSE_NUMBER_LENGTH or not (led or tokens.marks[number] & START):
        return None
    last, own = number, False
    while last - number < 4 and tokens.joined(last + 1) & CAPITAL:
        if tokens.marks[last + 1] & (KEPT | KIN | ROLE | MONTH | TAKEN | HEAD):
            return None
        last += 1
        own = own or not tokens.marks[last] & WORD
    return (number, last) if last - number > 1 or (own and last > number) else None


def _named_house(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "Ivy Cottage, Sandpit Hollow": a house and its street in capitals."""
    before, last = tokens.before(place), place + 1
    sign = tokens.text[tokens.stop[place] : tokens.stop[place] + 2]
    if (
        not tokens.marks[place] & before & tokens.mark(last) & CAPITAL
        or before & NEVER
        or sign != ", "
    ):
        return None
    while tokens.joined(last + 1) & CAPITAL and last - place < 4:
        last += 1
    return (place - 1, last) if last - place > 1 and not tokens.marks[last] & KEPT else None


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
    if all(m & (HIGH | NEVER) for m in marks):
        return False
    own = any(m & SETTING or not m & WORD for m in marks)
    if all(m & CAPITAL for m in marks):
        sure = own or (mark & CAPITAL and not marks[0] & START)
        return bool(sure and (mark & STREET or (own and mark & CAPITAL)))
    first -= tokens.word(first - 1) == "the"
    living = mark & WAY and tokens.mark(first - 2) & LIVES and not any(m & WORD for m in marks)
    return bool(own and (mark & STREET or living) and tokens.word(first - 1) in BEFORE_STREETS)


def _dwelling(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "flat 3" or "Flat B"."""
    mark = tokens.joined(place + 1)
    number = mark & NUMBER and len(tokens.word(place + 1)) <= HOUSE_NUMBER_LENGTH
    letter = mark & LETTER and tokens.marks[place] & CAPITAL
    another = len(tokens.word(place + 1)) == 1 and tokens.mark(place + 2) & DWELLING
    if not (number or letter or another):
        return None
    sign = tokens.text[tokens.end[place + 1] : tokens.end[place + 1] + 1]
    return None if sign in ("%", "£") else (place, place + 1)


def _with_building(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the reach of an address with a house's name that follows: "Flat 7, Corner Lodge"."""
    ahead = last + 1
    while ahead - last < 6 and ahead < len(tokens) and _near(tokens, ahead):
        mark = tokens.marks[ahead]
        if (
            (mark & NUMBER and ahead > last + 1)
            or not (mark & (CAPITAL | HOUSE | WAY | STREET) or not mark & WORD)
            or mark & (KEPT | PLACE | START)
        ):
            break
        ahead += 1
    marks = tokens.marks[last + 1 : ahead]
    named = any(mark & (HOUSE | WAY) or not mark & WORD for mark in marks)
    return (first, ahead - 1) if named and tokens.marks[first] & DWELLING else (first, last)


def _number_after(tokens: Tokens, last: int) -> int:
    """Return the last word of an address whose number follows: "Elder Gardens no 8"."""
    named = tokens.word(last + 1) in ("no", "number", "num", "nr")
    return last + 2 if named and tokens.joined(last + 2) & NUMBER else last


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
