"""What a coder gives back, what a coder is, and a whole answer's codes from its clauses."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from analysis.definitions.codebook import Polarity
from analysis.words import Redacted

Span = tuple[int, int]


class Coding(NamedTuple):
    """One code given to one clause.

    `start` and `end` are the clause in the redacted text (code points, end exclusive);
    `confidence` is between 0 and 1; `evidence` holds the places that speak for the code.
    """

    start: int
    end: int
    code: str
    polarity: Polarity
    confidence: float
    evidence: tuple[Span, ...]


class Coder(Protocol):
    """A program that gives codes to redacted text."""

    @property
    def name(self) -> str:
        """Return the name under which its codings are kept."""

    def code(self, text: Redacted, tone: str) -> tuple[Coding, ...]:
        """Return the codings of a text in the order of its clauses.

        `tone` is what the question was for: `praise`, `problem`, `suggestion` or `mixed`.
        """


@runtime_checkable
class ManyCoder(Coder, Protocol):
    """A coder that is faster with many texts at once."""

    def code_many(self, texts: Sequence[tuple[Redacted, str]]) -> list[tuple[Coding, ...]]:
        """Return the codings of each text; each comes with its tone."""


def code_many(coder: Coder, texts: Sequence[tuple[Redacted, str]]) -> list[tuple[Coding, ...]]:
    """Return the codings of many texts, each with its tone, at once where the coder can."""
    if isinstance(coder, ManyCoder):
        return coder.code_many(texts)
    return [coder.code(text, tone) for text, tone in texts]


def mark_of(coder: Coder) -> str:
    """Return what changes when a coder of the same name would code otherwise."""
    return str(getattr(coder, "mark", coder.name))


def merge(codings: Iterable[Coding]) -> dict[str, Polarity]:
    """Return the codes of a whole answer; clauses of one code that disagree make it mixed.

    Examples
    --------
    >>> codings = [Coding(0, 9, "T", "-", 0.9, ()), Coding(10, 19, "T", "+", 0.8, ())]
    >>> merge(codings)
    {'T': 'mixed'}
    """
    found: dict[str, Polarity] = {}
    for coding in codings:
        before = found.get(coding.code, coding.polarity)
        found[coding.code] = coding.polarity if before == coding.polarity else "mixed"
    return dict(sorted(found.items()))
