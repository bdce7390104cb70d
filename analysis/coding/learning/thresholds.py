"""From which probability a code is given, and how sure people may be of what is given."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

_GRID = np.linspace(0.02, 0.96, 95)
_SMOOTH = 7  # neighbouring thresholds are averaged, so that one answer does not decide
_TELLING = 8.0  # so many codes tell half of what the threshold of rare ones should be
_COMMON = 32.0  # with so many positives a code lies half way from rare to common
_WEIGHED = 0.05  # what is less likely than that tells nothing of what is given
AS_GIVEN = (1.0, 0.0)  # slope and shift that leave confidence as it is
_DRAWN = 1.0  # how strongly they are drawn there, in units of log likelihood

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]
Line = tuple[float, float]
FIRES = 0.3  # the phrase coder gives a code from about here


class Start(NamedTuple):
    """What holds before anything was decided, measured on made-up answers of several writers.

    `share` is how much what is learned from the codebook's texts counts beside its phrases, `sure`
    the slope and shift of confidence, `gives` the likelihood from which a code is given.
    """

    share: float
    sure: Line
    gives: float


# Without an encoder the codebook's texts say nothing new: its phrases alone speak.
PLAIN, ENCODED = Start(0.0, (1.0, 0.28), FIRES), Start(0.5, (1.8, 1.5), 0.21)


def choose_thresholds(probability: Floats, truth: Truth, usual: float) -> Floats:
    """Return the threshold of each code, between that of rare codes and that of common ones.

    Rare codes share the threshold that is best for the mean F1 of codes, common ones the threshold
    that is best for all decisions pooled. None has its own: that of a code with few positives is
    mostly chance, and with thousands of decisions shared ones were found to code no worse.

    Parameters
    ----------
    probability, truth
        Held-out probabilities and what people decided, shape (answers, codes).
    usual
        The threshold before anything was decided; few decisions move it little.

    References
    ----------
    Yang (2001), A study of thresholding strategies for text categorization, SIGIR: thresholds
    a category overfit where it is rare.
    """
    positives = truth.sum(axis=0)
    there = np.flatnonzero(positives)
    if not there.size:
        return np.full(truth.shape[1], usual)
    scores = [_scores(probability[:, code], truth[:, code]) for code in there]
    told = there.size / (there.size + _TELLING)
    rare = told * _best(np.mean(scores, axis=0)) + (1 - told) * usual
    pooled = _best(_scores(probability.ravel(), truth.ravel()))
    common = positives / (positives + _COMMON)
    thresholds: Floats = common * pooled + (1 - common) * rare
    return thresholds


def _scores(probability: Floats, truth: Truth) -> Floats:
    """Return the F1 that each threshold of the grid reaches."""
    order = np.argsort(probability)
    given = len(order) - np.searchsorted(probability[order], _GRID)
    right = np.concatenate([np.cumsum(truth[order][::-1])[::-1], [0]])[len(order) - given]
    scores: Floats = 2 * right / np.maximum(given + truth.sum(), 1)
    return scores


def _best(scores: Floats) -> float:
    """Return the threshold with the largest score, taken with those beside it."""
    padded = np.pad(scores, _SMOOTH // 2, mode="edge")
    smooth = np.convolve(padded, np.ones(_SMOOTH) / _SMOOTH, mode="valid")
    return float(_GRID[smooth.argmax()])


def weighed(probability: Floats, thresholds: Floats) -> Truth:
    """Return by which codes of held-out answers confidence is calibrated, shape (answers, codes).

    Those that are given and those that nearly were: few decisions give too few codes to tell how
    sure to be, and thresholds were chosen so that among those given many are right.
    """
    counts: Truth = probability >= np.minimum(thresholds, _WEIGHED)
    return counts


def fit_calibration(odds: Floats, right: Truth, start: Line = AS_GIVEN) -> Line:
    """Return slope and shift that turn log odds of codes into calibrated ones.

    Where little was decided they stay near `start`: it counts as if a few decisions said so.

    References
    ----------
    Platt (1999), Probabilistic outputs for support vector machines; the pull towards what was
    there before is a normal prior on both (Gelman et al., 2008, Ann. Appl. Stat. 2, 1360).

    Examples
    --------
    >>> fit_calibration(np.empty(0), np.empty(0, bool))
    (1.0, 0.0)
    """
    if not len(odds):
        return start
    sign = np.where(right, 1.0, -1.0)

    def loss(line: Floats) -> tuple[float, Floats]:
        away = line - np.array(start)
        turned = sign * (line[0] * odds + line[1])
        pull = -sign / (1 + np.exp(np.clip(turned, -30, 30)))
        return (
            float(np.logaddexp(0, -turned).sum() + _DRAWN * away @ away),
            np.array([pull @ odds, pull.sum()]) + 2 * _DRAWN * away,
        )

    slope, shift = minimize(loss, np.array(start), jac=True, method="L-BFGS-B").x
    return float(slope), float(shift)


def held_out_confidence(
    odds: Floats, right: Truth, part: NDArray[np.int_], start: Line = AS_GIVEN
) -> Floats:
    """Return the confidence of codes, each by a calibration that it had no part in.

    Parameters
    ----------
    odds, right
        Log odds of codes and whether people gave them, shape (codes,).
    part
        Which part each belongs to: a part is calibrated by all others.
    """
    sure = np.zeros(len(odds))
    for one in np.unique(part):
        held = part == one
        slope, shift = fit_calibration(odds[~held], right[~held], start)
        sure[held] = 1 / (1 + np.exp(-(slope * odds[held] + shift)))
    return sure


def expected_calibration_error(
    confidence: Sequence[float] | Floats, right: Sequence[bool] | Truth, bins: int = 10
) -> float:
    """Return how far confidence lies from what came true, averaged over bins of equal width.

    References
    ----------
    Naeini et al. (2015), Obtaining well calibrated probabilities using Bayesian binning, AAAI.

    Examples
    --------
    >>> expected_calibration_error([0.9, 0.9, 0.9, 0.9], [True, True, True, False])
    0.15
    """
    sure, came_true = np.asarray(confidence, float), np.asarray(right, float)
    if not len(sure):
        return 0.0
    bin_of = np.minimum((sure * bins).astype(int), bins - 1)
    count = np.bincount(bin_of, minlength=bins)
    gap = np.bincount(bin_of, sure, bins) - np.bincount(bin_of, came_true, bins)
    return round(float(np.abs(gap).sum() / count.sum()), 6)
