"""Two processes compared: clustering, whole-setting permutation, many questions at once."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from math import comb, isnan

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.errors import InputError

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

DRAWS = 4_999
EXACT_UP_TO = 20_000
LEAST_CELLS, LEAST_CELLS_EACH = 7, 3
ROUNDING = 1e-9  # a tie must not be lost to the last digit of a division


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
    return float(design_effects(_column(counts), _column(totals), at_least)[0])


def design_effects(counts: ArrayLike, totals: ArrayLike, at_least: float = 1.0) -> Numbers:
    """Return `design_effect` of each measure; tables are (settings, measures)."""
    agreed, asked = _tables(counts, totals)
    settings = np.count_nonzero(asked, axis=0)
    replies, yes = asked.sum(axis=0), agreed.sum(axis=0)
    told = (settings > 1) & (yes > 0) & (yes < replies)
    # Where nothing can be told, any number that divides will do: the floor replaces it.
    settings, replies = np.where(told, settings, 2), np.where(told, replies, 2)
    share = np.where(told, yes / replies, 0.5)
    between = settings / (settings - 1) * ((agreed - share * asked) ** 2).sum(axis=0) / replies**2
    alone = share * (1 - share) / (replies - 1)
    return np.maximum(at_least, np.where(told, between / alone, at_least))


def permutation_p_value(
    counts: ArrayLike, totals: ArrayLike, pilot: ArrayLike, seed: int, draws: int = DRAWS
) -> float | None:
    """Return the p-value of one measure; see `permutation_p_values`. Vectors are (cells,).

    Examples
    --------
    Eight cells, four in each process: all 70 ways to deal them out are tried.

    >>> permutation_p_value([4, 4, 3, 4, 0, 1, 0, 1], [4] * 8, [True] * 4 + [False] * 4, seed=1)
    0.02857142857142857
    """
    return permutation_p_values(_column(counts), _column(totals), pilot, seed, draws)[0]


def permutation_p_values(
    counts: ArrayLike, totals: ArrayLike, pilot: ArrayLike, seed: int, draws: int = DRAWS
) -> list[float | None]:
    """Return, for each measure, how often chance alone parts whole cells as far as observed.

    A cell is a setting in one process. Cells are dealt out anew, whole, to as many pilot and
    old places as there were; two-sided, on the difference of the two shares. A measure is
    dealt out over the cells that answered it.

    Parameters
    ----------
    counts, totals
        Shape (cells, measures): how many agreed, of how many who answered.
    pilot
        Shape (cells,): True where the cell belongs to the pilot.
    seed, draws
        Used where there are more than 20,000 ways to deal: so many are drawn, and the
        observed one is counted among them.

    Returns
    -------
    list of float or None
        In (0, 1]; None (not tested) below 7 cells in all or 3 in one process.

    Raises
    ------
    InputError
        If the shapes do not fit or a count does not lie between 0 and its total.

    References
    ----------
    Edgington & Onghena (2007), Randomization Tests, 4th ed.; (1 + b) / (1 + draws):
    Phipson & Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9, 39.
    """
    agreed, asked = _tables(counts, totals)
    in_pilot = np.asarray(pilot, dtype=bool)
    if in_pilot.shape != asked.shape[:1]:
        raise InputError(f"pilot: found shape {in_pilot.shape}, expected ({asked.shape[0]},)")
    places = _places(in_pilot.size, seed, draws)
    found: list[float | None] = [None] * asked.shape[1]
    patterns, pattern_of = np.unique(asked > 0, axis=1, return_inverse=True)
    for at, answered in enumerate(patterns.T):
        measures = np.flatnonzero(pattern_of.ravel() == at)
        dealt = _deal(in_pilot[answered], places[:, answered])
        if dealt is None:
            continue
        here = np.ix_(answered, measures)
        p_values = _p_values(agreed[here], asked[here], in_pilot[answered], *dealt)
        for measure, p in zip(measures, p_values, strict=True):
            found[measure] = float(p)
    return found


@lru_cache(maxsize=8)  # the families of questions of one snapshot are dealt alike
def _places(cells: int, seed: int, draws: int) -> NDArray[np.uint16]:
    """Return, for each draw, a random order of the cells; nobody may write to it."""
    order = np.tile(np.arange(cells, dtype=np.uint16), (draws, 1))
    places = np.random.default_rng(seed).permuted(order, axis=1)
    places.flags.writeable = False
    return places


def _deal(pilot: Flags, places: NDArray[np.uint16]) -> tuple[Numbers, bool] | None:
    """Return which cells are pilot in each deal, and if these are all deals; None: too few."""
    cells, chosen = pilot.size, int(pilot.sum())
    if cells < LEAST_CELLS or min(chosen, cells - chosen) < LEAST_CELLS_EACH:
        return None
    if comb(cells, chosen) <= EXACT_UP_TO:
        return _all_deals(cells, chosen), True
    last = np.partition(places, chosen - 1, axis=1)[:, chosen - 1 : chosen]
    return (places <= last).astype(float), False


@lru_cache(maxsize=32)
def _all_deals(cells: int, chosen: int) -> Numbers:
    ways = np.array(list(combinations(range(cells), chosen)))
    deals = np.zeros((len(ways), cells))
    np.put_along_axis(deals, ways, 1.0, axis=1)
    return deals


def _p_values(
    agreed: Numbers, asked: Numbers, pilot: Flags, deals: Numbers, complete: bool
) -> Numbers:
    both = np.hstack([agreed, asked])
    observed = _parted(pilot.astype(float)[np.newaxis] @ both, both.sum(axis=0))
    as_far = (_parted(deals @ both, both.sum(axis=0)) >= observed - ROUNDING).sum(axis=0)
    p_values: Numbers = as_far / len(deals) if complete else (1 + as_far) / (1 + len(deals))
    return p_values


def _parted(in_pilot: Numbers, in_all: Numbers) -> Numbers:
    """Return how far the two shares lie apart, from sums (deals, agreed then asked)."""
    agreed, asked = np.hsplit(in_pilot, 2)
    agreed_old, asked_old = np.hsplit(in_all - in_pilot, 2)
    parted: Numbers = np.abs(agreed / asked - agreed_old / asked_old)
    return parted


def _column(values: ArrayLike) -> Numbers:
    return np.asarray(values, dtype=float)[..., np.newaxis]


def _tables(counts: ArrayLike, totals: ArrayLike) -> tuple[Numbers, Numbers]:
    agreed, asked = np.asarray(counts, dtype=float), np.asarray(totals, dtype=float)
    if agreed.shape != asked.shape or agreed.ndim != 2:
        found = f"found shapes {agreed.shape} and {asked.shape}"
        raise InputError(f"counts and totals: {found}, expected one row a setting in both")
    if not np.all((agreed >= 0) & (agreed <= asked)):
        raise InputError("counts: found one outside 0 to its total, expected none")
    return agreed, asked
