"""Counts in, findings out: each measure in both processes, with ranges and the rule to be said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from analysis.definitions.survey import Item, Survey
from analysis.evidence.comparison import design_effect, effective_counts
from analysis.evidence.counting.counts import Counts, Tally
from analysis.evidence.intervals import Z95, newcombe_interval, wilson_interval
from analysis.evidence.verdict import Arm, Verdict, choose_rule
from analysis.report import Tier

Openings = Mapping[tuple[str, str], Tier]
Range = tuple[float, float, float]  # estimate, low, high

UNKNOWN_SETTINGS_EFFECT = 1.5  # the least, when some families' setting is not known
HALF_WIDTH = 0.10
FEW_SETTINGS_EFFECT = 1.5  # the least, with fewer than five settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One measure in both processes.

    Shares are of those counted, as (share, low, high), 0-1. The difference is pilot minus old,
    turned so that + is better for families. None: too few to be looked at.
    """

    measure: str
    kind: str
    aim: str | None
    headline: bool
    pilot: Counts
    old: Counts
    pilot_share: Range | None
    old_share: Range | None
    difference: Range | None
    verdict: Verdict
    replies_needed: int | None = None


def find_measures(tally: Tally, survey: Survey, openings: Openings) -> list[Finding]:
    """Return a finding for each item that can go well or badly, in the survey's order."""
    return [
        _find(item.id, "item", tally.items, openings, _aim_of(survey, item), item.compared)
        for item in measured_items(survey)
    ]


def find_stages(tally: Tally, survey: Survey, openings: Openings) -> list[Finding]:
    """Return a finding for each stage, on the markers its processes can be compared on."""
    found = []
    for stage in survey.stages:
        shown = tally.compared if stage.compare_on else tally.stages
        found.append(_find(stage.id, "stage", shown, openings, (None, False), compared=True))
    return found


def measured_items(survey: Survey) -> Iterator[Item]:
    """Yield the items whose answers mean that it went well or badly, for families with a review."""
    for item in survey.items().values():
        meanings = {option.means for option in item.options.values()}
        if {"right", "problem"} <= meanings and item.id != survey.roles.no_review:
            yield item


def _aim_of(survey: Survey, item: Item) -> tuple[str | None, bool]:
    for aim in survey.aims:
        if item.id in aim.measures:
            return aim.id, item.id == aim.headline
    return None, False


def _find(
    measure: str,
    kind: str,
    counts: Mapping[tuple[str, str], Counts],
    openings: Openings,
    aim: tuple[str | None, bool],
    compared: bool,
) -> Finding:
    pilot, old = counts[measure, "pilot"], counts[measure, "old"]
    tiers = {arm: openings[measure, arm] for arm in ("pilot", "old")}
    open_ = Tier.CLOSED not in tiers.values()
    difference = _difference(pilot, old) if open_ and compared else None
    verdict = Verdict(None)
    if compared:
        verdict = choose_rule(_arm(pilot), _arm(old), difference if open_ else None)
    return Finding(
        measure,
        kind,
        aim[0],
        aim[1],
        pilot,
        old,
        share_of(pilot) if tiers["pilot"] is not Tier.CLOSED else None,
        share_of(old) if tiers["old"] is not Tier.CLOSED else None,
        difference,
        verdict,
        _replies_needed(pilot, old) if verdict.rule == "W2" else None,
    )


def _replies_needed(pilot: Counts, old: Counts) -> int:
    """Return about how many more replies would narrow the range to ten points each side.

    Twice the usual number for one share (statistics of two equal groups), times the design
    effect, less what each process has; to the next ten.
    """
    share = (pilot.counted + old.counted) / (pilot.base + old.base)
    each = 2 * Z95**2 * share * (1 - share) / HALF_WIDTH**2
    missing = [max(0.0, each * effect_of(counts) - counts.base) for counts in (pilot, old)]
    return max(10, ceil(sum(missing) / 10) * 10)


def _arm(counts: Counts) -> Arm:
    return Arm(
        base=counts.base,
        counted=counts.counted,
        settings=len(counts.cells),
        apart=counts.apart[0],
    )


def effect_of(counts: Counts) -> float:
    """Return the design effect of one process: how much settings that differ widen a range."""
    at_least = 1.0
    if counts.apart[0]:
        at_least = UNKNOWN_SETTINGS_EFFECT
    if len(counts.cells) < 5:
        at_least = max(at_least, FEW_SETTINGS_EFFECT)
    if not counts.cells:
        return at_least
    _, totals, counted = zip(*counts.cells, strict=True)
    return design_effect(counted, totals, at_least)


def share_of(counts: Counts) -> Range:
    """Return the share counted with its Wilson interval on effective counts."""
    if not counts.base:
        return 0.0, 0.0, 1.0
    effective = effective_counts(counts.counted, counts.base, effect_of(counts))
    return counts.counted / counts.base, *wilson_interval(*effective)


def _difference(pilot: Counts, old: Counts) -> Range:
    """Return pilot minus old, + = better, with Newcombe's interval on effective counts."""
    low, high = newcombe_interval(
        *effective_counts(pilot.counted, pilot.base, effect_of(pilot)),
        *effective_counts(old.counted, old.base, effect_of(old)),
    )
    estimate = share_of(pilot)[0] - share_of(old)[0]
    if pilot.of == "problem":
        return -estimate, -high, -low
    return estimate, low, high
