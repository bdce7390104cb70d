"""Two processes compared: settings as clusters, many questions at once."""

from collections.abc import Sequence
from math import isnan

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.errors import InputError

Numbers = NDArray[np.float64]


def benjamini_hochberg(p_values: Sequence[float | None]) -> list[float | None]:
    """Return the p-values adjusted for the false discovery rate, in the order given.

    What was not tested (None or NaN) keeps its place and does not count as a question asked.

    Raises
    ------
    InputError
        If a p-value lies outside 0 to 1.

    References
    ----------
    Benjamini & Hochberg (1995), J. R. Stat. Soc. B 57, 289.

    Examples
    --------
    >>> benjamini_hochberg([0.01, None, 0.5, 0.04])
    [0.03, None, 0.5, 0.06]
    """
    tested = {at: float(p) for at, p in enumerate(p_values) if p is not None and not isnan(p)}
    if any(not 0 <= p <= 1 for p in tested.values()):
        raise InputError(f"p_values: found {sorted(tested.values())}, expected 0 to 1")
    adjusted: list[float | None] = list(p_values)
    least = 1.0
    for rank, at in enumerate(sorted(tested, key=lambda at: -tested[at])):
        least = min(least, tested[at] * (len(tested) / (len(tested) - rank)))
        adjusted[at] = least
    return adjusted


def effective_counts(count: float, total: float, design_effect: float) -> tuple[float, float]:
    """Return count and total shrunk to what independent replies of equal worth would number.

    Raises
    ------
    InputError
        If the design effect is below 1.

    References
    ----------
    Kish (1965), Survey Sampling, on the design effect.

    Examples
    --------
    >>> effective_counts(12, 18, 1.5)
    (8.0, 12.0)
    """
    if not design_effect >= 1:
        raise InputError(f"design_effect: found {design_effect:g}, expected 1 or more")
    return count / design_effect, total / design_effect


def design_effect(counts: ArrayLike, totals: ArrayLike, at_least: float = 1.0) -> float:
    """Return how many times wider a share varies because replies come in settings.

    Parameters
    ----------
    counts, totals
        Shape (settings,): how many agreed, of how many who answered, in each setting.
    at_least
        The floor: 1.5 where few settings or unknown ones leave the clustering open.

    Returns
    -------
    float
        Variance of the share between settings over that of as many independent replies;
        exactly 1 when each setting gave one reply. The floor where it cannot be told:
        fewer than two settings, or all (or none) agreed.

    Raises
    ------
    InputError
        If the shapes differ or a count does not lie between 0 and its total.

    References
    ----------
    Cochran (1977), Sampling Techniques, 3rd ed., section 3.12 (a proportion from
    clusters); Kish (1965), Survey Sampling, on the design effect.

    Examples
    --------
    Two settings of four: everybody agreed in one, nobody in the other.

    >>> design_effect([4, 0], [4, 4])
    7.0
    """
    return float(design_effects(column(counts), column(totals), at_least)[0])


def design_effects(counts: ArrayLike, totals: ArrayLike, at_least: float = 1.0) -> Numbers:
    """Return `design_effect` of each measure; tables are (settings, measures)."""
    agreed, asked = tables(counts, totals)
    settings = np.count_nonzero(asked, axis=0)
    replies, yes = asked.sum(axis=0), agreed.sum(axis=0)
    told = (settings > 1) & (yes > 0) & (yes < replies)
    # Where nothing can be told, any number that divides will do: the floor replaces it.
    settings, replies = np.where(told, settings, 2), np.where(told, replies, 2)
    share = np.where(told, yes / replies, 0.5)
    between = settings / (settings - 1) * ((agreed - share * asked) ** 2).sum(axis=0) / replies**2
    alone = share * (1 - share) / (replies - 1)
    return np.maximum(at_least, np.where(told, between / alone, at_least))


def column(values: ArrayLike) -> Numbers:
    """Return one measure's values as a table of one column."""
    return np.asarray(values, dtype=float)[..., np.newaxis]


def tables(counts: ArrayLike, totals: ArrayLike) -> tuple[Numbers, Numbers]:
    """Return both as numbers, or refuse shapes and counts that do not fit."""
    agreed, asked = np.asarray(counts, dtype=float), np.asarray(totals, dtype=float)
    if agreed.shape != asked.shape or agreed.ndim != 2:
        found = f"found shapes {agreed.shape} and {asked.shape}"
        raise InputError(f"counts and totals: {found}, expected one row a setting in both")
    if not np.all((agreed >= 0) & (agreed <= asked)):
        raise InputError("counts: found one outside 0 to its total, expected none")
    return agreed, asked
