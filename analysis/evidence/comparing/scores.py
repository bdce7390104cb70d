"""One score for the questions of an aim, where they hang together."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.special import stdtrit

from analysis.evidence.comparing.ranges import Range, least_effect
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.scores import TOP, Agreement, Moments, ScoreCounts
from analysis.evidence.factor import omega_of_covariances
from analysis.evidence.measures import alpha_of_covariances, feldt_interval

TOGETHER = 0.6  # the reliability from which questions are told as one score
LEAST_ANSWERED = 30  # families who answered all of them
LEAST_EACH = 10
ONE_ANSWER = 1e-9
TWO_ITEMS = 2


@dataclass(frozen=True, slots=True)
class ScoreFinding:
    """An aim's score, 0-100, in both processes.

    `state` is "shown", "too_few" to say if the questions hang together, "apart" where they do
    not, or "backwards" where one is probably scored the wrong way round. Means and their
    difference come with 95 % ranges; None: not shown. `reliability` is alpha, of two questions
    Spearman and Brown's; `omega` is of three or more.
    """

    aim: str
    state: str
    pilot: Range | None = None
    old: Range | None = None
    difference: Range | None = None
    reliability: Range | None = None
    omega: float | None = None
    pilot_families: int = 0
    old_families: int = 0
    answered: int = 0


@dataclass(frozen=True, slots=True)
class _Mean:
    value: float
    variance: float
    freedom: float


def find_scores(tally: Tally) -> list[ScoreFinding]:
    """Return what can be said of each aim that has a score, in the survey's order."""
    return [
        _find(aim, agreement, tally.scores[aim, "pilot"], tally.scores[aim, "old"])
        for aim, agreement in tally.agreement.items()
    ]


def _find(aim: str, agreement: Agreement, pilot: ScoreCounts, old: ScoreCounts) -> ScoreFinding:
    answered = agreement.families
    if answered < LEAST_ANSWERED or min(pilot.total[0], old.total[0]) < LEAST_EACH:
        return ScoreFinding(aim, "too_few", answered=answered)
    alpha, omega = _alpha(agreement), _omega(agreement)
    if alpha is None:
        return ScoreFinding(aim, "apart", answered=answered)
    reliability = (alpha, *feldt_interval(alpha, answered, len(agreement.covariances)))
    if alpha < TOGETHER:
        state = "backwards" if alpha < 0 else "apart"
        return ScoreFinding(aim, state, reliability=reliability, omega=omega, answered=answered)
    first, second = _mean(pilot), _mean(old)
    return ScoreFinding(
        aim,
        "shown",
        _range(first),
        _range(second),
        _difference(first, second),
        reliability,
        omega,
        pilot.total[0],
        old.total[0],
        answered,
    )


def _alpha(agreement: Agreement) -> float | None:
    """Return Cronbach's alpha; of two items that of their correlation, which is Spearman-Brown's.

    References
    ----------
    Eisinga, te Grotenhuis & Pelzer (2013), Int. J. Public Health 58, 637.
    """
    covariances = np.asarray(agreement.covariances, dtype=float)
    variances = np.diag(covariances)
    if len(covariances) == TWO_ITEMS and min(variances) > ONE_ANSWER:
        covariances = covariances / np.sqrt(np.outer(variances, variances))
    return alpha_of_covariances(covariances)


def _omega(agreement: Agreement) -> float | None:
    """Return McDonald's omega; None of two items, where one factor cannot be told."""
    more = len(agreement.covariances) > TWO_ITEMS
    return omega_of_covariances(agreement.covariances) if more else None


def _mean(counts: ScoreCounts) -> _Mean:
    """Return the mean with its variance, widened by how much settings differ."""
    families, total, _ = counts.total
    effect = score_effect(counts)
    settings = len(counts.cells)
    freedom = settings - 1 if settings > 1 else families - 1
    return _Mean(total / families, effect * _variance(counts.total) / families, freedom)


def _variance(moments: Moments) -> float:
    families, total, squares = moments
    if families < 2:
        return 0.0
    return max(0.0, (squares - total**2 / families) / (families - 1))


def score_effect(counts: ScoreCounts) -> float:
    """Return how many times wider a mean varies because replies come in settings.

    As for shares, it is at least `least_effect`.

    References
    ----------
    Cochran (1977), Sampling Techniques, 3rd ed., section 6.5 (a ratio from clusters).
    """
    least = least_effect([moments[0] for _, moments in counts.cells], counts.apart[0] > 0)
    known = ScoreCounts(counts.cells).total
    alone = _variance(known) / known[0] if known[0] else 0.0
    settings = len(counts.cells)
    if settings < 2 or alone < ONE_ANSWER:
        return least
    mean = known[1] / known[0]
    between = sum((total - mean * families) ** 2 for _, (families, total, _) in counts.cells)
    return max(least, settings / (settings - 1) * between / known[0] ** 2 / alone)


def _range(mean: _Mean) -> Range:
    half = _reach(mean.freedom) * sqrt(mean.variance)
    return mean.value, max(0.0, mean.value - half), min(TOP, mean.value + half)


def _difference(pilot: _Mean, old: _Mean) -> Range:
    """Return pilot minus old; the degrees of freedom are Welch's and Satterthwaite's."""
    total = pilot.variance + old.variance
    parts = pilot.variance**2 / pilot.freedom + old.variance**2 / old.freedom
    half = _reach(total**2 / parts if parts else pilot.freedom) * sqrt(total)
    value = pilot.value - old.value
    return value, max(-TOP, value - half), min(TOP, value + half)


def _reach(freedom: float) -> float:
    return float(stdtrit(freedom, 0.975))
