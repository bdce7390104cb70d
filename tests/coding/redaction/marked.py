"""Made-up sentences with what is personal in them, and how much of it redaction finds."""

import json
from pathlib import Path
from typing import NamedTuple

from analysis.coding.redaction.names import Names
from analysis.coding.redaction.redact import redact
from analysis.coding.redaction.spans import Span
from analysis.words import Words

FILE = Path(__file__).parents[2] / "facts" / "redaction.jsonl"


class Marked(NamedTuple):
    round: int
    text: str
    spans: tuple[Span, ...]


def read_marked() -> list[Marked]:
    lines = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    return [
        Marked(one["round"], one["text"], tuple(Span(**span) for span in one["spans"]))
        for one in lines
    ]


def found(text: str, names: Names | None = None) -> list[tuple[str, str]]:
    """Return (words, kind) of everything redacted in a text."""
    spans = redact(Words(text), names or Names()).spans
    return [(text[span.start : span.end], span.kind) for span in spans]


def recall(texts: list[Marked]) -> float:
    """Return the share of marked spans whose every letter and digit was replaced."""
    hits = [_covered(one, span) for one in texts for span in one.spans]
    return sum(hits) / len(hits)


def touched(texts: list[Marked]) -> float:
    """Return the share of all other characters that were replaced too."""
    other = touching = 0
    for one in texts:
        mine = _letters(one.text, one.spans)
        theirs = _letters(one.text, redact(Words(one.text)).spans)
        other += len(one.text) - len(mine)
        touching += len(theirs - mine)
    return touching / other


def _covered(one: Marked, span: Span) -> bool:
    return _letters(one.text, [span]) <= _letters(one.text, redact(Words(one.text)).spans)


def _letters(text: str, spans) -> set[int]:
    return {i for span in spans for i in range(span.start, span.end) if text[i].isalnum()}
