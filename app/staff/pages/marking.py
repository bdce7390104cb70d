"""A text cut into pieces, so that a page can mark what was coded and what the code rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from analysis.store.desk.codings import Coded


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: the codings it belongs to, those that begin here, and if it is evidence."""

    text: str
    codings: tuple[int, ...]
    begins: tuple[int, ...]
    evidence: bool


def cut_text(text: str, codings: Sequence[Coded]) -> list[Piece]:
    """Return the pieces in their order; a coding's number is its place in the list, from 1."""
    segments = [
        (number, coding.start, coding.end)
        for number, coding in enumerate(codings, start=1)
        if coding.start is not None and coding.end is not None
    ]
    evidence = [span for coding in codings for span in coding.evidence]
    edges = {0, len(text)} | {edge for _, start, end in segments for edge in (start, end)}
    edges |= {edge for span in evidence for edge in span}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    return [
        Piece(
            text[start:end],
            tuple(number for number, first, last in segments if first <= start and end <= last),
            tuple(number for number, first, _ in segments if first == start),
            any(first <= start and end <= last for first, last in evidence),
        )
        for start, end in pairwise(cuts)
    ]


def quoted(text: str, coding: Coded) -> list[str]:
    """Return the words that a coding rests on."""
    return [text[start:end] for start, end in coding.evidence]
