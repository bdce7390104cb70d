"""Whether odds are as many times higher at each threshold, as the model takes them to be."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import chdtrc, logit

from analysis.evidence.intervals import categories

Numbers = NDArray[np.float64]
LEAST_EACH_SIDE = 5  # families of each process on both sides of a threshold that is looked at


class Parallel(NamedTuple):
    """How far the thresholds lie apart, and how often chance alone would part them so far."""

    statistic: float
    degrees: int
    p_value: float


def brant_test(pilot: ArrayLike, old: ArrayLike, design_effect: float = 1.0) -> Parallel | None:
    """Return Brant's test that the two processes differ alike at each threshold of an answer.

    Parameters
    ----------
    pilot, old
        Shape (categories,): how many gave each answer, from the lowest to the highest.
    design_effect
        How many times wider an estimate varies because replies come in settings.

    Returns
    -------
    Parallel or None
        None where it cannot be told: fewer than two thresholds, or one with nobody of a process
        on a side.

    Raises
    ------
    InputError
        If the categories differ in number or a count is below 0.

    References
    ----------
    Brant (1990), Biometrics 46, 1171, whose logits of two groups need no search; Rao & Scott
    (1981), J. Am. Stat. Assoc. 76, 221, for dividing by the design effect.

    Examples
    --------
    >>> found = brant_test([14, 10, 3, 2], [11, 7, 8, 4])
    >>> f"{found.statistic:.3f} on {found.degrees}, p {found.p_value:.3f}"
    '1.668 on 2, p 0.434'
    """
    counts = np.stack(categories(pilot, old))
    counts = counts[:, counts.sum(axis=0) > 0]
    families = counts.sum(axis=1)
    if min(families) == 0 or counts.shape[1] <= 2:
        return None
    above = 1 - counts.cumsum(axis=1)[:, :-1] / families[:, None]
    if np.isin(above, (0, 1)).any():
        return None
    contrast = np.diff(np.eye(len(above[0])), axis=0)
    apart = contrast @ (logit(above[0]) - logit(above[1]))
    spread = contrast @ sum(map(_covariance, above, families)) @ contrast.T
    statistic = apart @ np.linalg.solve(spread, apart) / design_effect
    return Parallel(float(statistic), len(apart), float(chdtrc(len(apart), statistic)))


def _covariance(above: Numbers, families: float) -> Numbers:
    """Return the covariance of the log odds of a process, which the same families told."""
    found: Numbers = 1 / (
        families * np.maximum.outer(above, above) * (1 - np.minimum.outer(above, above))
    )
    return found


def told_apart(pilot: ArrayLike, old: ArrayLike) -> tuple[Numbers, Numbers]:
    """Return the counts with answers put together that too few gave for a threshold between.

    Examples
    --------
    >>> [counts.tolist() for counts in told_apart([1, 6, 5, 9], [4, 4, 7, 2])]
    [[7.0, 14.0], [8.0, 9.0]]
    """
    counts = np.stack(categories(pilot, old))
    below = counts.cumsum(axis=1)[:, :-1]
    enough = np.minimum(below, counts.sum(axis=1, keepdims=True) - below) >= LEAST_EACH_SIDE
    starts = [0, *(np.flatnonzero(enough.all(axis=0)) + 1).tolist()]
    ours, theirs = np.add.reduceat(counts, starts, axis=1)
    return ours, theirs
