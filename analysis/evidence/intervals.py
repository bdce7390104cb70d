"""Ranges for a share, for the difference of two shares, and for two whole distributions."""

from math import hypot, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from analysis.errors import InputError

Numbers = NDArray[np.float64]

Z95 = 1.959963984540054
Z90 = 1.6448536269514722


def wilson_interval(count: float, total: float, z: float = Z95) -> tuple[float, float]:
    """Return the Wilson score interval of a share, as (low, high).

    Parameters
    ----------
    count, total
        How many agreed, of how many who answered. Effective counts may be fractions.
        With nobody answering, nothing is known: (0.0, 1.0).
    z
        Normal quantile: `Z95` for a 95 % range, `Z90` for a 90 % one.

    Returns
    -------
    tuple of float
        Both ends as proportions; they never leave 0 to 1.

    Raises
    ------
    InputError
        If `count` is below 0 or above `total`.

    References
    ----------
    Wilson (1927), J. Am. Stat. Assoc. 22, 209; method 3 of Newcombe (1998),
    Stat. Med. 17, 857.

    Examples
    --------
    Nine of twenty families agreed.

    >>> low, high = wilson_interval(9, 20)
    >>> f"{low:.4f} to {high:.4f}"
    '0.2582 to 0.6579'
    """
    if not 0 <= count <= total:
        raise InputError(f"count: found {count:g}, expected 0 to the total, {total:g}")
    if total == 0:
        return 0.0, 1.0
    share, curve = count / total, z**2 / total
    centre = share + curve / 2
    spread = z * sqrt((share * (1 - share) + curve / 4) / total)
    # None and all end at 0 and 1 themselves, not a rounding beside them.
    low = 0.0 if count == 0 else (centre - spread) / (1 + curve)
    high = 1.0 if count == total else (centre + spread) / (1 + curve)
    return low, high


def newcombe_interval(
    count_pilot: float, total_pilot: float, count_old: float, total_old: float, z: float = Z95
) -> tuple[float, float]:
    """Return Newcombe's hybrid score interval of pilot share minus old share, as (low, high).

    An end is reached when one share moves to its own Wilson limit and the other the opposite way.

    Parameters
    ----------
    count_pilot, total_pilot, count_old, total_old
        How many agreed, of how many who answered, in each process. With nobody in one
        of them, nothing is known: (-1.0, 1.0).
    z
        Normal quantile, as for `wilson_interval`.

    Returns
    -------
    tuple of float
        Both ends as proportions between -1 and 1.

    Raises
    ------
    InputError
        If a count is below 0 or above its total.

    References
    ----------
    Method 10 of Newcombe (1998), Stat. Med. 17, 873.

    Examples
    --------
    Fourteen of forty agreed in the pilot, twelve of twenty in the old process.

    >>> low, high = newcombe_interval(14, 40, 12, 20)
    >>> f"{low:.4f} to {high:.4f}"
    '-0.4722 to 0.0137'
    """
    pilot_low, pilot_high = wilson_interval(count_pilot, total_pilot, z)
    old_low, old_high = wilson_interval(count_old, total_old, z)
    if total_pilot == 0 or total_old == 0:
        return -1.0, 1.0
    pilot, old = count_pilot / total_pilot, count_old / total_old
    difference = pilot - old
    low = difference - hypot(pilot - pilot_low, old_high - old)
    high = difference + hypot(pilot_high - pilot, old - old_low)
    return max(-1.0, low), min(1.0, high)


class RelativeEffect(NamedTuple):
    """The chance that a pilot answer stands higher than an old one, with its 95 % range."""

    estimate: float
    low: float
    high: float
    error: float | None  # standard error; None where the spread cannot be told
    degrees: float | None  # of freedom, after Satterthwaite


def brunner_munzel_interval(
    pilot: ArrayLike, old: ArrayLike, design_effect: float = 1.0
) -> RelativeEffect:
    """Return P(pilot above old) + P(equal) / 2 of an ordered item, with its interval.

    Parameters
    ----------
    pilot, old
        Shape (categories,): how many gave each answer, from the lowest to the highest.
    design_effect
        How many times wider the estimate varies because replies come in settings.

    Returns
    -------
    RelativeEffect
        Kept in 0 to 1; above 0.5 where pilot answers tend to stand higher. The range is
        0 to 1 where the spread cannot be told: fewer than two answers in a process,
        everybody the same, or no overlap. Without answers in a process the estimate is 0.5.

    Raises
    ------
    InputError
        If the categories differ in number or a count is below 0.

    References
    ----------
    Brunner & Munzel (2000), Biom. J. 42, 17; Neubert & Brunner (2007),
    Comput. Stat. Data Anal. 51, 5192.

    Examples
    --------
    Ten families in each process, answers from disagree over neither to agree.

    >>> effect = brunner_munzel_interval([1, 2, 7], [4, 3, 3])
    >>> f"{effect.estimate:.3f}, {effect.low:.3f} to {effect.high:.3f}"
    '0.725, 0.494 to 0.956'
    """
    ours, theirs = categories(pilot, old)
    n_ours, n_theirs = ours.sum(), theirs.sum()
    if min(n_ours, n_theirs) == 0:
        return RelativeEffect(0.5, 0.0, 1.0, None, None)
    places = _mid_shares(theirs)  # of a pilot answer among old ones
    estimate = float(ours @ places / n_ours)
    spread_ours = _variance_of_mean(places, ours)
    spread_theirs = _variance_of_mean(_mid_shares(ours), theirs)
    spread = spread_ours + spread_theirs
    if min(n_ours, n_theirs) < 2 or spread == 0:
        return RelativeEffect(estimate, 0.0, 1.0, None, None)
    degrees = float(spread**2 / (spread_ours**2 / (n_ours - 1) + spread_theirs**2 / (n_theirs - 1)))
    error = sqrt(spread * design_effect)
    reach = float(stdtrit(degrees, 0.975)) * error
    return RelativeEffect(
        estimate, max(0.0, estimate - reach), min(1.0, estimate + reach), error, degrees
    )


def categories(pilot: ArrayLike, old: ArrayLike) -> tuple[Numbers, Numbers]:
    """Return both counts as numbers, or refuse shapes and counts that do not fit."""
    ours, theirs = np.asarray(pilot, dtype=float), np.asarray(old, dtype=float)
    if ours.shape != theirs.shape or ours.ndim != 1:
        found = f"found shapes {ours.shape} and {theirs.shape}"
        raise InputError(f"pilot and old: {found}, expected one count a category in both")
    if not (np.all(ours >= 0) and np.all(theirs >= 0)):
        raise InputError("pilot and old: found a count below 0, expected 0 or more")
    return ours, theirs


def _mid_shares(counts: Numbers) -> Numbers:
    """Return, for each category, the share below it and half the share in it."""
    shares: Numbers = (np.cumsum(counts) - counts / 2) / counts.sum()
    return shares


def _variance_of_mean(values: Numbers, counts: Numbers) -> float:
    n = counts.sum()
    if n < 2:
        return 0.0
    mean = counts @ values / n
    return float(counts @ (values - mean) ** 2 / (n - 1) / n)
