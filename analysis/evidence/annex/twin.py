"""The chance that the pilot's share is the better one, as far as chance alone is asked about."""

import numpy as np
from scipy.special import betainc, betaincinv

PLACES = 10_000
HALF = 0.5  # of an answer each way is known beforehand: Jeffreys


def chance_higher(
    count_pilot: float, total_pilot: float, count_old: float, total_old: float
) -> float:
    """Return the chance that the pilot's share is above the old one's.

    Each share is uncertain as Beta(count + 1/2, others + 1/2). The answer is summed over evenly
    spaced places of the pilot's: nothing is drawn by lot, so it needs no seed.

    Parameters
    ----------
    count_pilot, total_pilot, count_old, total_old
        Families counted, of all who answered; effective counts where replies come in settings.

    References
    ----------
    Brown, Cai & DasGupta (2001), Stat. Sci. 16, 101, on the prior of Jeffreys.

    Examples
    --------
    >>> f"{chance_higher(8, 10, 5, 10):.2f}"
    '0.92'
    """
    places = (np.arange(PLACES) + 0.5) / PLACES
    shares = betaincinv(count_pilot + HALF, total_pilot - count_pilot + HALF, places)
    return float(betainc(count_old + HALF, total_old - count_old + HALF, shares).mean())
