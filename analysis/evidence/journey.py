"""The state of a stage, the first problem on the way, and sign flips of whole settings."""

from collections.abc import Mapping
from typing import get_args

import numpy as np
from numpy.typing import ArrayLike

from analysis.definitions.survey import Outcome
from analysis.errors import InputError

NO_PROBLEM, NOT_KNOWN = "no problem", "not known"
BAND_STARTS = (0, 1, 3, 5)
STAGES = 8
EXACT_UP_TO = 20  # settings: 2 ** 20 ways to flip them
DRAWS = 4_999
ROUNDING = 1e-9

# Of two markers, the state that stands further left is the stage's; "na" only if both are.
_WEIGHTIEST: tuple[Outcome, ...] = ("unknown", "problem", "neutral", "right", "na")


def stage_state(first: Outcome, second: Outcome) -> Outcome:
    """Return the state of a stage from what its two markers came to.

    Both na: na. Either unknown: unknown. Else either a problem: problem. Else right where
    all that applies went well, or neutral.

    Raises
    ------
    InputError
        If a marker is none of right, problem, neutral, na, unknown.

    Examples
    --------
    >>> stage_state("right", "na"), stage_state("problem", "unknown")
    ('right', 'unknown')
    """
    markers = _markers(first, second)
    return next(state for state in _WEIGHTIEST if state in markers)


def seen_problem(first: Outcome, second: Outcome) -> bool:
    """Return whether a marker told of a problem, even where the stage stays unknown.

    Raises
    ------
    InputError
        As `stage_state`.

    Examples
    --------
    >>> seen_problem("problem", "unknown")
    True
    """
    return "problem" in _markers(first, second)


def first_problem(states: Mapping[str, Outcome]) -> str:
    """Return the stage of the earliest problem, "no problem" or "not known".

    A problem is the first only if every stage before it is known; na is known.

    Parameters
    ----------
    states
        State by stage, in the order of the journey.

    Examples
    --------
    >>> first_problem({"told": "right", "meeting": "problem", "plan": "unknown"})
    'meeting'
    """
    for stage, state in states.items():
        if state == "problem":
            return stage
        if state == "unknown":
            return NOT_KNOWN
    return NO_PROBLEM


def count_band(problems: int, stages: int = STAGES) -> str:
    """Return the band a number of stages with a problem falls in: "0", "1-2", "3-4" or "5-8".

    Parameters
    ----------
    problems
        At least so many stages with a problem: an unknown one may hide another.
    stages
        How many the journey has; the last band ends there.

    Raises
    ------
    InputError
        If there are more problems than stages, or fewer than none.

    Examples
    --------
    >>> count_band(2), count_band(3, stages=3)
    ('1-2', '3')
    """
    if not 0 <= problems <= stages:
        raise InputError(f"problems: found {problems}, expected 0 to {stages}")
    low = max(start for start in BAND_STARTS if start <= problems)
    high = min((start - 1 for start in BAND_STARTS if start > problems), default=stages)
    high = min(high, stages)
    return str(low) if low == high else f"{low}-{high}"


def sign_flip_p_value(sums: ArrayLike, seed: int = 0, draws: int = DRAWS) -> float:
    """Return how often flipped settings sum up as far from zero as observed, two-sided.

    Parameters
    ----------
    sums
        Shape (settings,): of one setting's families, those with a problem at one stage
        less those with a problem at the other. Were the stages alike, either sign would
        be as likely.
    seed, draws
        Used above 20 settings that do not come to zero: so many flips are drawn, and the
        observed one is counted among them.

    Returns
    -------
    float
        In (0, 1]; exact up to 2 ** 20 flips; 1 without settings.

    Raises
    ------
    InputError
        If `sums` is no vector of finite numbers.

    References
    ----------
    Canay, Romano & Shaikh (2017), Econometrica 85, 1013.

    Examples
    --------
    Eight settings point the same way; of 256 flips two do.

    >>> sign_flip_p_value([3, 1, 2, 1, 2, 1, 4, 1])
    0.0078125
    """
    differences = np.asarray(sums, dtype=float)
    if differences.ndim != 1 or not np.isfinite(differences).all():
        raise InputError("sums: found no vector of finite numbers, expected one a setting")
    moving = differences[differences != 0]  # a level setting is the same flipped
    as_far = abs(moving.sum()) - ROUNDING
    if moving.size <= EXACT_UP_TO:
        flipped = np.zeros(1)
        for difference in moving:
            flipped = np.concatenate([flipped + difference, flipped - difference])
        return float((abs(flipped) >= as_far).mean())
    signs = np.random.default_rng(seed).choice([-1.0, 1.0], size=(draws, moving.size))
    return float((1 + (abs(signs @ moving) >= as_far).sum()) / (1 + draws))


def _markers(first: Outcome, second: Outcome) -> set[Outcome]:
    markers = {first, second}
    if not markers <= set(get_args(Outcome)):
        expected = ", ".join(get_args(Outcome))
        raise InputError(f"marker: found {first!r} and {second!r}, expected two of {expected}")
    return markers
