"""One logistic regression a code, fitted to what is known of that code."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from analysis.coding.learning.model import Weights
from analysis.coding.learning.trust import AS_SAID, Said, log_odds

_FREEDOM = 6.0  # C of the regression: high, since rows have length 1 and say little each
_NEVER = -6.0  # log odds of a code that nothing speaks for
_ITERATIONS, _TOLERANCE = 200, 1e-3

Floats = NDArray[np.float64]


def fit(text: csr_matrix, dense: Floats, truth: NDArray[np.bool_], weight: Floats) -> Weights:
    """Return the weights of every code.

    Parameters
    ----------
    text, dense
        What each row is, shapes (rows, features) and (rows, dense).
    truth, weight
        Whether each row has each code, and how much that counts, shapes (rows, codes). A weight
        of 0 leaves a row out for that code.

    References
    ----------
    Fan et al. (2008), LIBLINEAR, J. Mach. Learn. Res. 9, section 2: L2-regularised regression.
    """
    rows = hstack([text, csr_matrix(dense)], format="csr")
    fitted = [_fit_one(rows, *one) for one in zip(truth.T, weight.T, strict=True)]
    coefficients = np.array([one for one, _ in fitted]).T
    bias = np.array([one for _, one in fitted])
    return Weights(coefficients[: text.shape[1]], coefficients[text.shape[1] :], bias)


def _fit_one(rows: csr_matrix, truth: NDArray[np.bool_], weight: Floats) -> tuple[Floats, float]:
    from sklearn.linear_model import LogisticRegression  # slow to import, not needed to code

    counts = np.flatnonzero(weight)
    if len(np.unique(truth[counts])) < 2:
        return np.zeros(rows.shape[1]), _NEVER
    regression = LogisticRegression(C=_FREEDOM, max_iter=_ITERATIONS, tol=_TOLERANCE)
    regression.fit(rows[counts], truth[counts], sample_weight=weight[counts])
    return regression.coef_[0], float(regression.intercept_[0])


def fit_trust(said: Said, truth: NDArray[np.bool_]) -> Floats:
    """Return slope, weight and shift that make what the phrase coder says fit all codes at once.

    Without decisions its word is taken as said; a few hundred move it freely.
    """
    start = np.array(AS_SAID)
    if not truth.any():
        return start
    given = np.stack([log_odds(said.sure).ravel(), said.cues.ravel(), np.ones(truth.size)], axis=1)
    sign = np.where(truth.ravel(), 1.0, -1.0)

    def loss(trust: Floats) -> tuple[float, Floats]:
        odds = sign * (given @ trust)
        pull = -sign / (1 + np.exp(np.clip(odds, -30, 30)))
        away = trust - start
        return (
            float(np.logaddexp(0, -odds).sum() + away @ away),
            given.T @ pull + 2 * away,
        )

    trust: Floats = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return trust


def folds(number: int, parts: int, seed: int) -> Iterator[NDArray[np.bool_]]:
    """Yield which of so many things are held out, each once, in an order of the seed."""
    order = np.random.default_rng(seed).permutation(number)
    for part in range(min(parts, number)):
        held = np.zeros(number, bool)
        held[order[part::parts]] = True
        yield held


def log_loss(probability: Floats, truth: NDArray[np.bool_]) -> Floats:
    """Return the log loss of each code, summed over answers; shapes (answers, codes)."""
    odds = np.where(truth, log_odds(probability), -log_odds(probability))
    loss: Floats = np.logaddexp(0, -odds).sum(axis=0)
    return loss
