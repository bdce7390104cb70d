"""Whole settings dealt out anew between the processes: how far chance alone parts them."""

from functools import lru_cache
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.errors import InputError
from analysis.evidence.comparison import column, tables

DRAWS = 4_999
EXACT_UP_TO = 20_000
LEAST_CELLS, LEAST_CELLS_EACH = 7, 3
ROUNDING = 1e-9  # a tie must not be lost to the last digit of a division
Numbers = NDArray[np.float64]
# (cells, deals): 1 where a cell is dealt to the pilot; sums stay exact to 16 million.
Deals = NDArray[np.float32]


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
    return permutation_p_values(column(counts), column(totals), pilot, seed, draws)[0]


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
    agreed, asked = tables(counts, totals)
    in_pilot = np.asarray(pilot, dtype=bool)
    if in_pilot.shape != asked.shape[:1]:
        raise InputError(f"pilot: found shape {in_pilot.shape}, expected ({asked.shape[0]},)")
    found: list[float | None] = [None] * asked.shape[1]
    patterns, pattern_of = np.unique(asked > 0, axis=1, return_inverse=True)
    for at, answered in enumerate(patterns.T):
        measures = np.flatnonzero(pattern_of.ravel() == at)
        dealt = _deal(in_pilot.tobytes(), answered.tobytes(), seed, draws)
        if dealt is None:
            continue
        here = np.ix_(answered, measures)
        p_values = _p_values(agreed[here], asked[here], in_pilot[answered], *dealt)
        for measure, p in zip(measures, p_values, strict=True):
            found[measure] = float(p)
    return found


@lru_cache(maxsize=24)  # the families of questions of one snapshot deal alike
def _deal(pilot: bytes, answered: bytes, seed: int, draws: int) -> tuple[Deals, bool] | None:
    """Return which cells are pilot in each deal, and if these are all deals; None: too few.

    Cell by cell, each goes to the pilot with the chance of places left among cells left: Fan,
    Muller & Rezucha (1962), J. Am. Stat. Assoc. 57, 387. Nobody may write to the deals.
    """
    kept = np.frombuffer(answered, dtype=bool)
    in_pilot = np.frombuffer(pilot, dtype=bool)[kept]
    cells, chosen = in_pilot.size, int(in_pilot.sum())
    if cells < LEAST_CELLS or min(chosen, cells - chosen) < LEAST_CELLS_EACH:
        return None
    if comb(cells, chosen) <= EXACT_UP_TO:
        return _all_deals(cells, chosen), True
    deals = np.empty((cells, draws), dtype=np.float32)
    places = np.full(draws, float(chosen))
    lots = _lots(kept.size, seed, draws)
    for at, cell in enumerate(np.flatnonzero(kept)):
        deals[at] = lots[cell] * (cells - at) < places
        places -= deals[at]
    return deals, False


@lru_cache(maxsize=4)
def _lots(cells: int, seed: int, draws: int) -> Numbers:
    """Return a number in [0, 1) for each cell in each draw; nobody may write to it."""
    return np.random.default_rng(seed).random((cells, draws))


def _all_deals(cells: int, chosen: int) -> Deals:
    ways = np.array(list(combinations(range(cells), chosen))).T
    deals = np.zeros((cells, ways.shape[1]), dtype=np.float32)
    np.put_along_axis(deals, ways, 1.0, axis=0)
    return deals


def _p_values(
    agreed: Numbers, asked: Numbers, pilot: NDArray[np.bool_], deals: Deals, complete: bool
) -> Numbers:
    both = np.hstack([agreed, asked]).T
    in_all = both.sum(axis=1, keepdims=True)
    observed = _parted(both @ pilot[:, np.newaxis], in_all)
    dealt = (both.astype(np.float32) @ deals).astype(float)
    as_far = (_parted(dealt, in_all) >= observed - ROUNDING).sum(axis=1)
    ways = deals.shape[1]
    p_values: Numbers = as_far / ways if complete else (1 + as_far) / (1 + ways)
    return p_values


def _parted(in_pilot: Numbers, in_all: Numbers) -> Numbers:
    """Return how far the two shares lie apart, from sums (agreed then asked, deals)."""
    agreed, asked = np.vsplit(in_pilot, 2)
    agreed_old, asked_old = np.vsplit(in_all - in_pilot, 2)
    parted: Numbers = np.abs(agreed / asked - agreed_old / asked_old)
    return parted
