"""Months in a row: run charts and process limits."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import comb, isfinite, log2, sqrt
from statistics import fmean, median
from typing import NamedTuple

from analysis.errors import InputError

POINTS_FOR_A_SIGNAL = 10
LIMIT_FACTOR = 2.66  # 3 / 1.128: three standard deviations in mean moving ranges
SCREEN_FACTOR = 3.267  # upper limit of a moving range


def run_chart_limits(n: int) -> tuple[int, int]:
    """Return the longest run and the fewest crossings that luck allows (longest, fewest).

    Parameters
    ----------
    n
        Useful points: those not on the middle line.

    Returns
    -------
    tuple of int
        A run longer than the first, or fewer crossings than the second, is a signal.

    Raises
    ------
    InputError
        If `n` is below 1.

    References
    ----------
    Anhøj & Olesen (2014), PLoS ONE 9, e113825: round(log2 n) + 3, and the 5 % point of
    a binomial with n - 1 even chances.

    Examples
    --------
    >>> run_chart_limits(24)
    (8, 8)
    """
    if n < 1:
        raise InputError(f"n: found {n}, expected 1 useful point or more")
    return round(log2(n)) + 3, _lowest_twentieth(n - 1)


class RunSignals(NamedTuple):
    """What a run chart shows; a signal says that something changed, never why."""

    useful: int
    longest_run: int
    crossings: int
    long_run: bool
    few_crossings: bool


def anhoj_signals(values: Sequence[float], centre: float | None = None) -> RunSignals:
    """Return the runs and crossings of a chart, and whether either is a signal.

    Parameters
    ----------
    values
        One a month, in order.
    centre
        The middle line; None takes the median of `values`. Points on it are not useful.

    Returns
    -------
    RunSignals
        No signal below 10 useful points: too short to call a trend.

    Raises
    ------
    InputError
        If a value is not finite.

    References
    ----------
    As `run_chart_limits`.

    Examples
    --------
    Five low months, then seven high ones: a single crossing where three are expected.

    >>> signals = anhoj_signals([20, 22, 19, 21, 20, 31, 30, 33, 32, 31, 34, 30], centre=25)
    >>> signals.longest_run, signals.crossings, signals.long_run, signals.few_crossings
    (7, 1, False, True)
    """
    _check(values, least=0)
    line = centre if centre is not None else median(values or [0.0])
    sides = [value > line for value in values if value != line]
    runs = [len(list(run)) for _, run in groupby(sides)]
    longest_run, crossings = max(runs, default=0), max(len(runs) - 1, 0)
    if len(sides) < POINTS_FOR_A_SIGNAL:
        return RunSignals(len(sides), longest_run, crossings, False, False)
    longest, fewest = run_chart_limits(len(sides))
    return RunSignals(len(sides), longest_run, crossings, longest_run > longest, crossings < fewest)


def xmr_limits(values: Sequence[float], screened: bool = True) -> tuple[float, float, float]:
    """Return the mean and the natural process limits of single values, as (mean, low, high).

    Parameters
    ----------
    values
        One a month, in order. Below 13 the limits are on trial.
    screened
        Leave out, once, moving ranges above their own upper limit, so that one jump
        does not widen the limits it should be judged by.

    Returns
    -------
    tuple of float
        In the unit of `values`, not clipped; all equal where nothing ever moved.

    Raises
    ------
    InputError
        If there are fewer than two values or one is not finite.

    References
    ----------
    Wheeler (1993), Understanding Variation (2.66 and 3.267); screening: Provost &
    Murray (2011), The Health Care Data Guide.

    Examples
    --------
    Moving ranges of 2, 1, 1 and 2: a mean of 1.5.

    >>> mean, low, high = xmr_limits([10, 12, 11, 12, 10])
    >>> f"{mean:.2f}, {low:.2f} to {high:.2f}"
    '11.00, 7.01 to 14.99'
    """
    _check(values, least=2)
    mean = fmean(values)
    moves = [abs(after - before) for before, after in pairwise(values)]
    if screened:
        ceiling = SCREEN_FACTOR * fmean(moves)
        moves = [move for move in moves if move <= ceiling]
    reach = LIMIT_FACTOR * fmean(moves)
    return mean, mean - reach, mean + reach


def p_chart_limits(
    counted: Sequence[int], bases: Sequence[int]
) -> list[tuple[float, float, float]]:
    """Return the middle and the limits of each share, as (middle, low, high), clipped to 0-1.

    For shares of uneven numbers of replies: a small month may lie further out.

    Parameters
    ----------
    counted, bases
        One a month, in order: how many, of how many.

    Raises
    ------
    InputError
        If the two differ in length, a base is below 1 or a count does not lie in its base.

    References
    ----------
    Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., section 7.2.

    Examples
    --------
    >>> limits = p_chart_limits([6, 12], [10, 20])
    >>> ["{:.2f}, {:.2f} to {:.2f}".format(*each) for each in limits]
    ['0.60, 0.14 to 1.00', '0.60, 0.27 to 0.93']
    """
    if len(counted) != len(bases):
        raise InputError(
            f"counted and bases: found {len(counted)} and {len(bases)}, expected one each"
        )
    for count, base in zip(counted, bases, strict=True):
        if base < 1 or not 0 <= count <= base:
            raise InputError(f"counted: found {count} of {base}, expected 0 to a base of 1 or more")
    middle = sum(counted) / sum(bases)
    reaches = [3 * sqrt(middle * (1 - middle) / base) for base in bases]
    return [(middle, max(0.0, middle - reach), min(1.0, middle + reach)) for reach in reaches]


def _lowest_twentieth(tosses: int) -> int:
    """Return the least number of heads whose chance of so many or fewer is 5 % or more."""
    ways, heads = 1, 0
    while 20 * ways < 2**tosses:  # whole numbers: no rounding at the edge
        heads += 1
        ways += comb(tosses, heads)
    return heads


def _check(values: Sequence[float], least: int) -> None:
    if len(values) < least:
        raise InputError(f"values: found {len(values)}, expected {least} or more")
    for value in values:
        if not isfinite(value):
            raise InputError(f"values: found {value}, expected numbers")
