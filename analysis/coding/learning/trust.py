"""What the phrase coder's word is worth, seen by what people decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.coding.learning.clauses import Clause

# How many decisions about one code the phrase coder's word is worth, and its silence.
_PRIOR, _PRIOR_SILENT = 8.0, 12.0
_SPEAKS, _SPEAKS_BY_CUES = 0.3, 0.5  # so sure, and it has spoken for a code
AS_SAID = (1.0, 0.0, 0.0)  # trust before anything was decided

Floats = NDArray[np.float64]


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
