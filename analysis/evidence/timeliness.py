"""Time limits that have passed for certain, and weeks until something came."""

from collections.abc import Sequence
from datetime import date
from math import exp, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.facts import limit_passed
from analysis.definitions.survey import Outcome
from analysis.errors import InputError
from analysis.evidence.intervals import Z95

ROUNDING = 1e-9  # a product of fractions that should be one half may miss it by a digit


def clock_state(
    answer_outcome: Outcome, meeting: str | None, reply_day: date, after_days: int
) -> Outcome:
    """Return what an answer about a time limit counts as on the day it was given.

    An answer counts only once the limit must have passed, whatever it says: early replies
    hold many letters that came quickly and few of those still to come.

    Parameters
    ----------
    answer_outcome
        What the answer would count as with the limit behind it.
    meeting
        "YYYY-MM" (the limit runs from the month's last day) or "YYYY-MM-DD" (from the
        day); None or any other word means that it is not known.
    reply_day, after_days
        The day of the reply, and how many days the limit allows.

    Returns
    -------
    str
        "na" up to and on the limit's last day and for what was not asked; "unknown"
        without a date; else the answer's own outcome.

    Examples
    --------
    A meeting in March and a limit of 28 days: 28 April is too early, 29 April is not.

    >>> clock_state("right", "2026-03", date(2026, 4, 28), 28)
    'na'
    >>> clock_state("right", "2026-03", date(2026, 4, 29), 28)
    'right'
    """
    if answer_outcome == "na":
        return "na"
    passed = limit_passed(meeting or "", reply_day, after_days)
    if passed is None:
        return "unknown"
    return answer_outcome if passed else "na"


def limit_bounds(
    right: int, base: int, open_right: int, open_other: int
) -> tuple[float, float] | None:
    """Return between which shares the truth lies where some limits may have passed, (low, high).

    Parameters
    ----------
    right, base
        Families whose limit has passed for certain: in time, of all who gave an answer.
    open_right, open_other
        Families whose limit may have passed, as the month leaves it open: in time, and not.

    Returns
    -------
    tuple of float or None
        The share in time of those whose limit has passed lies in it, whichever of the open
        ones these are. None with nobody at all.

    Raises
    ------
    InputError
        If a number is below 0 or `right` above `base`.

    References
    ----------
    Manski (2003), Partial Identification of Probability Distributions, chapter 1.

    Examples
    --------
    >>> low, high = limit_bounds(20, 40, open_right=6, open_other=4)
    >>> f"{low:.3f} to {high:.3f}"
    '0.455 to 0.565'
    """
    if min(right, open_right, open_other) < 0 or right > base:
        raise InputError(f"right and base: found {right} of {base}, expected a part of a whole")
    low = right / (base + open_other) if base + open_other else 0.0
    high = (right + open_right) / (base + open_right) if base + open_right else 1.0
    return (low, high) if base + open_right + open_other else None


class Step(NamedTuple):
    """The share still waiting after a week in which something came."""

    week: float
    waiting: float
    low: float | None  # ends of the 95 % range; not defined once nobody waits
    high: float | None


def waiting_curve(weeks: Sequence[float], finished: Sequence[bool]) -> tuple[Step, ...]:
    """Return the Kaplan-Meier curve with its log-transformed 95 % range.

    Parameters
    ----------
    weeks, finished
        One a review: weeks waited, and whether it came then (else it was still awaited).

    Returns
    -------
    tuple of Step
        One a week in which something came; empty where nothing did.

    Raises
    ------
    InputError
        If the lengths differ or a number of weeks is negative or not finite.

    References
    ----------
    Kaplan & Meier (1958), J. Am. Stat. Assoc. 53, 457; variance of the logarithm after
    Greenwood: Kalbfleisch & Prentice (2002), 2nd ed., section 1.4.

    Examples
    --------
    Letters after 2, 3 and 6 weeks; a fourth family still waits after 4.

    >>> [(step.week, step.waiting) for step in waiting_curve([2, 3, 4, 6], [1, 1, 0, 1])]
    [(2.0, 0.75), (3.0, 0.5), (6.0, 0.0)]
    """
    waited, came = _reviews(weeks, finished)
    steps, came_then = np.unique(waited[came], return_counts=True)
    at_risk = waited.size - np.searchsorted(np.sort(waited), steps)
    left = at_risk - came_then
    waiting = np.cumprod(left / at_risk)
    # Only the last step can leave nobody; its variance is not defined and not used.
    variance = np.cumsum(came_then / (at_risk * np.maximum(left, 1)))
    rows = zip(steps.tolist(), waiting.tolist(), variance.tolist(), strict=True)
    return tuple(Step(week, share, *_log_range(share, spread)) for week, share, spread in rows)


def median_weeks(
    weeks: Sequence[float], finished: Sequence[bool]
) -> tuple[float | None, float | None, float | None]:
    """Return the weeks by which half had it, as (median, low, high) of a 95 % range.

    Parameters
    ----------
    weeks, finished
        As for `waiting_curve`. Those still waiting belong in: the median of those who
        have it already is biased short.

    Returns
    -------
    tuple of float or None
        Each is the first week at which the curve, or an end of its range, is at one half
        or below; None where it never is, and where nobody is given.

    Raises
    ------
    InputError
        As `waiting_curve`.

    References
    ----------
    Brookmeyer & Crowley (1982), Biometrics 38, 29, on the range of `waiting_curve`.

    Examples
    --------
    >>> median_weeks([2, 3, 4, 6, 7, 9], [1, 1, 1, 0, 1, 0])
    (4.0, 3.0, None)
    """
    curve = waiting_curve(weeks, finished)
    return (
        _first_week(curve, "waiting"),
        _first_week(curve, "low"),
        _first_week(curve, "high"),
    )


def _reviews(
    weeks: Sequence[float], finished: Sequence[bool]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    waited, came = np.asarray(weeks, dtype=float), np.asarray(finished, dtype=bool)
    if waited.shape != came.shape or waited.ndim != 1:
        found = f"found shapes {waited.shape} and {came.shape}"
        raise InputError(f"weeks and finished: {found}, expected one of each a review")
    if not np.all((waited >= 0) & np.isfinite(waited)):
        raise InputError("weeks: found one below 0 or not finite, expected 0 or more")
    return waited, came


def _log_range(waiting: float, variance: float) -> tuple[float | None, float | None]:
    if waiting == 0:
        return None, None
    reach = exp(Z95 * sqrt(variance))
    return waiting / reach, min(1.0, waiting * reach)


def _first_week(curve: Sequence[Step], end: str) -> float | None:
    for step in curve:
        share = getattr(step, end)
        if share is not None and share <= 0.5 + ROUNDING:
            return step.week
    return None
