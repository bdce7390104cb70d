"""Ordinary words in capitals that stand together inside a sentence: "Wobbly Wheels", "the Hive"."""

from collections.abc import Iterator

from analysis.coding.redaction.lexicon import (
    BODY,
    CAPITAL,
    KEPT,
    KIN,
    KINS,
    LETTER,
    LETTERED,
    MONTH,
    NOT_NAME,
    NUMBER,
    OFTEN,
    POSSESSIVE,
    ROLE,
    START,
    TAKEN,
    TITLE,
)
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens

NO_NAME = BODY | KEPT | KIN | KINS | LETTER | LETTERED | MONTH | NOT_NAME | NUMBER | OFTEN
NO_NAME |= ROLE | START | TITLE
INSIDE = frozenset(("of", "the"))  # between two words in capitals
LEADS_IN = frozenset(("at", "to", "from", "in", "loves", "love", "joined", "left", "attends"))


def find_capitals(tokens: Tokens) -> Iterator[Span]:
    """Yield names in capitals that no other rule found whole; what other rules took is among them.

    One word alone is a name after "at the" and its like, two or more are one anywhere.
    """
    if not tokens.any & CAPITAL:
        return
    place = 0
    while place < len(tokens):
        last = _last(tokens, place) if _named(tokens, place) else place
        if last > place or _alone(tokens, place):
            first = place - (tokens.word(place - 1) == "the" and _near(tokens, place))
            if any(not tokens.marks[one] & TAKEN for one in range(first, last + 1)):
                yield Span(tokens.start[first], tokens.end[last], "school")
        place = last + 1


def _named(tokens: Tokens, place: int) -> bool:
    """Return whether a word has a capital that its place in the sentence does not explain."""
    mark = tokens.marks[place]
    if mark & TAKEN:
        return tokens.text[tokens.start[place]].isupper()
    return bool(mark & CAPITAL and not mark & NO_NAME)


def _last(tokens: Tokens, first: int) -> int:
    """Return the last word in capitals of those that begin at `first`, "of" and "the" between."""
    last = first
    while last > first or not tokens.marks[last] & POSSESSIVE:
        ahead = last + 1
        while ahead - last < 3 and ahead < len(tokens) and tokens.low[ahead] in INSIDE:
            ahead += 1
        near = all(_near(tokens, one) for one in range(last + 1, min(ahead + 1, len(tokens))))
        if ahead >= len(tokens) or not near or not _named(tokens, ahead):
            break
        last = ahead
    return last


def _near(tokens: Tokens, place: int) -> bool:
    """Return whether nothing but a space parts a word from the one before."""
    return place > 0 and tokens.text[tokens.stop[place - 1] : tokens.start[place]] == " "


def _alone(tokens: Tokens, place: int) -> bool:
    """Return whether one word in capitals after "at the" and its like is a name."""
    if not _named(tokens, place) or tokens.marks[place] & TAKEN:
        return False
    led = tokens.word(place - 1) == "the" and tokens.word(place - 2) in LEADS_IN
    return led and _near(tokens, place) and not tokens.joined(place + 1) & CAPITAL
