"""Time limits that have passed for certain, and weeks until something came."""

from collections.abc import Sequence
from datetime import date
from math import exp, inf, sqrt
from typing import NamedTuple

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


class Step(NamedTuple):
    """The share still waiting after a week in which something came."""

    week: float
    waiting: float
    low: float  # ends of the 95 % range; NaN once nobody waits, where it is not defined
    high: float


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
    [(2, 0.75), (3, 0.5), (6, 0.0)]
    """
    _check(weeks, finished)
    steps, waiting, spread = [], 1.0, 0.0
    for week in sorted({week for week, came in zip(weeks, finished, strict=True) if came}):
        at_risk = sum(other >= week for other in weeks)
        came_now = sum(
            came and other == week for other, came in zip(weeks, finished, strict=True)
        )
        left = at_risk - came_now
        waiting *= left / at_risk
        spread += came_now / (at_risk * left) if left else inf
        steps.append(Step(week, waiting, *_log_range(waiting, spread)))
    return tuple(steps)


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
    (4, 2, None)
    """
    curve = waiting_curve(weeks, finished)
    return (
        _first_week(curve, "waiting"),
        _first_week(curve, "low"),
        _first_week(curve, "high"),
    )


def _check(weeks: Sequence[float], finished: Sequence[bool]) -> None:
    if len(weeks) != len(finished):
        found = f"found {len(weeks)} and {len(finished)} values"
        raise InputError(f"weeks and finished: {found}, expected one of each a review")
    for week in weeks:
        if not 0 <= week < inf:
            raise InputError(f"weeks: found {week:g}, expected 0 or more")


def _log_range(waiting: float, spread: float) -> tuple[float, float]:
    if spread == inf:
        return float("nan"), float("nan")
    reach = exp(Z95 * sqrt(spread))
    return waiting / reach, min(1.0, waiting * reach)


def _first_week(curve: Sequence[Step], end: str) -> float | None:
    return next((step.week for step in curve if getattr(step, end) <= 0.5 + ROUNDING), None)
