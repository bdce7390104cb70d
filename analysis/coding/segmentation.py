"""A text cut into clauses and sentences, the units that are coded, with exact offsets."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.coding.language.grammar import (
    ABBREVIATIONS,
    CONTRASTS,
    JOINERS,
    NEVER_BEFORE_CONTRAST,
    SUBJECTS,
    is_verb,
)
from analysis.coding.language.text import Token, tokenize

_HARD = re.compile(r"[!?…;\n\r•]|\.\.|\s[-–—]+\s|—|:\s|\.")
_SITES = frozenset({"uk", "com", "org", "net", "gov", "co", "www", "nhs", "sch", "ac"})
_LEAST = 3  # words that can stand as a clause of their own
_REACH = 6  # a clause's verb follows its subject within so many words


class Segment(NamedTuple):
    """A clause or sentence; offsets in Unicode code points, end exclusive."""

    start: int
    end: int


def split_segments(text: str) -> tuple[Segment, ...]:
    """Return the clauses of a text in order: no overlap, no character but space left out.

    Cut is at the end of a sentence, at a line break or a list's mark, at a contrast ("but",
    "although", "however"), and before a joining word or a comma that begins a clause with its
    own subject and verb. Abbreviations, decimals and "1:1" do not end a sentence, capitals are
    not needed to begin one, and no cut falls inside a word.

    Parameters
    ----------
    text
        As typed. A text of spaces has no segments.

    Examples
    --------
    >>> text = "Mrs. Bell was lovely but the letter never came"
    >>> [text[start:end] for start, end in split_segments(text)]
    ['Mrs. Bell was lovely', 'but the letter never came']
    """
    return tuple(segment for segment, _ in split_tokens(text))


def split_tokens(text: str) -> list[tuple[Segment, list[Token]]]:
    """Return each segment with its words, so that a coder reads them once."""
    stripped = text.strip()
    if not stripped:
        return []
    first = text.index(stripped[0])
    end = first + len(stripped)
    tokens = tokenize(text)
    cuts = [0, *_cuts(text, tokens), len(tokens)]
    segments: list[tuple[Segment, list[Token]]] = []
    start = first
    for here, following in pairwise(cuts):
        last = following == len(tokens)
        stop = end if last else _end_of_left(text, tokens[following - 1].end)
        segments.append((Segment(start, stop), tokens[here:following]))
        start = stop if last else _start_of_right(text, stop)
    return segments


def _end_of_left(text: str, position: int) -> int:
    """Give punctuation that touches the last word to the left side."""
    while not text[position].isspace() and not text[position].isalnum():
        position += 1
    return position


def _start_of_right(text: str, position: int) -> int:
    while text[position].isspace():
        position += 1
    return position


def _cuts(text: str, tokens: Sequence[Token]) -> list[int]:
    """Return the numbers of the words before which a new segment begins."""
    hard = list(_sentence_starts(text, tokens))
    bounds = [0, *hard, len(tokens)]
    soft = [
        cut for start, end in pairwise(bounds) for cut in _clause_starts(text, tokens, start, end)
    ]
    return sorted({*hard, *soft})


def _sentence_starts(text: str, tokens: Sequence[Token]) -> Iterator[int]:
    for number in range(1, len(tokens)):
        gap = text[tokens[number - 1].end : tokens[number].start]
        if gap == " " or not (mark := _HARD.search(gap)):
            continue
        if mark.group() != "." or _ends_sentence(text, gap, tokens[number - 1], tokens[number]):
            yield number


def _ends_sentence(text: str, gap: str, left: Token, right: Token) -> bool:
    """Tell the stop of a sentence from one inside "Mrs. Bell", "e.g.", "no. 5" or a web address."""
    if len(left.word) == 1 and left.word.isalpha() and left.word != "i":
        return False
    if gap == ".":
        return len(right.word) > 1 and not {left.word, right.word} & _SITES
    if left.word not in ABBREVIATIONS:
        return True
    always, begins = ABBREVIATIONS[left.word], text[right.start]
    return not always and begins.isupper()


def _clause_starts(text: str, tokens: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Yield where a clause begins inside the sentence of the words from start to end."""
    if end - start <= _LEAST:
        return
    verbs = [is_verb(token.word) for token in tokens[start:end]]
    begun = start
    for number in range(start + 1, end - 1):
        if not any(verbs[begun - start : number - start]) or number - begun < 2:
            continue
        word, before = tokens[number].word, tokens[number - 1].word
        if word in CONTRASTS:
            cut = before not in NEVER_BEFORE_CONTRAST and _stands_alone(
                tokens, verbs, number, start
            )
        elif word in JOINERS:
            cut = _has_subject(tokens, verbs, number + 1, start)
        else:
            comma = "," in text[tokens[number - 1].end : tokens[number].start]
            cut = comma and _has_subject(tokens, verbs, number, start)
        if cut:
            begun = number
            yield number


def _stands_alone(tokens: Sequence[Token], verbs: Sequence[bool], number: int, start: int) -> bool:
    """Tell whether what follows a contrast says something of its own ("good but slow" does not)."""
    following = len(verbs) - (number - start) - 1
    return following >= _LEAST or any(verbs[number - start + 1 :])


def _has_subject(tokens: Sequence[Token], verbs: Sequence[bool], number: int, start: int) -> bool:
    place = number - start
    if len(verbs) - place < 2 or tokens[number].word not in SUBJECTS:
        return False
    return any(verbs[place : place + _REACH])
