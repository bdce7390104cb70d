"""How many times higher the odds of a better answer are: the proportional-odds model on counts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from math import pi, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.special import expit, logit, logsumexp

from analysis.errors import InputError

NODES, ROUNDS = 10, 20
LEAST_CHANCE = 1e-12  # of an answer, while the search is still far off
FLAT, SETTLED, STEP = 1e-6, 1e-6, 1e-5
SHRINK = 3.0  # as many times nodes may draw together a round: sooner, they could miss a setting
Numbers = NDArray[np.float64]
Surface = Callable[[Numbers], tuple[float, Numbers]]  # a value to make small, and its slope


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model.

    `terms` are log odds ratios of a higher answer, with their covariance; `spread` is the standard
    deviation of settings in log odds, 0 where they are not told apart. What did not converge is
    not to be read.
    """

    terms: Numbers
    covariance: Numbers
    thresholds: Numbers
    log_likelihood: float
    converged: bool
    spread: float = 0.0


def fit_odds(counts: ArrayLike, terms: ArrayLike) -> Fit:
    """Return the proportional-odds model of an ordered answer, by maximum likelihood.

    Parameters
    ----------
    counts
        Shape (rows, categories): families that are alike in all terms, by answer, the lowest
        first. Somebody gave each answer.
    terms
        Shape (rows, terms): what the rows differ in, such as 1 for the pilot and 0 for the old.

    Raises
    ------
    InputError
        If the shapes do not fit, a count is below 0, or nobody gave an answer.

    References
    ----------
    McCullagh (1980), J. R. Stat. Soc. B 42, 109.

    Examples
    --------
    Ten families in each process, answers from disagree over neither to agree.

    >>> fit = fit_odds([[1, 2, 7], [4, 3, 3]], [[1], [0]])
    >>> f"{np.exp(fit.terms[0]):.2f} times"
    '5.60 times'
    """
    answered, differ = _tables(counts, terms)
    start = np.concatenate([np.zeros(differ.shape[1]), _first_thresholds(answered)])
    return _fit(partial(_plain, answered, differ), start, differ.shape[1], answered.sum())


def fit_settings(counts: ArrayLike, terms: ArrayLike, settings: ArrayLike) -> Fit:
    """Return the same model with an intercept for each setting, as if drawn from a bell curve.

    Parameters
    ----------
    counts, terms
        As for `fit_odds`.
    settings
        Shape (rows,): which setting the families of each row are from.

    Raises
    ------
    InputError
        As `fit_odds`.

    References
    ----------
    Hedeker & Gibbons (1994), Biometrics 50, 933; quadrature centred on each setting as in Naylor &
    Smith (1982), Appl. Stat. 31, 214.

    Examples
    --------
    Two settings in each process.

    >>> counts = [[1, 2, 7], [3, 3, 4], [4, 3, 3], [7, 2, 1]]
    >>> fit = fit_settings(counts, [[1], [1], [0], [0]], [1, 2, 3, 4])
    >>> f"{np.exp(fit.terms[0]):.2f} times"
    '4.89 times'
    """
    answered, differ = _tables(counts, terms)
    names, of = np.unique(np.asarray(settings), return_inverse=True)
    centre, scale = np.zeros(len(names)), np.ones(len(names))
    at = np.concatenate([np.zeros(differ.shape[1]), _first_thresholds(answered), [1.0]])
    for _ in range(ROUNDS):
        nodes, weights = _nodes(centre, scale)
        surface = partial(_over_settings, answered, differ, of, nodes, weights)
        fit = _fit(surface, at, differ.shape[1], answered.sum(), settings=True)
        found = np.concatenate([fit.terms, fit.thresholds, [fit.spread]])
        if not fit.converged or np.abs(found - at).max() < SETTLED:
            break
        at = found
        told = _told_at_nodes(answered, differ, nodes, of, at)[0]
        share = _shares(told, of, weights)[1]
        centre = (share * nodes).sum(axis=1)
        spread = np.sqrt((share * (nodes - centre[:, None]) ** 2).sum(axis=1))
        scale = np.maximum(spread, scale / SHRINK)
    else:
        return replace(fit, converged=False)
    return fit


def _tables(counts: ArrayLike, terms: ArrayLike) -> tuple[Numbers, Numbers]:
    answered, differ = np.asarray(counts, dtype=float), np.asarray(terms, dtype=float)
    if answered.ndim != 2 or differ.ndim != 2 or len(answered) != len(differ):
        found = f"found shapes {answered.shape} and {differ.shape}"
        raise InputError(f"counts and terms: {found}, expected one row for the same families")
    if not (np.all(answered >= 0) and np.all(answered.sum(axis=0) > 0)):
        raise InputError("counts: found none who gave an answer, expected some for each")
    return answered, differ


def _first_thresholds(answered: Numbers) -> Numbers:
    """Return the thresholds of all families together."""
    below = answered.sum(axis=0).cumsum()
    found: Numbers = logit(below[:-1] / below[-1])
    return found


def _fit(surface: Surface, start: Numbers, terms: int, total: float, settings: bool = False) -> Fit:
    """Return the model at the lowest point of a surface, minus log-likelihood a family."""
    at = minimize(surface, start, jac=True, method="BFGS", options={"gtol": FLAT / 100}).x
    value, slope = surface(at)
    steps = STEP * np.eye(len(at))
    bends = [(surface(at + step)[1] - surface(at - step)[1]) / (2 * STEP) for step in steps]
    covariance = np.asarray(np.linalg.pinv(np.array(bends) * total, hermitian=True), dtype=float)
    return Fit(
        terms=at[:terms],
        covariance=covariance[:terms, :terms],
        thresholds=at[terms : len(at) - settings],
        log_likelihood=float(-value * total),
        converged=bool(np.abs(slope).max() < FLAT and np.all(np.diag(covariance) > 0)),
        spread=float(abs(at[-1])) if settings else 0.0,
    )


def _plain(answered: Numbers, differ: Numbers, at: Numbers) -> tuple[float, Numbers]:
    terms = differ.shape[1]
    told, slopes = _told(answered, differ @ at[:terms], at[terms:])
    slope = np.concatenate([-slopes.sum(axis=1) @ differ, slopes.sum(axis=0)])
    return -told.sum() / answered.sum(), -slope / answered.sum()


def _told(answered: Numbers, shift: Numbers, thresholds: Numbers) -> tuple[Numbers, Numbers]:
    """Return each row's log-likelihood, and how it changes with each threshold."""
    below = expit(thresholds - shift[..., None])
    ends = [np.zeros((*shift.shape, 1)), below, np.ones((*shift.shape, 1))]
    chances = np.maximum(np.diff(np.concatenate(ends, axis=-1)), LEAST_CHANCE)
    pull = answered / chances
    slopes = below * (1 - below) * (pull[..., :-1] - pull[..., 1:])
    return (answered * np.log(chances)).sum(axis=-1), slopes


def _nodes(centre: Numbers, scale: Numbers) -> tuple[Numbers, Numbers]:
    """Return points for each setting, (settings, nodes), and the logs of what they weigh."""
    points, weights = np.polynomial.hermite.hermgauss(NODES)
    nodes = centre[:, None] + sqrt(2) * scale[:, None] * points
    logs = np.log(weights * scale[:, None] / sqrt(pi)) + points**2 - nodes**2 / 2
    return nodes, logs


def _told_at_nodes(
    answered: Numbers, differ: Numbers, nodes: Numbers, of: NDArray[np.intp], at: Numbers
) -> tuple[Numbers, Numbers]:
    terms = differ.shape[1]
    shift = (differ @ at[:terms])[:, None] + at[-1] * nodes[of]
    return _told(answered[:, None], shift, at[terms:-1])


def _shares(told: Numbers, of: NDArray[np.intp], weights: Numbers) -> tuple[Numbers, Numbers]:
    """Return each setting's log-likelihood, and how likely each of its nodes is."""
    joint = weights.copy()
    np.add.at(joint, of, told)
    whole = logsumexp(joint, axis=1)
    return whole, np.exp(joint - whole[:, None])


def _over_settings(
    answered: Numbers,
    differ: Numbers,
    of: NDArray[np.intp],
    nodes: Numbers,
    weights: Numbers,
    at: Numbers,
) -> tuple[float, Numbers]:
    told, slopes = _told_at_nodes(answered, differ, nodes, of, at)
    whole, share = _shares(told, of, weights)
    slopes = slopes * share[of][..., None]  # the slope of a mean is the mean slope: Fisher
    by_shift = -slopes.sum(axis=-1)
    slope = np.concatenate(
        [by_shift.sum(axis=1) @ differ, slopes.sum(axis=(0, 1)), [(by_shift * nodes[of]).sum()]]
    )
    return -whole.sum() / answered.sum(), -slope / answered.sum()
