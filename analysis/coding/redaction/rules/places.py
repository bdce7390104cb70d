"""Places, firms and agencies. Public bodies keep their names."""

from analysis.coding.redaction.lexicon import (
    BODY,
    CAPITAL,
    CLEAR_FIRM,
    FIRM,
    FIRM_NOUN,
    GIVEN,
    HEAD,
    INTRODUCES,
    IS,
    KEPT,
    KIN,
    LETTER,
    LISTED,
    LIVES,
    LOOSE,
    NEVER,
    NUMBER,
    PLACE,
    PLAIN,
    ROLE,
    SETTING,
    START,
    STREET,
    SURE_FIRM,
    SURNAME,
    TAKEN,
    TITLE,
    UNLISTED,
    UPPER,
    WORD,
)
from analysis.coding.redaction.shapes import ordinary, unlisted_place
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens

BEFORE_PLACE = frozenset(
    ("in", "near", "around", "from", "to", "live", "lives", "lived", "living", "towards")
)


def find_places(tokens: Tokens) -> list[Span]:
    """Return towns, counties and other places, but not those that are part of a public body."""
    spans: list[Span] = []
    if not tokens.any & (PLACE | CAPITAL):
        return spans
    for place, mark in enumerate(tokens.marks):
        if mark & PLACE and _public_body(tokens, place):
            tokens.marks[place] = KEPT | WORD | mark & (START | LOOSE)
        elif (mark & PLACE and _place(tokens, place)) or _unlisted_place(tokens, place):
            spans.append(tokens.take(place, place, "place"))
    return spans


def find_firms(tokens: Tokens) -> list[Span]:
    """Return private firms and agencies by the word they end with, or after "a firm called"."""
    spans: list[Span] = []
    if not tokens.any & (FIRM | INTRODUCES):
        return spans
    for place, mark in enumerate(tokens.marks):
        reach = None
        if mark & FIRM:
            reach = _firm(tokens, place)
        noun = tokens.mark(place - 1) | (tokens.mark(place - 2) if tokens.before(place) & IS else 0)
        if mark & INTRODUCES and noun & (FIRM_NOUN | HEAD):
            reach = _called(tokens, place + 1 + (tokens.word(place + 1) == "the"))
        if reach:
            school = noun & HEAD and mark & INTRODUCES
            spans.append(tokens.take(*reach, "school" if school else "organisation"))
    return spans


def _public_body(tokens: Tokens, place: int) -> bool:
    """Return whether a place names a council, a hospital or the like: "Kent County Council"."""
    ahead = tokens.joined(place + 1) | (tokens.joined(place + 2) if tokens.joined(place + 1) else 0)
    return bool(ahead & BODY) or tokens.low[max(0, place - 2) : place] in (
        ["borough", "of"],
        ["university", "of"],
    )


def _place(tokens: Tokens, place: int) -> bool:
    """Return whether a listed word is a place here; one that is a name or a word needs "in"."""
    mark, low_before = tokens.marks[place], tokens.word(place - 1)
    if tokens.before(place) & (TITLE | GIVEN | KIN | LETTER) and not tokens.before(place) & LIVES:
        return False
    if mark & WORD:
        return bool(mark & CAPITAL and not mark & START and low_before in BEFORE_PLACE)
    if mark & GIVEN:
        return low_before in BEFORE_PLACE
    return not tokens.joined(place + 1) & STREET


def _unlisted_place(tokens: Tokens, place: int) -> bool:
    """Return whether a word that no list holds is a place: in capitals after "in"."""
    mark = tokens.marks[place]
    if not mark & CAPITAL or mark & (START | LOOSE | LISTED | TAKEN | LETTER | SETTING):
        return False
    before = tokens.word(place - 1)
    sure = before in ("near", "live", "lives", "lived", "around")
    return before in BEFORE_PLACE and (sure or unlisted_place(mark, tokens.low[place]))


def _firm(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "Bright Horizon Tutoring" or "speedway cars ltd"."""
    mark = tokens.marks[place]
    named = mark & CLEAR_FIRM and tokens.before(place) & (CAPITAL | START | WORD) == CAPITAL
    if not named and not mark & (CAPITAL | UPPER | SURE_FIRM):
        unknown = tokens.before(place) == UNLISTED and mark & CLEAR_FIRM
        return (place - 1, place) if unknown and not ordinary(tokens.low[place - 1]) else None
    first, own = place, False
    while place - first < 4 and first > 0:
        if not _firm_name(tokens, first - 1, first, bool(mark & SURE_FIRM)):
            break
        first -= 1
        own = own or not tokens.marks[first] & (PLAIN | KEPT | NEVER | FIRM)
    while first < place and tokens.marks[first] & START and tokens.marks[first] & NEVER:
        first += 1
    last = place
    while tokens.joined(last + 1) & SURE_FIRM:
        last += 1
    return (first, last) if own else None


def _firm_name(tokens: Tokens, place: int, following: int, sure: bool) -> bool:
    """Return whether a word belongs to the firm's name that goes on at `following`."""
    mark = tokens.marks[place]
    gap = tokens.text[tokens.end[place] : tokens.start[following]].strip()
    if gap not in ("", "&") or mark & (TAKEN | NUMBER | KIN | ROLE):
        return False
    if tokens.low[place] == "and":
        return bool(tokens.mark(place - 1) & CAPITAL and tokens.mark(following) & CAPITAL)
    if mark & CAPITAL:
        return mark & (START | NEVER) != START | NEVER
    return sure and not mark & (NEVER | LIVES | PLAIN & NEVER) and not mark & UPPER


def _called(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the reach of the name after "a firm called"."""
    last = first - 1
    while (
        last - first < 3 and tokens.joined(last + 1) & CAPITAL and not tokens.mark(last + 1) & KEPT
    ):
        last += 1
    if last >= first:
        return first, last
    mark, low = tokens.joined(first), tokens.word(first)
    unknown = mark & ~SURNAME in (0, UNLISTED) and len(low) > 3
    return (first, first) if mark and unknown and not ordinary(low) else None
