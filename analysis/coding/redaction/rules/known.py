"""Names of several words: those of this council, and those of the word lists."""

from analysis.coding.redaction.lexicon import (
    BODY,
    CAPITAL,
    HEAD,
    KEPT,
    LOOSE,
    PHRASE,
    PLACE,
    POSSESSIVE,
    SETTING,
    SORT,
    START,
    STREET,
    TAKEN,
    WORD,
    read_lexicon,
)
from analysis.coding.redaction.names import Names
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens

JOINS = ("r", "c", "of", "e", "and")


def find_known(tokens: Tokens, names: Names) -> list[Span]:
    """Return names of several words and names of this council; mark those that stay as kept."""
    own = names.table
    if not own and not tokens.any & PHRASE:
        return []
    listed = read_lexicon().phrases
    spans = []
    for place, low in enumerate(tokens.low):
        if tokens.marks[place] & TAKEN:
            continue
        choices = own.get(low, ()) + (listed.get(low, ()) if tokens.marks[place] & PHRASE else ())
        for words, kind in choices:
            if _stands(tokens, place, words) and (kind == "kept" or _capital(tokens, place, words)):
                spans += _settle(tokens, place, place + len(words) - 1, kind)
                break
    return spans


def through_heads(tokens: Tokens, last: int) -> int:
    """Return the last word of a setting's name that goes on with "C of E Primary School"."""
    far = last
    for place in range(last + 1, last + 9):
        mark = tokens.joined(place)
        if mark & HEAD or mark & (SORT | CAPITAL) == SORT | CAPITAL:
            far = place
        elif not mark or (not mark & SORT and tokens.word(place) not in JOINS):
            break
    if tokens.word(far + 1) == "sixth" and tokens.word(far + 2) == "form":
        return far + 2
    if tokens.word(far + 1) == "for" and tokens.word(far + 2) in ("girls", "boys"):
        return far + 2
    return far


def _of_somewhere(tokens: Tokens, last: int) -> int:
    """Return the last word of a church school's name that goes on with "of the Marshes"."""
    far = last + 3 if tokens.word(last + 2) == "the" else last + 2
    return far if tokens.word(last + 1) == "of" and tokens.joined(far) & CAPITAL else last


def _stands(tokens: Tokens, place: int, words: tuple[str, ...]) -> bool:
    """Return whether these words follow each other here, parted by nothing but a space."""
    for ahead, word in enumerate(words, place):
        mark, low = tokens.mark(ahead), tokens.word(ahead)
        if low != word and not (mark & POSSESSIVE and low + "s" == word):
            return False
        if ahead > place and mark & LOOSE:
            return False
    return True


def _capital(tokens: Tokens, place: int, words: tuple[str, ...]) -> bool:
    """Return whether a name may stand as typed; one of ordinary words alone needs its capitals."""
    marks = tokens.marks[place : place + len(words)]
    if any(mark & HEAD or not mark & WORD for mark in marks):
        return True
    starts = len(words) == 1 and marks[0] & START
    return all(mark & CAPITAL for mark in marks) and not starts


def _settle(tokens: Tokens, first: int, last: int, kind: str) -> list[Span]:
    """Take a name that stands here, or mark it as kept, or as part of a longer name."""
    after = tokens.joined(last + 1)
    if kind == "school":
        return [tokens.take(first, through_heads(tokens, _of_somewhere(tokens, last)), kind)]
    if kind == "place" and after & (HEAD | SORT | STREET):
        mark = PLACE | SETTING
    elif kind == "place" and not after & BODY:
        return [tokens.take(first, last, kind)]
    else:
        mark = WORD | KEPT
    for place in range(first, last + 1):
        tokens.marks[place] = mark | tokens.marks[place] & (CAPITAL | START | LOOSE | BODY)
    return []
