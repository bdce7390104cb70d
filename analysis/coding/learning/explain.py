"""Why a clause has a code: what spoke for it, what is most like it, and whether that is so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from analysis.coding.coder import Coder
from analysis.coding.language.text import Token, tokenize
from analysis.coding.learning.clauses import Clause, join_clauses
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.model import (
    TONES,
    Input,
    Model,
    Points,
    Weights,
)
from analysis.coding.learning.rows import Answer, read_answer
from analysis.coding.learning.trust import said_of, sigmoid
from analysis.coding.phrases import LEAST, PhraseCoder, Weighed
from analysis.coding.segmentation import Segment
from analysis.words import Redacted

PHRASES, WORDING, EXAMPLE, UNLIKE, NO_CODE = "phrases", "wording", "example", "unlike", "no_code"
WORD, ASKED, MEANING, START = "word", "asked", "meaning", "start"
_MARK = "#"
_MOST, _ALIKE = 2, 0.1  # texts that are most alike, and how alike they have to be


class Part(NamedTuple):
    """What one thing adds to a sum, and the words in which it was found."""

    kind: str
    words: tuple[str, ...]
    adds: float


class Learned(NamedTuple):
    """What people's decisions taught about a clause.

    `weight` is how much that counts beside the codebook (0 to 1), `likely` the probability that
    it gives; the `parts` sum to the log odds of that, the largest first.
    """

    weight: float
    likely: float
    parts: tuple[Part, ...]


class Reviewed(NamedTuple):
    """Another answer, to which a person gave the code."""

    id: int
    text: Redacted


class Alike(NamedTuple):
    """A text of the same code: an example of the codebook, or a clause of a reviewed answer."""

    likeness: float  # 0 to 1
    example: str = ""
    reviewed: Reviewed | None = None
    segment: Segment | None = None


class Why(NamedTuple):
    """Why a clause has a code.

    `phrases` are the places of the codebook's phrases in the answer. `codebook` holds what sums to
    the score that the codebook gives, `needed` is the score from which it gives the code; in a
    trained coder it has no such say, and `likely` is the probability that it makes of the score.
    """

    phrases: tuple[tuple[int, int], ...]
    codebook: tuple[Part, ...]
    needed: float | None
    likely: float | None
    learned: Learned | None
    alike: tuple[Alike, ...]


class Explainer:
    """Says why the clauses of one answer have their codes.

    Parameters
    ----------
    coder
        The one that gave the codes; one that is neither of phrases nor trained has no reasons.
    text, tone
        The answer as it was coded, and what its question was for.
    """

    def __init__(self, coder: Coder, text: Redacted, tone: str) -> None:
        self._trained = coder if isinstance(coder, HybridCoder) else None
        self._book = coder.reader if isinstance(coder, HybridCoder) else coder
        self._clauses: dict[int, Sequence[Token]] = {}
        self._answer: Answer | None = None
        self._points: Points = None
        if isinstance(self._book, PhraseCoder):
            read = self._book.clauses(text)
            self._clauses = {segment.start: tokens for segment, tokens in read if tokens}
        if self._trained is not None and self._clauses:
            self._answer = read_answer(self._trained.reader, text, tone)
            if self._answer is not None:
                self._points = self._trained.points_of(self._answer)

    def explain(self, code: str, start: int, reviewed: Sequence[Reviewed] = ()) -> Why | None:
        """Return why the clause that begins at `start` has a code; None if none begins there."""
        tokens, book = self._clauses.get(start, ()), self._book
        if not tokens or not isinstance(book, PhraseCoder):
            return None
        words = _words(tokens)
        weighed = book.weigh(words, code)
        places = tuple((tokens[first].start, tokens[end - 1].end) for first, end in weighed.places)
        likely, learned = self._learn(code, start)
        return Why(
            places,
            _spoken(weighed, words),
            LEAST if likely is None else None,
            likely,
            learned,
            _alike(book, words, code, reviewed),
        )

    def _learn(self, code: str, start: int) -> tuple[float | None, Learned | None]:
        """Return what a trained coder makes of the codebook's score, and what it learned."""
        if self._trained is None or self._answer is None:
            return None, None
        answer, model = self._answer, self._trained.model.of(code)
        row = [clause.segment.start for clause in answer.clauses].index(start)
        place = model.codes.index(code)
        likely = float(
            model.rule.probability(said_of([answer.clauses[row]], model.codes))[0, place]
        )
        weight = float(model.share[place])
        if not weight:
            return likely, None
        parts = _learned_parts(model, answer, self._points if model.encoder else None, row, place)
        odds = sum(part.adds for part in parts)
        return likely, Learned(weight, float(sigmoid(np.array(odds))), parts)


def _spoken(weighed: Weighed, words: Sequence[str]) -> tuple[Part, ...]:
    """Return what the codebook adds, leaving out what says nothing."""
    parts = (
        Part(PHRASES, (), weighed.phrases),
        Part(WORDING, tuple(words[place] for place in weighed.telling), weighed.wording),
        Part(EXAMPLE if weighed.example > 0 else UNLIKE, (), weighed.example),
        Part(NO_CODE, (), weighed.no_code),
    )
    return tuple(part for part in parts if part.adds)


def _learned_parts(
    model: Model, answer: Answer, points: Points, row: int, place: int
) -> tuple[Part, ...]:
    """Return what adds to a clause's log odds: alone, with neighbours, and in the whole."""
    whole, near = model.whole_share, model.near_share
    around = model.nearest(answer, points, row, place)
    added: dict[tuple[str, tuple[str, ...]], float] = defaultdict(float)
    for span, weights, share in (
        ((row, row + 1), model.clause, (1 - whole) * (1 - near)),
        (around, model.clause, (1 - whole) * near),
        ((0, len(answer.clauses)), model.whole, whole),
    ):
        words = join_clauses(answer.clauses[slice(*span)]).words
        given = model.hear(answer, points, span)
        for kind, word, value in _adds(model, weights, given, words, place):
            added[kind, word] += share * value
    parts = [Part(*key, value) for key, value in added.items() if value]
    return tuple(sorted(parts, key=lambda part: (-abs(part.adds), part)))


def _adds(
    model: Model, weights: Weights, given: Input, words: Sequence[str], place: int
) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """Yield what each word adds, with its letters and its share of pairs, and what else does."""
    for feature, weight in zip(given.row.places.tolist(), given.row.weights.tolist(), strict=True):
        owners = [*_owners(model.features.names[feature], words)]
        for word in owners:
            yield WORD, (word,), weight * weights.text[feature, place] / len(owners)
    dense = given.dense * weights.dense[:, place]
    asked, meaning = len(model.codes), len(model.codes) + len(TONES)
    yield PHRASES, (), float(dense[:asked].sum())
    yield ASKED, (), float(dense[asked:meaning].sum())
    yield MEANING, (), float(dense[meaning:].sum())
    yield START, (), float(weights.bias[place])


def _owners(feature: str, words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a clause from which a feature comes."""
    if feature.startswith(_MARK):
        yield from (word for word in words if feature[1:] in f" {word} ")
    else:
        yield from feature.split(" ")


def _alike(
    book: PhraseCoder, words: Sequence[str], code: str, reviewed: Sequence[Reviewed]
) -> tuple[Alike, ...]:
    """Return the texts of a code that are most like a clause, no two in the same words."""
    found: dict[tuple[str, ...], Alike] = {}
    for likeness, text in book.alike(words, code, _MOST):
        found[_words(tokenize(text))] = Alike(likeness, text)
    for one in reviewed:
        for segment, tokens in book.clauses(one.text):
            others = _words(tokens)
            found.setdefault(others, Alike(book.likeness(words, others), "", one, segment))
    nearest = sorted(found.values(), key=lambda one: -one.likeness)[:_MOST]
    return tuple(one for one in nearest if one.likeness >= _ALIKE)


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.word for token in tokens)


def without(clause: Clause, words: Mapping[str, float] | Sequence[str]) -> Redacted:
    """Return a clause's text without some of its words: what is left should speak less for it."""
    gone = set(words)
    left = [token.word for token in clause.tokens if token.word not in gone]
    return Redacted(" ".join(left))
