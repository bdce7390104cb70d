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
# (cells, deals): 1 where a cell is dealt to the smaller process; sums stay exact to 16 million.
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
        In (0, 1]; None (not tested) below 7 cells in all or 3 in one process. The same
        whichever process is called the pilot, whatever the cells are called, and whether
        those who agreed are counted or those who did not.

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
    order = _order(agreed, asked)
    agreed, asked = (np.take_along_axis(part, order, axis=0) for part in (agreed, asked))
    arms = in_pilot[order]
    answered, ours = (asked > 0).sum(axis=0), (arms & (asked > 0)).sum(axis=0)
    sizes = np.stack([answered, np.minimum(ours, answered - ours)])
    found: list[float | None] = [None] * asked.shape[1]
    for cells, chosen in np.unique(sizes, axis=1).T.tolist():
        dealt = _deal(cells, chosen, len(asked), seed, draws)
        if dealt is None:
            continue
        measures = np.flatnonzero((sizes[0] == cells) & (sizes[1] == chosen))
        here = slice(len(asked) - cells, None), measures
        p_values = _p_values(agreed[here], asked[here], arms[here], *dealt)
        for measure, p in zip(measures, p_values, strict=True):
            found[measure] = float(p)
    return found


def _order(agreed: Numbers, asked: Numbers) -> NDArray[np.intp]:
    """Return each measure's cells in an order that hangs on their sizes alone, empty ones first.

    Chance then deals out alike whatever cells, processes and answers are called.
    """
    turned = np.where(2 * agreed.sum(axis=0) > asked.sum(axis=0), asked - agreed, agreed)
    return np.lexsort((turned, asked), axis=0)


@lru_cache(maxsize=24)  # the families of questions of one snapshot deal alike
def _deal(cells: int, chosen: int, most: int, seed: int, draws: int) -> tuple[Deals, bool] | None:
    """Return which cells the smaller process has in each deal, and if these are all deals.

    None: too few. Cell by cell, each goes to it with the chance of places left among cells left:
    Fan, Muller & Rezucha (1962), J. Am. Stat. Assoc. 57, 387. Nobody may write to the deals.
    """
    if cells < LEAST_CELLS or chosen < LEAST_CELLS_EACH:
        return None
    if comb(cells, chosen) <= EXACT_UP_TO:
        return _all_deals(cells, chosen), True
    deals = np.empty((cells, draws), dtype=np.float32)
    places = np.full(draws, float(chosen))
    for at, lots in enumerate(_lots(most, seed, draws)[:cells]):
        deals[at] = lots * (cells - at) < places
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
    agreed: Numbers, asked: Numbers, arms: NDArray[np.bool_], deals: Deals, complete: bool
) -> Numbers:
    both = np.hstack([agreed, asked]).T
    in_all = both.sum(axis=1, keepdims=True)
    in_pilot = both * np.hstack([arms, arms]).T
    observed = _parted(in_pilot.sum(axis=1, keepdims=True), in_all)
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
