"""How much of the sum of an aim's items one common factor explains."""

import numpy as np
from numpy.typing import ArrayLike

from analysis.errors import InputError
from analysis.evidence.measures import ROUNDING, Numbers, complete_rows

LEAST_UNIQUE = 0.005  # of an item's variance, that no common factor takes, as in R's factanal
CLOSE, MOST_ROUNDS = 1e-6, 200  # when the fit of a factor ends


def mcdonald_omega(table: ArrayLike) -> float | None:
    """Return McDonald's omega of a table of answers.

    Parameters
    ----------
    table
        Shape (people, items), three items or more, as for `cronbach_alpha`.

    Returns
    -------
    float or None
        As `omega_of_covariances`; None too with fewer than two people left.

    Raises
    ------
    InputError
        If the table is not two-dimensional or has fewer than three items.

    References
    ----------
    As `omega_of_covariances`.

    Examples
    --------
    >>> f"{mcdonald_omega([[1, 2, 2], [3, 3, 1], [4, 5, 4], [5, 4, 5], [2, 2, 3]]):.3f}"
    '0.892'
    """
    answers = complete_rows(table)
    if answers.shape[1] > 2 and len(answers) < 2:
        return None
    return omega_of_covariances(np.cov(answers, rowvar=False))


def omega_of_covariances(covariances: ArrayLike) -> float | None:
    """Return McDonald's omega of items that vary together so.

    It is the share of the variance of their sum that one common factor explains; unlike alpha,
    it lets the items hang on that factor to different degrees.

    Parameters
    ----------
    covariances
        Shape (items, items), three items or more, of the people who answered every item.

    Returns
    -------
    float or None
        From 0 to 1; None where an item does not vary.

    Raises
    ------
    InputError
        If it is not square or has fewer than three items: two leave the factor open.

    References
    ----------
    McDonald (1999), Test Theory, equation 6.20b; the factor is fitted by maximum likelihood:
    Lawley & Maxwell (1971), Factor Analysis as a Statistical Method, 2nd ed., section 4.2.

    Examples
    --------
    >>> f"{omega_of_covariances([[2, 1, 1], [1, 2, 1], [1, 1, 2]]):.3f}"
    '0.750'
    """
    found = np.asarray(covariances, dtype=float)
    if found.ndim != 2 or found.shape[0] != found.shape[1] or len(found) < 3:
        wanted = "expected (items, items), three or more"
        raise InputError(f"covariances: found shape {found.shape}, {wanted}")
    variances = np.diag(found)
    if variances.min() <= ROUNDING * max(1.0, float(variances.max())):
        return None
    loadings, unique = _one_factor(found)
    common = float(loadings.sum()) ** 2
    return common / (common + float(unique.sum()))


def _one_factor(covariances: Numbers) -> tuple[Numbers, Numbers]:
    """Return what each item has of one common factor, and the variance that is its own."""
    variances = np.diag(covariances)
    least = LEAST_UNIQUE * variances
    unique = np.clip(variances - _communalities(covariances), least, variances)
    for _ in range(MOST_ROUNDS):
        spread = np.sqrt(unique)
        roots, vectors = np.linalg.eigh(covariances / np.outer(spread, spread))
        loadings = spread * vectors[:, -1] * np.sqrt(max(roots[-1] - 1, 0.0))
        before, unique = unique, np.maximum(variances - loadings**2, least)
        if np.abs((unique - before) / variances).max() < CLOSE:
            break
    return loadings, unique


def _communalities(covariances: Numbers) -> Numbers:
    """Return how much of each variance is common, to begin with; of three items it is exact.

    References
    ----------
    Spearman (1927), The Abilities of Man, appendix: the items taken three by three.
    """
    apart = covariances - np.diag(np.diag(covariances))
    sums = apart.sum(axis=0)
    pairs, others = sums**2 - (apart**2).sum(axis=0), apart.sum() - 2 * sums
    common: Numbers = np.where(others > 0, pairs / np.where(others > 0, others, 1.0), 0.0)
    return common
