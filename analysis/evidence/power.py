"""How much a number of replies can tell, and how many would tell enough."""

from math import ceil, sqrt
from statistics import NormalDist

from analysis.errors import InputError
from analysis.evidence.intervals import Z95

NORMAL = NormalDist()
ROUNDING = 1e-9  # 185.0000000001 replies are 185


def two_share_power(n_each: float, share_a: float, share_b: float) -> float:
    """Return the chance that a two-sided 5 % test tells two shares apart.

    Parameters
    ----------
    n_each
        Replies in each process; divide by the design effect where they come in settings.
    share_a, share_b
        The shares as they truly are.

    Returns
    -------
    float
        0 without replies. For equal shares, the 2.5 % by which luck names one of them
        (0 where both are 0 or both 1).

    Raises
    ------
    InputError
        If a share lies outside 0 to 1 or `n_each` is below 0.

    References
    ----------
    Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed.,
    chapter 4, without continuity correction.

    Examples
    --------
    >>> f"{two_share_power(356, 0.6, 0.7):.3f}"
    '0.800'
    """
    _check_shares(share_a, share_b)
    if not n_each >= 0:
        raise InputError(f"n_each: found {n_each:g}, expected 0 or more")
    alike, apart = _spreads(share_a, share_b)
    reach = abs(share_a - share_b) * sqrt(n_each) - Z95 * alike
    if n_each == 0 or apart == 0:
        return float(reach > 0)
    return NORMAL.cdf(reach / apart)


def replies_for_power(
    share_a: float, share_b: float, power: float = 0.8, design_effect: float = 1.0
) -> int:
    """Return how many replies each process needs to tell two shares apart.

    Parameters
    ----------
    share_a, share_b
        Two different shares, as they truly are.
    power
        The chance wanted, between 0.5 and 1.
    design_effect
        How much replies in settings are worth less than independent ones.

    Raises
    ------
    InputError
        If the shares are equal or outside 0 to 1, the power is not between 0.5 and 1, or
        the design effect is below 1.

    References
    ----------
    As `two_share_power`.

    Examples
    --------
    >>> replies_for_power(0.6, 0.7)
    356
    """
    _check_shares(share_a, share_b)
    _check_design_effect(design_effect)
    if share_a == share_b:
        raise InputError(f"share_a and share_b: found {share_a:g} twice, expected two shares")
    if not 0.5 <= power < 1:
        raise InputError(f"power: found {power:g}, expected 0.5 to below 1")
    alike, apart = _spreads(share_a, share_b)
    reach = (Z95 * alike + NORMAL.inv_cdf(power) * apart) / abs(share_a - share_b)
    return ceil(reach**2 * design_effect - ROUNDING)


def replies_needed(half_width: float, share: float = 0.5, design_effect: float = 1.0) -> int:
    """Return how many replies each process needs for a difference known to +- half_width.

    Parameters
    ----------
    half_width
        Half the 95 % range of the difference that would be narrow enough.
    share
        About where the shares lie. At 0 or 1, which say nothing about the spread, the
        cautious 0.5 is taken.
    design_effect
        As for `replies_for_power`. Above 1.5, ask for more settings, not more replies.

    Raises
    ------
    InputError
        If the share lies outside 0 to 1, the half width is not above 0 (and at most 1),
        or the design effect is below 1.

    References
    ----------
    Cochran (1977), Sampling Techniques, 3rd ed., section 4.4, for two shares.

    Examples
    --------
    >>> replies_needed(0.10, share=0.6), replies_needed(0.10, share=0.6, design_effect=1.3)
    (185, 240)
    """
    _check_shares(share)
    _check_design_effect(design_effect)
    if not 0 < half_width <= 1:
        raise InputError(f"half_width: found {half_width:g}, expected above 0, up to 1")
    spread = share * (1 - share) or 0.25
    return ceil(2 * spread * (Z95 / half_width) ** 2 * design_effect - ROUNDING)


def _spreads(share_a: float, share_b: float) -> tuple[float, float]:
    """Return the spread of the difference if the shares are alike, and if they are as given."""
    pooled = (share_a + share_b) / 2
    apart = share_a * (1 - share_a) + share_b * (1 - share_b)
    return sqrt(2 * pooled * (1 - pooled)), sqrt(apart)


def _check_shares(*shares: float) -> None:
    for share in shares:
        if not 0 <= share <= 1:
            raise InputError(f"share: found {share:g}, expected 0 to 1")


def _check_design_effect(design_effect: float) -> None:
    if not design_effect >= 1:
        raise InputError(f"design_effect: found {design_effect:g}, expected 1 or more")
