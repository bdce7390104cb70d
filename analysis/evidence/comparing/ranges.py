"""Shares and differences, with settings that differ and are not all known."""

from collections.abc import Sequence
from functools import lru_cache

from analysis.evidence.comparison import design_effect, effective_counts
from analysis.evidence.counting.counts import Counts, SettingCell
from analysis.evidence.intervals import (
    Z95,
    brunner_munzel_interval,
    newcombe_interval,
    wilson_interval,
)

Range = tuple[float, float, float]  # estimate, low, high

UNKNOWN_SETTINGS_EFFECT = 1.5  # the least, when some families' setting is not known
FEW_SETTINGS_EFFECT = 1.5  # the least, with fewer than five settings
FEW_SETTINGS = 5
TOO_FEW_SETTINGS = 3  # with fewer, how much settings differ cannot be seen: the usual is taken
USUAL_LIKENESS = 0.15  # of two families of one setting, as a correlation


def effect_of(counts: Counts) -> float:
    """Return the design effect of one process: how much settings that differ widen a range."""
    return _effect(counts.cells, counts.apart[0] > 0)


@lru_cache(maxsize=8192)  # the same cells are asked of several times, for each audience
def _effect(cells: tuple[SettingCell, ...], some_unknown: bool) -> float:
    at_least = least_effect([base for _, base, _ in cells], some_unknown)
    if not cells:
        return at_least
    _, totals, counted = zip(*cells, strict=True)
    return design_effect(counted, totals, at_least)


def least_effect(families: Sequence[int], some_unknown: bool) -> float:
    """Return the least design effect to reckon with, of the families of each known setting.

    References
    ----------
    Kish (1965), Survey Sampling: 1 + (families of a setting - 1) x how alike they are.
    """
    at_least = UNKNOWN_SETTINGS_EFFECT if some_unknown else 1.0
    if len(families) < FEW_SETTINGS:
        at_least = max(at_least, FEW_SETTINGS_EFFECT)
    if 0 < len(families) < TOO_FEW_SETTINGS:
        mean = sum(families) / len(families)
        at_least = max(at_least, 1 + (mean - 1) * USUAL_LIKENESS)
    return at_least


def share_of(counts: Counts) -> Range:
    """Return the share counted with its Wilson interval on effective counts."""
    if not counts.base:
        return 0.0, 0.0, 1.0
    effective = effective_counts(counts.counted, counts.base, effect_of(counts))
    return counts.counted / counts.base, *wilson_interval(*effective)


def difference_of(pilot: Counts, old: Counts, z: float = Z95) -> Range:
    """Return pilot minus old, + = better for families, with Newcombe's interval on them."""
    low, high = newcombe_interval(
        *effective_counts(pilot.counted, pilot.base, effect_of(pilot)),
        *effective_counts(old.counted, old.base, effect_of(old)),
        z=z,
    )
    estimate = _share(pilot) - _share(old)
    if pilot.of == "problem":
        return -estimate, -high, -low
    return estimate, low, high


def standing_of(pilot: Counts, old: Counts, order: Sequence[str]) -> Range | None:
    """Return how often the pilot's of two answers drawn by lot is the better one, with its range.

    `order` are the answers that count, the worst first; the same answer twice counts as half.
    None where a process's answers are not told.
    """
    ours, theirs = ([side.answers.get(key, 0) for key in order] for side in (pilot, old))
    if not (sum(ours) and sum(theirs)):
        return None
    effect = max(effect_of(pilot), effect_of(old))
    return brunner_munzel_interval(ours, theirs, effect)[:3]


def _share(counts: Counts) -> float:
    return counts.counted / counts.base if counts.base else 0.0
