"""A trained model as plain arrays, and how likely it finds each code of a clause."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from analysis.coding.learning.clauses import Clause, Span, join_clauses, spans_of
from analysis.coding.learning.features import Row, TextFeatures
from analysis.coding.learning.rows import Answer
from analysis.coding.learning.trust import Rule, by_code, log_odds, said_of, sigmoid

TONES = ("praise", "problem", "suggestion", "mixed")
WIDEST = 3  # neighbouring clauses that are heard as one
NEAR = 0.75  # how much a clause is heard with its neighbours, where codes of clauses are learned

Floats = NDArray[np.float64]
Points = NDArray[np.float32] | None


class SentenceEncoder(Protocol):
    """Anything that turns texts into points; see `encoder`."""

    @property
    def name(self) -> str:
        """Return the name under which models remember it."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a point of length 1 for each text."""


class Input(NamedTuple):
    """What a clause or a whole answer is to a model.

    `dense` holds how sure each code's phrases are, the tone of the question, and the point of an
    encoder where there is one.
    """

    row: Row
    dense: Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """One logistic regression a code: shapes (features, codes), (dense, codes), (codes,)."""

    text: Floats
    dense: Floats
    bias: Floats

    def logits(self, given: Input) -> Floats:
        """Return the log odds of every code."""
        logits: Floats = given.row.weights @ self.text[given.row.places]
        return logits + given.dense @ self.dense + self.bias


@dataclass(frozen=True, slots=True)
class Model:
    """A coder that people's decisions taught.

    `share` is how much the learned part counts beside the phrases, for each code; `thresholds`
    are probabilities from which a code is given; `slope` and `shift` turn a probability's log
    odds into the confidence that people see, all for each code. `always` says that every answer
    has some code; `near_share` is how much a clause with its neighbours counts beside the clause
    alone, and `whole_share` the whole answer beside both. `kept` are codes that an older model,
    known by its `name`, gives better.
    """

    codes: tuple[str, ...]
    encoder: str | None
    features: TextFeatures
    clause: Weights
    whole: Weights
    says: Weights  # which way a clause speaks
    rule: Rule
    share: Floats
    thresholds: Floats
    slope: Floats
    shift: Floats
    always: bool
    near_share: float = NEAR
    whole_share: float = 0.5
    name: str = ""
    kept: Mapping[str, "Model"] = field(default_factory=dict)

    def mark(self) -> str:
        """Return what no two models share, unless they give the same codes to everything."""
        kept = [model.mark() for _, model in sorted(self.kept.items())]
        seen = hashlib.sha256("|".join([str(self.encoder), *self.features.names, *kept]).encode())
        for part in (self.clause, self.whole, self.says):
            seen.update(part.text.astype(np.float32).tobytes())
            seen.update(part.dense.astype(np.float32).tobytes())
        for values in (self.thresholds, self.slope, self.shift, self.share, self.rule.hits):
            seen.update(values.astype(np.float32).tobytes())
        seen.update(f"{self.near_share} {self.whole_share} {self.always}".encode())
        return seen.hexdigest()[:16]

    def of(self, code: str) -> "Model":
        """Return the model that gives a code: this one or an older one."""
        return self.kept.get(code, self)

    def probabilities(self, answer: Answer, points: Points) -> Floats:
        """Return how likely each clause has each code, shape (clauses, codes).

        `points` are the encoder's for the clauses; None where the model knows no encoder.
        """
        likely = self._own(answer, points)
        for older in {id(model): model for model in self.kept.values()}.values():
            places = [n for n, code in enumerate(self.codes) if self.of(code) is older]
            here = points if older.encoder else None
            likely[:, places] = older.probabilities(answer, here)[:, places]
        return likely

    def _own(self, answer: Answer, points: Points) -> Floats:
        rule = self.rule.probability(said_of(answer.clauses, self.codes))
        if not self.share.any():
            return rule
        return self.share * sigmoid(self.learned(answer, points)) + (1 - self.share) * rule

    def learned(self, answer: Answer, points: Points) -> Floats:
        """Return the log odds that the learned part alone gives, shape (clauses, codes).

        A clause is heard alone, with neighbours that say less of a code, and in the whole.
        """
        number = len(answer.clauses)
        heard = self._spans(answer, points)
        alone = _alone(heard, number)
        near = np.full(alone.shape, -np.inf)
        for (first, end), logits in heard.items():
            if end > first + 1:
                most = first + alone[first:end].argmax(axis=0), np.arange(len(logits))
                near[most] = np.maximum(near[most], logits)
        near = np.where(np.isfinite(near), near, alone)
        whole = self.whole.logits(self.hear(answer, points, (0, number)))
        both = alone + self.near_share * (near - alone)
        found: Floats = both + self.whole_share * (whole - both)
        return found

    def hear(self, answer: Answer, points: Points, span: Span) -> Input:
        """Return what some neighbouring clauses of an answer, as one, are to the model."""
        first, end = span
        joined = join_clauses(answer.clauses[first:end])
        at = None if points is None else middle(points[first:end])
        [heard] = inputs(self.features, self.codes, [joined], answer.tone, at)
        return heard

    def nearest(self, answer: Answer, points: Points, at: int, place: int) -> Span:
        """Return the clauses with which one speaks for the code at a place; itself if with none."""
        heard = self._spans(answer, points)
        alone = _alone(heard, len(answer.clauses))[:, place]
        spans = [
            (first, end)
            for first, end in heard
            if end > first + 1 and first + int(alone[first:end].argmax()) == at
        ]
        return max(spans, key=lambda span: float(heard[span][place]), default=(at, at + 1))

    def _spans(self, answer: Answer, points: Points) -> dict[Span, Floats]:
        spans = spans_of(len(answer.clauses), WIDEST)
        return {span: self.clause.logits(self.hear(answer, points, span)) for span in spans}

    def confidence(self, probability: Floats, places: Sequence[int] | NDArray[np.int_]) -> Floats:
        """Return the calibrated confidence of probabilities of the codes at some places."""
        return sigmoid(self.slope[places] * log_odds(probability) + self.shift[places])


def keep(model: Model, older: Model, codes: Sequence[str]) -> Model:
    """Return a model that gives some codes as an older one does, and is as sure of them."""
    places = [model.codes.index(code) for code in codes]
    settled = {name: getattr(model, name).copy() for name in ("thresholds", "slope", "shift")}
    for name, values in settled.items():
        values[places] = getattr(older, name)[places]
    return replace(model, kept={code: older.of(code) for code in codes}, **settled)


def inputs(
    features: TextFeatures,
    codes: Sequence[str],
    clauses: Sequence[Clause],
    tone: str | None,
    points: Points,
) -> list[Input]:
    """Return what clauses of one tone are to a model."""
    asked = np.array([float(tone == one) for one in TONES])
    nothing = np.empty(0)
    return [
        Input(
            features.row(clause.words),
            np.concatenate(
                [
                    by_code(clause.cues, codes),
                    asked,
                    nothing if points is None else points[number],
                ]
            ),
        )
        for number, clause in enumerate(clauses)
    ]


def matrices(features: TextFeatures, given: Sequence[Input]) -> tuple[csr_matrix, Floats]:
    """Return inputs as a sparse and a dense matrix, a row each."""
    return features.matrix([one.row for one in given]), np.array([one.dense for one in given])


def middle(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of points, brought to length 1, shape (1, width)."""
    mean = points.mean(axis=0, keepdims=True)
    brought: NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return brought


def _alone(heard: Mapping[Span, Floats], number: int) -> Floats:
    """Return the log odds of so many clauses, each by itself."""
    return np.array([heard[at, at + 1] for at in range(number)])
