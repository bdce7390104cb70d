"""One measure in both processes, as one audience may see it."""

from collections.abc import Mapping
from dataclasses import replace
from math import ceil

from analysis.definitions.survey import Outcome
from analysis.disclosure import (
    CLOSED,
    PERCENTAGES,
    SHOW,
    edge_of,
    release_agreed,
    release_base,
    release_beside,
    release_beyond,
    release_count,
    release_mean,
    release_range,
    release_settings,
)
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import Range
from analysis.evidence.counting.counts import Counts
from analysis.evidence.counting.encoding import NOT_DUE
from analysis.evidence.timeliness import limit_bounds
from analysis.evidence.verdict import Verdict
from analysis.report import TOO_FEW, Answer, Audience, Comparison, Figure, Shown, Side, Why

NO_DIFFERENCE = ("W2", "W3", "W4")  # rules that tell of no difference
OUTCOME_ORDER: tuple[Outcome, ...] = ("problem", "right", "neutral", "na", "unknown")


def release_side(
    counts: Counts, share: Range | None, says: Mapping[str, str], audience: Audience
) -> Side:
    """Return one process of a measure: its count, its share and, for those signed in, answers."""
    if counts.withheld:
        return Side(CLOSED, CLOSED, CLOSED)
    shown = counts.base >= SHOW and audience is not Audience.PUBLIC
    early = counts.answers.get(NOT_DUE, 0)
    return Side(
        families=release_count(counts.counted, counts.base, audience),
        share=release_mean(share, counts.base, audience),
        settings=release_settings(len(counts.cells), counts.base, audience),
        answers=tuple(
            Answer(key, said, release_count(counts.answers.get(key, 0), counts.base, audience))
            for key, said in says.items()
            if shown and counts.answers.get(key, 0)
        ),
        as_of=counts.as_of if counts.base >= SHOW else "",
        between=_between(counts, audience),
        early=release_beside(early, counts.base, audience) if early else None,
    )


def _between(counts: Counts, audience: Audience) -> Figure | None:
    """Return between which shares the truth lies where the month leaves it open who counts.

    Both kinds of open families are taken for the next ten: the bounds hold the truth all the
    more, and nobody can take from them what a few families said.
    """
    if not any(counts.open) or not counts.base:
        return None
    right, other = (max(SHOW, ceil(n / SHOW) * SHOW) for n in counts.open)
    bounds = limit_bounds(counts.right, counts.base, right, other)
    return bounds and release_mean((counts.right / counts.base, *bounds), counts.base, audience)


def release_finding(
    finding: Finding, texts: tuple[str, str], says: Mapping[str, str], audience: Audience
) -> Comparison:
    """Return the comparison this audience may see; `texts` are the measure's words.

    Where one process is closed because it would give other families away, nothing is said.
    """
    verdict = _verdict(finding, audience)
    pilot = release_side(finding.pilot, finding.pilot_share, says, audience)
    old = release_side(finding.old, finding.old_share, says, audience)
    return Comparison(
        measure=finding.measure,
        kind=finding.kind,
        says=texts[0],
        counted=texts[1],
        aim=finding.aim,
        headline=finding.headline,
        pilot=pilot,
        old=old,
        difference=_range(finding.view.difference, finding, audience),
        rule=verdict.rule or "",
        direction=verdict.direction,
        also=_also(verdict, pilot, old),
        settings_few=verdict.settings_few,
        some_unplaced=verdict.some_unplaced,
        waited=verdict.waited,
        margin=None if verdict.margin is None else release_agreed(verdict.margin),
        replies_needed=_needed(finding.replies_needed, finding, audience),
        from_settings=finding.from_settings,
        at_best=_needed(finding.at_best, finding, audience),
        unplaced=release_base(finding.unclear.base, audience),
        like_for_like=_range(finding.view.like_for_like, finding, audience),
    )


def _verdict(finding: Finding, audience: Audience) -> Verdict:
    """Return what may be said: of answers that are nearly all the same, the public is told that."""
    if _given_away(finding):
        return Verdict("W0p")
    edges = _edges(finding) if _smaller(finding) >= PERCENTAGES else [None]
    alike = audience is Audience.PUBLIC and None not in edges and len(set(edges)) == 1
    if alike and finding.verdict.rule in NO_DIFFERENCE:
        return replace(finding.verdict, rule="W3s")
    return finding.verdict


def _edges(finding: Finding) -> list[Why | None]:
    """Return of each process whether nearly none or nearly all of its families are counted."""
    return [edge_of(one.counted / one.base) for one in (finding.pilot, finding.old) if one.base]


def _also(verdict: Verdict, *sides: Side) -> tuple[str, ...]:
    """Return what is said beside the sentence; of families who are early, where they are shown."""
    told = any(isinstance(side.early, Shown) for side in sides)
    return tuple(rule for rule in verdict.also if rule != "WT2" or told)


def _given_away(finding: Finding) -> bool:
    """Say whether a comparison of replies enough is closed for the sake of other families."""
    counts = (finding.pilot, finding.old)
    withheld = any(c.withheld for c in counts)
    return finding.compared and withheld and all(c.withheld or c.base >= SHOW for c in counts)


def _range(found: Range | None, finding: Finding, audience: Audience) -> Figure:
    if finding.pilot.withheld or finding.old.withheld:
        return CLOSED
    return release_range(found, _smaller(finding), audience, any(_edges(finding)))


def _smaller(finding: Finding) -> int:
    return min(finding.pilot.base, finding.old.base)


def _needed(number: float | None, finding: Finding, audience: Audience) -> Figure | None:
    """Return how many more replies would help, or what they cannot, where the sentence says so."""
    return None if number is None else release_beyond(number, _smaller(finding), audience)


def release_outcomes(counts: Counts, audience: Audience) -> tuple[Answer, ...]:
    """Return how many met a problem, went well and so on, beside a stage."""
    if counts.base < SHOW or audience is Audience.PUBLIC:
        return tuple(Answer(key, key, TOO_FEW) for key in OUTCOME_ORDER)
    return tuple(
        Answer(key, key, release_count(counts.outcomes.get(key, 0), counts.base, audience))
        for key in OUTCOME_ORDER
    )
