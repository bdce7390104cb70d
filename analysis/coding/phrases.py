"""A coder that needs no training: it reads the codebook's phrases and examples."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import NamedTuple

from analysis.coding.coder import Coding
from analysis.coding.cues import CueFinder, Hit, Place, sureness
from analysis.coding.language.stems import StemReader
from analysis.coding.language.text import Token
from analysis.coding.likeness import Likeness
from analysis.coding.nearness import NO_CODE, Alike, Nearness
from analysis.coding.polarity.reading import (
    LEANING,
    Clause,
    PolarityReader,
    Reading,
    Span,
    reconcile,
)
from analysis.coding.redaction.spans import BLANK, STAND_INS
from analysis.coding.segmentation import Segment, split_tokens
from analysis.definitions.codebook import Codebook
from analysis.words import Redacted

HEARD = ("person", "school", "place", "organisation")
# Stand-ins that say nothing to a coder; "[person]" and "[school]" are read as words.
_SILENT = re.compile(
    "|".join(re.escape(words) for kind, words in STAND_INS.items() if kind not in HEARD)
)
# Measured on made-up answers: phrases and likeness count about as much; a clause that is an example
# word for word has its code.
_CUES, _LIKENESS, _NEARNESS = 0.4, 0.6, 0.9
LEAST = 0.33  # below it a code is not given
_MOST = 3  # codes that one clause can have
_CLOSE = 0.05  # a code gives way to one that beats it unless it is surer by more than this
_STEEP, _EVEN = 9.6, 0.42  # what learning hears: of all clauses, every other one has the code
# What people see, fitted to the codes that are given: a code scored at _SHOWN_EVEN is right every
# other time. Measured on 296 made-up answers of two writers.
_SHOWN_STEEP, _SHOWN_EVEN = 8.6, 0.38


class Weighed(NamedTuple):
    """What makes a code's score in a clause: four parts that sum to it, and words behind two.

    `phrases` stand in the clause at `places`, `wording` is how like the codebook's texts it is,
    most of all at the words `telling`; `example` is how near it is to one example, below 0 if that
    is unlike the code, and `no_code` how near to one without any code, never above 0.
    """

    phrases: float
    wording: float
    example: float
    no_code: float
    places: tuple[Place, ...]
    telling: tuple[int, ...]


class PhraseCoder:
    """Suggests codes from the first answer on, each with the words that speak for it.

    Parameters
    ----------
    codebook
        The only thing it knows: phrases, words that mean the same, examples, conventions.

    Examples
    --------
    >>> from analysis.definitions.codebook import Code, Codebook, Theme
    >>> code = Code(id="T-1", theme="T", label="Letter", definition="How soon the letter came.",
    ...     include="", exclude="", usual="-", cues=("letter ... late", "no letter"))
    >>> book = Codebook(version="1", themes=(Theme(id="T", label="Time"),), codes=(code,), hash="")
    >>> [coding] = PhraseCoder(book).code(Redacted("Kind people. The letter was late."), "mixed")
    >>> coding.code, coding.polarity, coding.evidence
    ('T-1', '-', ((17, 32),))
    """

    name = "phrases"

    def __init__(self, codebook: Codebook) -> None:
        self._codes = codebook.by_id()
        self._cues = CueFinder(codebook)
        self._stems = StemReader(codebook.same_words)
        self._likeness = Likeness(codebook, self._stems)
        self._nearness = Nearness(codebook, self._stems)
        self._polarity = PolarityReader(codebook.polarity, codebook.same_words)

    def code(self, text: Redacted, tone: str) -> tuple[Coding, ...]:
        """Return the codings of a text in the order of its clauses."""
        given = heard_in(text.reveal())
        found: list[Coding] = []
        readings: list[Reading] = []
        for segment, tokens in split_tokens(given):
            words = [token.word for token in tokens]
            hits = self._cues.find(words)
            scores = self._choose(self._score(words, hits))
            if scores:
                clause = self._polarity.read(words, given[segment.end - 1] == "?")
            for code, score in scores.items():
                evidence = self._evidence(code, words, tokens, hits.get(code, ()))
                readings.append(self._read(code, clause, tone, hits.get(code, ())))
                sure = _shown(score)
                found.append(Coding(*segment, code, readings[-1].polarity, sure, evidence))
        return _reconciled(found, readings)

    def clauses(self, text: Redacted) -> list[tuple[Segment, Sequence[Token]]]:
        """Return the clauses of a text as the coder reads them."""
        return list(split_tokens(heard_in(text.reveal())))

    def weigh(self, words: Sequence[str], code: str) -> Weighed:
        """Return what makes a code's score in a clause."""
        features = self._stems.features(words)
        hits = self._cues.find(words).get(code, ())
        pulls = self._nearness.pulls(features)
        return Weighed(
            _CUES * sureness(hits),
            _LIKENESS * self._likeness.shares(features).get(code, 0.0),
            _NEARNESS * pulls.get(code, 0.0),
            _NEARNESS * pulls.get(NO_CODE, 0.0),
            tuple(_joined({place for hit in hits for place in hit.places})),
            tuple(self._likeness.telling(words, code)),
        )

    def alike(self, words: Sequence[str], code: str, most: int) -> list[Alike]:
        """Return the codebook's examples of a code most like a clause."""
        return self._nearness.alike(self._stems.features(words), code, most)

    def likeness(self, words: Sequence[str], others: Sequence[str]) -> float:
        """Return how alike two clauses are, from 0 to 1."""
        return self._nearness.cosine(self._stems.features(words), self._stems.features(others))

    def _score(self, words: Sequence[str], hits: Mapping[str, Sequence[Hit]]) -> dict[str, float]:
        features = self._stems.features(words)
        scores: dict[str, float] = defaultdict(float)
        for code, share in self._likeness.shares(features).items():
            scores[code] += _LIKENESS * share
        for code, pull in self._nearness.pulls(features).items():
            scores[code] += _NEARNESS * pull
        for code, found in hits.items():
            scores[code] += _CUES * sureness(found)
        away = scores.pop(NO_CODE, 0.0)
        return {code: score + away for code, score in scores.items()}

    def _choose(self, scores: Mapping[str, float]) -> dict[str, float]:
        """Keep the surest codes that no other beats."""
        likely = {code: score for code, score in scores.items() if score >= LEAST}
        beaten = {
            other
            for code, score in likely.items()
            for other in self._codes[code].beats
            if likely.get(other, 0.0) <= score + _CLOSE
        }
        left = sorted(likely.keys() - beaten, key=lambda code: (-likely[code], code))
        return {code: likely[code] for code in left[:_MOST]}

    def _read(self, code: str, clause: Clause, tone: str, hits: Sequence[Hit]) -> Reading:
        leanings = [
            Span(hit.kind, *place, weight=LEANING)
            for hit in hits
            if hit.kind != "cue"
            for place in hit.places
        ]
        return self._polarity.decide(clause, tone, self._codes[code].usual, leanings)

    def _evidence(
        self, code: str, words: Sequence[str], tokens: Sequence[Token], hits: Sequence[Hit]
    ) -> tuple[tuple[int, int], ...]:
        """Return where the code's phrases stand, or else the words that speak most for it."""
        places = {place for hit in hits for place in hit.places}
        places = places or {(n, n + 1) for n in self._likeness.telling(words, code)}
        return tuple((tokens[start].start, tokens[end - 1].end) for start, end in _joined(places))


def heard_in(text: str) -> str:
    """Return a redacted text with blanks in the place of what says nothing to a coder."""
    return _SILENT.sub(lambda match: BLANK * len(match.group()), text)


def _reconciled(codings: Sequence[Coding], readings: Sequence[Reading]) -> tuple[Coding, ...]:
    """Return the codings with the clauses of each code heard together."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, coding in enumerate(codings):
        places[coding.code].append(place)
    settled = list(codings)
    for of_code in places.values():
        for place, polarity in zip(
            of_code, reconcile([readings[place] for place in of_code]), strict=True
        ):
            settled[place] = codings[place]._replace(polarity=polarity)
    return tuple(settled)


def _joined(places: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield places in order, those that overlap or touch as one."""
    begun: tuple[int, int] | None = None
    for start, end in sorted(places):
        if begun and start <= begun[1]:
            begun = (begun[0], max(begun[1], end))
        else:
            if begun:
                yield begun
            begun = (start, end)
    if begun:
        yield begun


def _confidence(score: float) -> float:
    return round(1 / (1 + exp(-_STEEP * (score - _EVEN))), 3)


def _shown(score: float) -> float:
    return round(1 / (1 + exp(-_SHOWN_STEEP * (score - _SHOWN_EVEN))), 3)
