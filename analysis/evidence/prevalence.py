"""How common a theme is when an imperfect coder did the reading."""

from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analysis.errors import InputError
from analysis.evidence.intervals import Z95

Numbers = NDArray[np.float64]


def corrected_share(share: float, sensitivity: float, specificity: float) -> float:
    """Return the share a coder's errors leave standing (Rogan-Gladen), kept in 0 to 1.

    Parameters
    ----------
    share
        Of texts in which the coder found the theme.
    sensitivity, specificity
        How often the coder finds a theme that is there, and sees none that is not.
        Both must come from the same process: errors differ between processes.

    Raises
    ------
    InputError
        If a value lies outside 0 to 1, or the coder does no better than chance
        (sensitivity and specificity together 1 or less).

    References
    ----------
    Rogan & Gladen (1978), Am. J. Epidemiol. 107, 71.

    Examples
    --------
    Found in 45 of 150 texts by a coder that misses 4 in 100 and sees 11 in 100 too many.

    >>> f"{corrected_share(45 / 150, 0.96, 0.89):.3f}"
    '0.224'
    """
    given = {"share": share, "sensitivity": sensitivity, "specificity": specificity}
    for name, value in given.items():
        if not 0 <= value <= 1:
            raise InputError(f"{name}: found {value:g}, expected 0 to 1")
    above_chance = sensitivity + specificity - 1
    if above_chance <= 0:
        raise InputError(
            f"sensitivity and specificity: found {sensitivity:g} and {specificity:g}, "
            "expected more than 1 together"
        )
    return min(1.0, max(0.0, (share + specificity - 1) / above_chance))


class MixedMean(NamedTuple):
    """A mean from people's decisions and a machine's, with its standard error."""

    estimate: float
    error: float
    weight: float  # of the machine: 0 leaves it out, 1 takes it at its word


def ppi_mean(
    human: ArrayLike, machine: ArrayLike, machine_rest: ArrayLike, weight: float | None = None
) -> MixedMean:
    """Return the mean of one process by prediction-powered inference.

    The machine reads everything; a random sample that people also read takes its errors out.

    Parameters
    ----------
    human, machine
        Shape (sample,): 1 where people, and where the machine, found the theme.
    machine_rest
        Shape (rest,): the same for texts that only the machine read. If it is empty the
        human mean comes back.
    weight
        Of the machine; None chooses the one with the narrowest range.

    Returns
    -------
    MixedMean
        Not clipped, so that the variances of two processes add; `ppi_interval` clips.
        With fewer than 5 texts in the sample with the theme, or without it, the error
        is too small: use Wilson on the human sample alone.

    Raises
    ------
    InputError
        If nobody read anything or the sample's shapes differ.

    References
    ----------
    Angelopoulos et al. (2023), Science 382, 669; choice of the weight (power tuning):
    Angelopoulos, Duchi & Zrnic (2023), arXiv 2311.01453.

    Examples
    --------
    >>> mean = ppi_mean([1, 0, 1, 0], [1, 0, 0, 0], [1, 1, 0, 0], weight=1)
    >>> f"{mean.estimate:.2f} with error {mean.error:.3f}"
    '0.75 with error 0.331'
    """
    decided, found = _vector(human), _vector(machine)
    rest = _vector(machine_rest)
    if decided.shape != found.shape or not decided.size:
        sizes = f"found {decided.size} and {found.size} values"
        raise InputError(f"human and machine: {sizes}, expected as many of each, and at least one")
    if not rest.size:
        return MixedMean(float(decided.mean()), sqrt(decided.var() / decided.size), 0.0)
    if weight is None:
        weight = _best_weight(decided, found, rest)
    left = decided - weight * found
    variance = weight**2 * rest.var() / rest.size + left.var() / decided.size
    return MixedMean(float(weight * rest.mean() + left.mean()), sqrt(variance), weight)


def ppi_interval(mean: MixedMean) -> tuple[float, float]:
    """Return the 95 % range of a share, kept in 0 to 1 for showing.

    Examples
    --------
    >>> low, high = ppi_interval(MixedMean(0.75, 0.331, 1))
    >>> f"{low:.1f} to {high:.1f}"
    '0.1 to 1.0'
    """
    reach = Z95 * mean.error
    return max(0.0, mean.estimate - reach), min(1.0, mean.estimate + reach)


def _best_weight(decided: Numbers, found: Numbers, rest: Numbers) -> float:
    spread = np.concatenate([found, rest]).var()
    if spread == 0:
        return 0.0
    together = ((decided - decided.mean()) * (found - found.mean())).mean()
    return float(np.clip(together / (spread * (1 + decided.size / rest.size)), 0, 1))


def _vector(values: ArrayLike) -> Numbers:
    vector = np.asarray(values, dtype=float)
    if vector.ndim != 1:
        raise InputError(f"decisions: found shape {vector.shape}, expected one value a text")
    return vector
