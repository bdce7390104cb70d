"""A trained model as plain arrays, and how likely it finds each code of a clause."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from analysis.coding.learning.clauses import Clause
from analysis.coding.learning.features import Row, TextFeatures
from analysis.coding.learning.rows import Answer

TONES = ("praise", "problem", "suggestion", "mixed")
# How many decisions about one code the phrase coder's word is worth, and its silence.
_PRIOR, _PRIOR_SILENT = 8.0, 12.0
_SPEAKS, _SPEAKS_BY_CUES = 0.3, 0.5  # so sure, and it has spoken for a code
AS_SAID = (1.0, 0.0, 0.0)  # trust before anything was decided

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
class Rule:
    """What the phrase coder's word is worth, seen by what people decided.

    `trust` says, for all codes together, how its log odds and how sure a code's phrases are make
    a probability: a slope, a weight, a shift. For each code that is drawn to how often the code
    was there when the phrase coder spoke for it (`hits` of `spoke`) and when not (`misses` of
    `silent`).
    """

    trust: Floats
    hits: Floats
    spoke: Floats
    misses: Floats
    silent: Floats

    def probability(self, said: "Said") -> Floats:
        """Return how likely each code is, in the shape of what was said."""
        likely = trusted(self.trust, said)
        there = (_PRIOR * likely + self.hits) / (_PRIOR + self.spoke)
        not_there = (_PRIOR_SILENT * likely + self.misses) / (_PRIOR_SILENT + self.silent)
        return np.where(said.speaks(), there, not_there)


class Said(NamedTuple):
    """What the phrase coder says of each code: how sure it is, and how sure phrases alone are."""

    sure: Floats
    cues: Floats

    def speaks(self) -> NDArray[np.bool_]:
        """Tell for which codes it speaks."""
        return (self.sure >= _SPEAKS) | (self.cues >= _SPEAKS_BY_CUES)


def said_of(clauses: Sequence[Clause], codes: Sequence[str]) -> Said:
    """Return what the phrase coder says of clauses, shape (clauses, codes)."""
    return Said(
        np.array([by_code(clause.sure, codes) for clause in clauses]),
        np.array([by_code(clause.cues, codes) for clause in clauses]),
    )


def trusted(trust: Floats, said: Said) -> Floats:
    """Return the probabilities that trust makes of what was said."""
    slope, weight, shift = trust
    return sigmoid(slope * log_odds(said.sure) + weight * said.cues + shift)


@dataclass(frozen=True, slots=True)
class Model:
    """A coder that people's decisions taught.

    `share` is how much the learned part counts beside the phrases, for each code; `thresholds`
    are probabilities from which a code is given; `slope` and `shift` turn a probability's log
    odds into the confidence that people see, all for each code. `always` says that every answer
    has some code; `whole_share` is how much the whole answer counts beside each clause. `kept`
    are codes that an older model, known by its `name`, gives better.
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
        """Return the log odds that the learned part alone gives, shape (clauses, codes)."""
        clauses = inputs(self.features, self.codes, answer.clauses, answer.tone, points)
        at = None if points is None else middle(points)
        [whole] = inputs(self.features, self.codes, [answer.whole], answer.tone, at)
        logits = np.array([self.clause.logits(clause) for clause in clauses])
        both: Floats = logits + self.whole_share * (self.whole.logits(whole) - logits)
        return both

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


def by_code(said: Mapping[str, float], codes: Sequence[str]) -> Floats:
    """Return what is said of each code in the codes' order; 0 where nothing is."""
    return np.array([said.get(code, 0.0) for code in codes])


def sigmoid(logits: Floats) -> Floats:
    """Return log odds as probabilities."""
    odds: Floats = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
    return odds


def log_odds(probability: Floats) -> Floats:
    """Return probabilities as log odds, none beyond a million to one."""
    kept = np.clip(probability, 1e-6, 1 - 1e-6)
    odds: Floats = np.log(kept / (1 - kept))
    return odds


def middle(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of points, brought to length 1, shape (1, width)."""
    mean = points.mean(axis=0, keepdims=True)
    brought: NDArray[np.float32] = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return brought
