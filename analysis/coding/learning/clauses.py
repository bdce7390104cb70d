"""Answers read clause by clause with what the codebook's phrases say of each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.coding.coder import Coding
from analysis.coding.cues import Hit, sureness
from analysis.coding.language.text import Token, tokenize
from analysis.coding.phrases import PhraseCoder, _confidence, _reconciled, heard_in
from analysis.coding.segmentation import Segment, split_tokens
from analysis.definitions.codebook import Codebook, Examples, Polarity

MOST = 3  # codes that one clause can have
Span = tuple[int, int]  # the first of some neighbouring clauses, and the one after the last


class Clause(NamedTuple):
    """A clause, what the codebook's phrases say of it, and what the phrase coder makes of that.

    `cues` says for each code how sure its phrases are, `sure` how sure the phrase coder is.
    """

    segment: Segment
    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    hits: Mapping[str, Sequence[Hit]]
    cues: Mapping[str, float]
    sure: Mapping[str, float]


class ClauseReader(PhraseCoder):
    """Reads answers as the phrase coder does, and leaves to others which codes are given."""

    def read(self, text: str) -> list[Clause]:
        """Return the clauses of a redacted text in order."""
        given = heard_in(text)
        return [
            self._read_clause(given, segment, tokens) for segment, tokens in split_tokens(given)
        ]

    def read_segment(self, text: str) -> Clause:
        """Return a text as one clause, however it might be cut."""
        return self._read_clause(text, Segment(0, len(text)), tokenize(text))

    def _read_clause(self, given: str, segment: Segment, tokens: Sequence[Token]) -> Clause:
        words = [token.word for token in tokens]
        hits = self._cues.find(words)
        cues = {code: sureness(found) for code, found in hits.items()}
        sure = {code: _confidence(score) for code, score in self._score(words, hits).items()}
        return Clause(segment, given[segment.start : segment.end], tokens, words, hits, cues, sure)

    def give(
        self,
        clauses: Sequence[Clause],
        chosen: Sequence[Mapping[str, float]],
        tone: str,
        speaks: Callable[[int, Polarity], Polarity] = lambda _, said: said,
    ) -> tuple[Coding, ...]:
        """Return the codings of an answer whose clauses get the codes chosen, each so sure.

        `speaks` has the last word on which way the clause at a place speaks.
        """
        codings, readings = [], []
        for at, (clause, codes) in enumerate(zip(clauses, chosen, strict=True)):
            said = self._polarity.read(clause.words, clause.text.endswith("?"))
            for code, sure in codes.items():
                hits = clause.hits.get(code, ())
                reading = self._read(code, said, tone, hits)
                reading = reading._replace(polarity=speaks(at, reading.polarity))
                evidence = self._evidence(code, clause.words, clause.tokens, hits)
                readings.append(reading)
                codings.append(
                    Coding(*clause.segment, code, reading.polarity, round(sure, 3), evidence)
                )
        return _reconciled(codings, readings)

    def settle(self, sure: Mapping[str, float], margin: float = 0.1) -> dict[str, float]:
        """Return the surest codes of a clause that no other beats by the codebook's conventions."""
        beaten = {
            other
            for code, here in sure.items()
            for other in self._codes[code].beats
            if sure.get(other, 0.0) <= here + margin
        }
        left = sorted(sure.keys() - beaten, key=lambda code: (-sure[code], code))
        return {code: sure[code] for code in left[:MOST]}


def join_clauses(clauses: Sequence[Clause]) -> Clause:
    """Return neighbouring clauses as one, each code as its surest clause has it."""
    if len(clauses) == 1:
        return clauses[0]
    cues: dict[str, float] = {}
    for clause in clauses:
        for code, sure in clause.cues.items():
            cues[code] = max(sure, cues.get(code, 0.0))
    return clauses[0]._replace(
        segment=Segment(clauses[0].segment.start, clauses[-1].segment.end),
        words=[word for clause in clauses for word in clause.words],
        cues=cues,
    )


def spans_of(number: int, widest: int) -> list[Span]:
    """Return which neighbours, up to so many, of so many clauses can be joined.

    Examples
    --------
    >>> spans_of(3, 2)
    [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3)]
    """
    return [
        (first, first + wide)
        for wide in range(1, min(widest, number) + 1)
        for first in range(number - wide + 1)
    ]


def without_phrases(codebook: Codebook) -> Codebook:
    """Return a codebook of which the phrase coder has nothing to say."""
    gone: dict[str, Any] = {"label": "", "definition": "", "include": "", "examples": Examples()}
    for listed in ("cues", "says_well", "says_badly", "never_with", "beats"):
        gone[listed] = ()
    codes = tuple(code.model_copy(update=gone) for code in codebook.codes)
    return codebook.model_copy(update={"codes": codes, "no_code": ()})
