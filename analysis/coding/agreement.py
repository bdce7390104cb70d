"""How far coders agree beyond chance: Cohen's kappa, Krippendorff's alpha."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Sequence
from itertools import pairwise, product
from typing import Any, Literal

from analysis.errors import InputError

Distance = Literal["nominal", "ordinal", "interval", "masi"]
Metric = Callable[[Any, Any], float]
_SUBSET, _OVERLAP = 2 / 3, 1 / 3


def cohen_kappa(a: Sequence[Hashable], b: Sequence[Hashable]) -> float:
    """Return Cohen's kappa of two coders: 1 agree on all, 0 as by chance, below 0 less.

    Parameters
    ----------
    a, b
        One value a unit, in the same order. Two coders who gave one and the same value to every
        unit agree: 1.0.

    Raises
    ------
    InputError
        If the coders have different numbers of units, or none.

    References
    ----------
    Cohen (1960), A coefficient of agreement for nominal scales, Educ. Psychol. Meas. 20, 37.

    Examples
    --------
    >>> cohen_kappa("yynn", "ynnn")
    0.5
    """
    if len(a) != len(b) or len(a) == 0:
        raise InputError(
            f"expected two coders with as many units, one or more, found {len(a)} and {len(b)}"
        )
    total = len(a)
    observed = sum(left == right for left, right in zip(a, b, strict=True)) / total
    of_a, of_b = Counter(a), Counter(b)
    by_chance = sum(of_a[value] * of_b[value] for value in of_a) / total**2
    return 1.0 if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def krippendorff_alpha(ratings: Sequence[Sequence[Any]], distance: Distance = "nominal") -> float:
    """Return Krippendorff's alpha of any number of coders: 1 agree on all, 0 as by chance.

    Parameters
    ----------
    ratings
        A row a coder, a column a unit; None where a coder did not rate a unit. Units rated by
        fewer than two coders do not count. Coders who all gave one value agree: 1.0.
    distance
        How far two values lie apart: `nominal` (equal or not), `ordinal` (values in their
        order), `interval` (squared difference of numbers), `masi` (values are sets of labels).

    Raises
    ------
    InputError
        If rows differ in length, no unit was rated twice, or the distance is none of these.

    References
    ----------
    Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C; MASI: Passonneau
    (2006), Measuring agreement on set-valued items, LREC, weights 1, 2/3, 1/3 and 0.

    Examples
    --------
    >>> krippendorff_alpha([[1, 2, 3, None], [1, 2, 4, 5]], "interval").__round__(3)
    0.878
    """
    units = _pairable_units(ratings, as_sets=distance == "masi")
    values = Counter(value for unit in units for value in unit)
    metric = _metric(distance, values)
    total = values.total()
    observed = sum(
        sum(metric(left, right) for left, right in product(unit, unit)) / (len(unit) - 1)
        for unit in units
    )
    expected = sum(
        n * m * metric(left, right)
        for (left, n), (right, m) in product(values.items(), values.items())
    ) / (total - 1)
    return 1.0 if expected == 0 else 1 - observed / expected


def _pairable_units(ratings: Sequence[Sequence[Any]], as_sets: bool) -> list[list[Any]]:
    """Return the values of each unit that two coders or more have rated."""
    if any(len(left) != len(right) for left, right in pairwise(ratings)):
        raise InputError("expected as many units of every coder, None where not rated")
    columns = zip(*ratings, strict=True)
    units = [[value for value in column if value is not None] for column in columns]
    if as_sets:
        units = [[_as_set(value) for value in unit] for unit in units]
    pairable = [unit for unit in units if len(unit) > 1]
    if not pairable:
        raise InputError("found no unit that two coders have rated, expected one or more")
    return pairable


def _as_set(value: Collection[Hashable]) -> frozenset[Hashable]:
    if isinstance(value, str):
        raise InputError(f"masi: found {value!r}, expected a set of labels")
    return frozenset(value)


def _metric(distance: str, values: Counter[Any]) -> Metric:
    metrics: dict[str, Metric] = {
        "nominal": lambda left, right: float(left != right),
        "interval": lambda left, right: float(left - right) ** 2,
        "masi": _masi,
    }
    if distance == "ordinal":
        return _ordinal(values)
    if distance not in metrics:
        raise InputError(
            f'distance: found "{distance}", expected nominal, ordinal, interval or masi'
        )
    return metrics[distance]


def _ordinal(values: Counter[Any]) -> Metric:
    """Return the squared number of ratings from one value to another, each end counted half."""
    middles, below = {}, 0
    for value in sorted(values):
        middles[value] = below + values[value] / 2
        below += values[value]
    return lambda left, right: float(middles[left] - middles[right]) ** 2


def _masi(left: frozenset[Hashable], right: frozenset[Hashable]) -> float:
    if left == right:
        return 0.0
    shared, either = len(left & right), len(left | right)
    weight = _SUBSET if left <= right or right <= left else _OVERLAP
    return 1 - weight * shared / either
