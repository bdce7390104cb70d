"""From which probability a code is given, and how sure people may be of what is given."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

_GRID = np.linspace(0.02, 0.96, 95)
_SMOOTH = 7  # neighbouring thresholds are averaged, so that one answer does not decide
_COMMON = 8.0  # a code with so many positives trusts its own threshold half
_FEW = 3
AS_GIVEN = (1.0, 0.0)  # slope and shift that leave confidence as it is
_DRAWN = 1.0  # how strongly they are drawn there, in units of log likelihood

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]
Line = tuple[float, float]


def choose_thresholds(probability: Floats, truth: Truth, usual: float) -> Floats:
    """Return the threshold of each code that is best for its F1, drawn to the common one.

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
    found = truth.sum()
    own = found / (found + _COMMON * 2)
    common = own * _best(probability.ravel(), truth.ravel()) + (1 - own) * usual
    thresholds = np.full(truth.shape[1], common)
    for code, positives in enumerate(truth.sum(axis=0)):
        if positives >= _FEW:
            own = positives / (positives + _COMMON)
            best = _best(probability[:, code], truth[:, code])
            thresholds[code] = own * best + (1 - own) * common
    return thresholds


def _best(probability: Floats, truth: Truth) -> float:
    """Return the threshold with the largest F1, taken with those beside it."""
    order = np.argsort(probability)
    given = len(order) - np.searchsorted(probability[order], _GRID)
    right = np.concatenate([np.cumsum(truth[order][::-1])[::-1], [0]])[len(order) - given]
    scores = 2 * right / np.maximum(given + truth.sum(), 1)
    padded = np.pad(scores, _SMOOTH // 2, mode="edge")
    smooth = np.convolve(padded, np.ones(_SMOOTH) / _SMOOTH, mode="valid")
    return float(_GRID[smooth.argmax()])


def fit_calibration(odds: Floats, right: Truth, start: Line = AS_GIVEN) -> Line:
    """Return slope and shift that turn log odds of given codes into calibrated ones.

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
    """Return the confidence of given codes, each by a calibration that it had no part in.

    Parameters
    ----------
    odds, right
        Log odds of given codes and whether people gave them, shape (given,).
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
