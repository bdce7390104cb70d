"""Whether the items of one aim hang together enough to be told as one score."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import fdtri

from analysis.errors import InputError

Numbers = NDArray[np.float64]
ROUNDING = 1e-12  # totals that vary less are all the same


def cronbach_alpha(table: ArrayLike) -> float | None:
    """Return Cronbach's alpha of a table of answers.

    Parameters
    ----------
    table
        Shape (people, items), items turned so that higher is better. A person with a
        missing answer (None or NaN) is left out: totals of fewer items compare with
        no others.

    Returns
    -------
    float or None
        At most 1. Below 0, an item is probably scored backwards. None where it is not
        defined: fewer than two people left, or everybody has the same total.

    Raises
    ------
    InputError
        If the table is not two-dimensional or has fewer than two items.

    References
    ----------
    Cronbach (1951), Psychometrika 16, 297, equation 2.

    Examples
    --------
    Four people answered two items from 1 to 5.

    >>> f"{cronbach_alpha([[1, 2], [3, 3], [4, 5], [5, 4]]):.3f}"
    '0.889'
    """
    answers = complete_rows(table)
    if len(answers) < 2 or not np.ptp(answers.sum(axis=1)):
        return None
    return alpha_of_covariances(np.cov(answers, rowvar=False))


def alpha_of_covariances(covariances: ArrayLike) -> float | None:
    """Return Cronbach's alpha of items that vary together so; for two items too.

    Parameters
    ----------
    covariances
        Shape (items, items), of the people who answered every item.

    Returns
    -------
    float or None
        As `cronbach_alpha`.

    Raises
    ------
    InputError
        If it is not square or has fewer than two items.

    References
    ----------
    As `cronbach_alpha`.

    Examples
    --------
    >>> f"{alpha_of_covariances([[2, 1], [1, 2]]):.3f}"
    '0.667'
    """
    found = np.asarray(covariances, dtype=float)
    if found.ndim != 2 or found.shape[0] != found.shape[1] or len(found) < 2:
        raise InputError(f"covariances: found shape {found.shape}, expected (items, items)")
    items, of_totals = len(found), float(found.sum())
    if of_totals <= ROUNDING * max(1.0, float(np.trace(found))):
        return None
    return float(items / (items - 1) * (1 - np.trace(found) / of_totals))


def feldt_interval(alpha: float, people: int, items: int) -> tuple[float, float]:
    """Return the 95 % interval of Cronbach's alpha, as (low, high).

    Parameters
    ----------
    alpha
        As `cronbach_alpha` returns it.
    people, items
        Shape of the table it was found in, without people left out.

    Raises
    ------
    InputError
        If alpha is above 1, or there are fewer than two people or two items.

    References
    ----------
    Feldt, Woodruff & Salih (1987), Appl. Psychol. Meas. 11, 93.

    Examples
    --------
    >>> low, high = feldt_interval(0.8, people=60, items=4)
    >>> f"{low:.2f} to {high:.2f}"
    '0.70 to 0.87'
    """
    if not alpha <= 1:
        raise InputError(f"alpha: found {alpha:g}, expected 1 or less")
    if people < 2 or items < 2:
        raise InputError(f"people and items: found {people} and {items}, expected 2 of each")
    between, within = people - 1, (people - 1) * (items - 1)
    low, high = (1 - (1 - alpha) * fdtri(between, within, [0.975, 0.025])).tolist()
    return low, high


def spearman_brown(table: ArrayLike) -> float | None:
    """Return the reliability of the sum of two items, 2r / (1 + r).

    Parameters
    ----------
    table
        Shape (people, 2), as for `cronbach_alpha`.

    Returns
    -------
    float or None
        None where it is not defined: fewer than two people left, everybody gave the same
        answer to an item, or the items run exactly against each other.

    Raises
    ------
    InputError
        If the table does not hold two items.

    References
    ----------
    Spearman (1910), Br. J. Psychol. 3, 271; Brown (1910), Br. J. Psychol. 3, 296.

    Examples
    --------
    >>> f"{spearman_brown([[1, 2], [3, 3], [4, 5], [5, 4]]):.3f}"
    '0.908'
    """
    answers = complete_rows(table)
    if answers.shape[1] != 2:
        raise InputError(f"table: found {answers.shape[1]} items, expected 2")
    if len(answers) < 2 or not np.ptp(answers, axis=0).all():
        return None
    first, second = ((answers - answers.mean(axis=0)) / answers.std(axis=0)).T
    correlation = float((first * second).mean())
    return None if correlation < -1 + 1e-9 else 2 * correlation / (1 + correlation)


def complete_rows(table: ArrayLike) -> Numbers:
    """Return the rows of people who answered every item."""
    answers = np.asarray(table, dtype=float)
    if answers.ndim != 2 or answers.shape[1] < 2:
        found = f"found shape {answers.shape}"
        raise InputError(f"table: {found}, expected one row a person, two or more items")
    complete: Numbers = answers[~np.isnan(answers).any(axis=1)]
    return complete
