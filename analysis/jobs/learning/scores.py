"""How well codes were found: F1 over all decisions and by code, with ranges."""

import numpy as np
from numpy.typing import NDArray

Truth = NDArray[np.bool_]
Floats = NDArray[np.float64]
_DRAWS = 400


def micro_f1(given: Truth, truth: Truth) -> float:
    """Return F1 with all decisions pooled; 0 where nothing is there and nothing given."""
    return _f1(int((given & truth).sum()), int(given.sum()), int(truth.sum()))


def code_f1(given: Truth, truth: Truth) -> Floats:
    """Return F1 of each code; shapes (answers, codes)."""
    right, said, there = (one.sum(axis=0) for one in (given & truth, given, truth))
    return np.array([_f1(*counts) for counts in zip(right, said, there, strict=True)])


def macro_f1(given: Truth, truth: Truth, at_least: int = 1) -> float:
    """Return the mean F1 of the codes that stand at least so often in the truth."""
    occur = truth.sum(axis=0) >= at_least
    return float(code_f1(given, truth)[occur].mean()) if occur.any() else 0.0


def f1_ranges(given: Truth, truth: Truth, seed: int) -> tuple[Floats, Floats]:
    """Return the low and high end of each code's F1, from answers drawn anew (95 in 100)."""
    if not len(truth):
        return np.zeros(truth.shape[1]), np.zeros(truth.shape[1])
    draw = np.random.default_rng(seed)
    drawn = draw.integers(0, len(truth), (_DRAWS, len(truth)))
    scores = np.array([code_f1(given[rows], truth[rows]) for rows in drawn])
    low, high = np.quantile(scores, [0.025, 0.975], axis=0)
    return low, high


def micro_range(given: Truth, truth: Truth, seed: int) -> tuple[float, float]:
    """Return the low and high end of the pooled F1, from answers drawn anew (95 in 100)."""
    if not len(truth):
        return 0.0, 0.0
    counts = np.stack([one.sum(axis=1) for one in (given & truth, given, truth)])
    draw = np.random.default_rng(seed).integers(0, len(truth), (_DRAWS, len(truth)))
    right, said, there = counts[:, draw].sum(axis=2)
    low, high = np.quantile(2 * right / np.maximum(said + there, 1), [0.025, 0.975])
    return float(low), float(high)


def _f1(right: int, said: int, there: int) -> float:
    return 2 * right / (said + there) if said + there else 0.0
