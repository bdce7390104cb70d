"""Like compared with like: the two processes within groups of similar families."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from analysis.evidence.comparing.ranges import Range, effect_of
from analysis.evidence.counting.counts import Cell, Counts
from analysis.evidence.intervals import Z95

LEAST = 60  # families in both processes together
LEAST_A_TERM = 10  # families in the smaller process for each group told apart
LEAST_LEFT = 0.5  # of the families, after weighting
HEAVIEST = 5  # times the mean weight that one family may carry


@dataclass(frozen=True, slots=True)
class Stratum:
    """One group of similar families in both processes, and the weight it carries."""

    name: str
    pilot: Cell
    old: Cell
    weight: float


def strata_of(pilot: Counts, old: Counts) -> list[Stratum]:
    """Return the finest groups that the numbers allow, or none.

    All declared cuts together are tried first, then fewer, from the last one back. A group that
    only one process has carries no weight.
    """
    if pilot.base + old.base < LEAST or min(pilot.base, old.base) < LEAST_A_TERM:
        return []
    width = max((name.count("|") + 1 for name in pilot.strata), default=0)
    for kept in range(width, 0, -1):
        mine, theirs = _coarser(pilot.strata, kept), _coarser(old.strata, kept)
        strata = [
            stratum(name, mine[name], theirs[name]) for name in sorted(mine.keys() & theirs.keys())
        ]
        if _enough(strata, pilot, old):
            return strata
    return []


def _coarser(strata: Mapping[str, Cell], kept: int) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for name, (base, counted) in strata.items():
        if group := _first_parts(name, kept):
            before = found.get(group, (0, 0))
            found[group] = before[0] + base, before[1] + counted
    return {name: cell for name, cell in found.items() if cell[0]}


@lru_cache(maxsize=1024)  # every measure has the same groups
def _first_parts(name: str, kept: int) -> str:
    """Return a group's first parts; nothing if one is not known."""
    parts = name.split("|")[:kept]
    return "" if "" in parts else "|".join(parts)


def stratum(name: str, pilot: Cell, old: Cell) -> Stratum:
    """Return a group with its overlap weight: that of Mantel and Haenszel's risk difference."""
    return Stratum(name, pilot, old, pilot[0] * old[0] / (pilot[0] + old[0]))


def _enough(strata: list[Stratum], pilot: Counts, old: Counts) -> bool:
    smaller = min(pilot.base, old.base)
    terms = max(1, len(strata) - 1)
    if len(strata) < 2 or smaller < LEAST_A_TERM * terms:
        return False
    sides = [[s.pilot[0] for s in strata], [s.old[0] for s in strata]]
    if sum(map(sum, sides)) < LEAST_LEFT * (pilot.base + old.base):
        return False
    return all(_even([s.weight for s in strata], families) for families in sides)


def _even(weights: Sequence[float], families: Sequence[int]) -> bool:
    """Say whether no family of a process carries far more than others, and half are left."""
    total, number = sum(weights), sum(families)
    heaviest = max(weight / n for weight, n in zip(weights, families, strict=True))
    left = families_in_effect(weights, families)
    return heaviest <= HEAVIEST * total / number and left >= LEAST_LEFT * number


def families_in_effect(weights: Sequence[float], families: Sequence[int]) -> float:
    """Return how many families that weigh the same would tell as much as these do.

    References
    ----------
    Kish (1965), Survey Sampling, section 11.7, on weights.

    Examples
    --------
    Ten families of weight 1 each, and ten of weight 3.

    >>> families_in_effect([10, 30], [10, 10])
    16.0
    """
    squares = sum(weight**2 / n for weight, n in zip(weights, families, strict=True))
    return sum(weights) ** 2 / squares


def like_for_like(pilot: Counts, old: Counts) -> Range | None:
    """Return pilot minus old within similar families, + = better; None where numbers are too few.

    Groups are weighted by overlap, which balances them exactly between the processes; the
    variance is that of the weighted groups, widened by the settings' design effect.

    References
    ----------
    Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22, 719; Greenland & Robins (1985),
    Biometrics 41, 55; Li, Morgan & Zaslavsky (2018), J. Am. Stat. Assoc. 113, 390.
    """
    strata = strata_of(pilot, old)
    if not strata:
        return None
    difference, total = weighted_difference(strata), sum(s.weight for s in strata)
    effects = effect_of(pilot), effect_of(old)
    spread = sum((s.weight / total) ** 2 * _variance(s, effects) for s in strata)
    half = Z95 * sqrt(spread)
    low, high = max(-1.0, difference - half), min(1.0, difference + half)
    return (-difference, -high, -low) if pilot.of == "problem" else (difference, low, high)


def weighted_difference(strata: Sequence[Stratum]) -> float:
    """Return the difference of the shares counted within groups, weighted.

    Examples
    --------
    >>> groups = [Stratum("a", (10, 6), (10, 4), 5.0), Stratum("b", (30, 15), (10, 5), 7.5)]
    >>> f"{weighted_difference(groups):.2f}"
    '0.08'
    """
    total = sum(s.weight for s in strata)
    return sum(s.weight * (_share(s.pilot) - _share(s.old)) for s in strata) / total


def _share(cell: Cell) -> float:
    return cell[1] / cell[0]


def _variance(stratum: Stratum, effects: tuple[float, float]) -> float:
    """Return the variance of a group's difference; one added each way keeps it above nothing."""
    total = 0.0
    for (base, counted), effect in zip((stratum.pilot, stratum.old), effects, strict=True):
        share = (counted + 1) / (base + 2)
        total += effect * share * (1 - share) / base
    return total


def balance(strata: list[Stratum]) -> list[tuple[str, float, float, float, float]]:
    """Return (group, share of pilot, share of old, weighted pilot, weighted old) a group."""
    pilot, old = sum(s.pilot[0] for s in strata), sum(s.old[0] for s in strata)
    total = sum(s.weight for s in strata)
    return [
        (s.name, s.pilot[0] / pilot, s.old[0] / old, s.weight / total, s.weight / total)
        for s in strata
    ]
