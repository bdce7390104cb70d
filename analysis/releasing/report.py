"""Findings in, a Report out: everything one audience may see, in the order of its pages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from analysis.definitions.codebook import Codebook
from analysis.definitions.criteria import Criteria
from analysis.definitions.survey import NOT_ASKED, SKIPPED, Item, Stage, Survey
from analysis.disclosure import (
    SHOW,
    hide_small,
    release_base,
    release_count,
    release_range,
    release_settings,
    release_total,
)
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import share_of, standing_of
from analysis.evidence.comparing.rulings import read_signs, rule_on
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.encoding import coding_of
from analysis.evidence.counting.scores import order_of, scored_aims
from analysis.releasing.crossed import release_crossed
from analysis.releasing.evidence import Evidence, Surroundings
from analysis.releasing.health import release_health
from analysis.releasing.measures import release_finding, release_outcomes, release_side
from analysis.releasing.themes import release_others, release_themes
from analysis.releasing.trends import release_trends
from analysis.releasing.who import release_mixes, release_who
from analysis.report import (
    NOT_COMPARED,
    AimCard,
    Answer,
    Audience,
    Comparison,
    Figure,
    Report,
    Shown,
    SignRow,
    StageRow,
    Stamp,
)

NO_OPTIONS = (
    "does_not_apply",
    "dont_know",
    SKIPPED,
    NOT_ASKED,
    "not_due",
    "no_month",
    "any_tick",
)


def release(
    evidence: Evidence, survey: Survey, codebook: Codebook, audience: Audience, stamp: Stamp
) -> Report:
    """Return the report for one audience; nothing else of the evidence leaves."""
    tally = evidence.tally
    items, scored = survey.items(), _scored(survey)
    compared = {
        finding.measure: replace(
            _release_item(finding, items[finding.measure], evidence.around, audience),
            standing=_standing(finding, scored, audience),
            ruling=rule_on(finding, evidence.criteria),
        )
        for finding in evidence.measures
    }
    arms = [(arm, tally.families.get(arm, 0)) for arm in ("pilot", "old", "unclear")]
    return Report(
        stamp=stamp,
        families=release_total([number for _, number in arms], audience),
        by_process=tuple((arm, release_base(number, audience)) for arm, number in arms),
        settings=_settings(tally, audience),
        unclear=release_base(tally.families.get("unclear", 0), audience),
        unclear_reasons=_table("unclear", tally.unclear_reasons, tally, audience),
        no_review=_table("no_review", tally.no_review, tally, audience),
        aims=tuple(_card(survey, aim.id, compared) for aim in survey.aims),
        stages=_stages(evidence, survey, audience),
        through=_through(survey, compared),
        no_problem=tuple(
            (arm, release_count(found.bands.get("0", 0), found.eligible, audience))
            for arm, found in tally.journey.items()
        ),
        themes=release_themes(evidence, codebook, audience),
        other_themes=release_others(evidence.themes, audience),
        wrote=release_base(evidence.themes.wrote, audience),
        caution=survey.audience.caution,
        filter=evidence.filter,
        stop_signs=_signs(evidence),
        agreed=_agreed(evidence.criteria),
        changes=_changes(evidence, audience),
        change=_change(evidence, survey, audience),
        others=tuple(found for found in compared.values() if found.aim is None),
        **_behind(evidence, survey, audience),
    )


def _behind(evidence: Evidence, survey: Survey, audience: Audience) -> dict[str, Any]:
    """Return what stands behind the comparisons of all families; of one group, nothing."""
    if evidence.filter:
        return {}
    tally, around = evidence.tally, evidence.around
    who = release_who(tally, survey, around, audience)
    return {
        "trends": release_trends(tally, survey, around.starts, audience),
        "who_replied": who,
        "crossings": release_crossed(tally, survey, around.says, audience),
        "mixes": release_mixes(tally, survey, audience),
        "health": release_health(evidence, survey, who, audience),
    }


def _changes(evidence: Evidence, audience: Audience) -> tuple[Figure, ...]:
    """Return after how many replies what was agreed was changed."""
    now = sum(evidence.tally.families.values())
    numbers = [now if number is None else number for number in evidence.around.changes]
    return tuple(release_base(number, audience) for number in numbers)


def _scored(survey: Survey) -> dict[str, list[str]]:
    """Return the answers, the worst first, of each question whose answers stand in an order."""
    items = survey.items()
    names = {name for aim in scored_aims(survey.aims, items) for name in aim.composite}
    return {name: order_of(coding_of(items[name])) for name in names}


def _standing(finding: Finding, scored: Mapping[str, list[str]], audience: Audience) -> Figure:
    """Return how often the pilot's of two answers is the better one, for those signed in."""
    order = scored.get(finding.measure)
    if order is None or finding.view.difference is None or audience is Audience.PUBLIC:
        return NOT_COMPARED
    found = standing_of(finding.pilot, finding.old, order)
    return release_range(found, min(finding.pilot.base, finding.old.base), audience)


def _change(evidence: Evidence, survey: Survey, audience: Audience) -> Comparison | None:
    """Return how families see this review beside their own before, where that is asked."""
    if survey.change is None or evidence.change is None:
        return None
    item = survey.items()[survey.change.item]
    return replace(
        _release_item(evidence.change, item, evidence.around, audience),
        counted=survey.change.counted,
    )


def _signs(evidence: Evidence) -> tuple[SignRow, ...]:
    """Return each stop sign with what it says now; before it is agreed, nothing is read."""
    criteria = evidence.criteria
    if criteria is not None and criteria.agreed is None:
        return tuple(
            SignRow(sign.id, sign.says, sign.measure, "not_agreed") for sign in criteria.stop_signs
        )
    findings = {finding.measure: finding for finding in evidence.measures}
    words = {True: "shows", False: "does_not_show", None: "cannot_tell"}
    return tuple(
        SignRow(sign.sign.id, sign.sign.says, sign.sign.measure, words[sign.shows])
        for sign in read_signs(findings, evidence.criteria)
    )


def _agreed(criteria: Criteria | None) -> str:
    """Return who agreed the criteria and when, in words; nothing where nobody did."""
    if criteria is None or criteria.agreed is None:
        return ""
    return f"{', '.join(criteria.agreed.by)}, {criteria.agreed.on.isoformat()}"


def _release_item(
    finding: Finding, item: Item, around: Surroundings, audience: Audience
) -> Comparison:
    says = {key: option.says for key, option in item.options.items()} | {
        key: around.says[key] for key in NO_OPTIONS if key not in item.options
    }
    return release_finding(finding, (item.asks, item.counted or ""), says, audience)


def _settings(tally: Tally, audience: Audience) -> Figure:
    """Return in how many settings the families of both processes are, where known."""
    shown = [arm for arm in ("pilot", "old") if tally.families.get(arm, 0) >= SHOW]
    total = release_total([tally.families[arm] for arm in shown], audience)
    base = int(total.value) if isinstance(total, Shown) else 0
    return release_settings(sum(tally.settings[arm] for arm in shown), base, audience)


def _table(
    name: str, cells: Mapping[str, int], tally: Tally, audience: Audience
) -> tuple[Answer, ...]:
    """Return counts of families by reason, as a table about who they are."""
    if audience is Audience.PUBLIC:
        return ()
    return hide_small(cells, {}, audience, tally.seen.get(name))


def _card(survey: Survey, aim_id: str, compared: Mapping[str, Comparison]) -> AimCard:
    aim = next(aim for aim in survey.aims if aim.id == aim_id)
    rest = tuple(compared[name] for name in aim.measures if name in compared)
    return AimCard(aim.id, aim.name, compared[aim.headline], rest)


def _stages(evidence: Evidence, survey: Survey, audience: Audience) -> tuple[StageRow, ...]:
    by_id = {finding.measure: finding for finding in evidence.stages}
    return tuple(_stage(evidence, stage, by_id[stage.id], audience) for stage in survey.stages)


def _stage(evidence: Evidence, stage: Stage, finding: Finding, audience: Audience) -> StageRow:
    tally = evidence.tally
    sides = {}
    for arm in ("pilot", "old"):
        counts = tally.stages[stage.id, arm]
        share = share_of(counts) if counts.base >= SHOW else None
        sides[arm] = release_side(counts, share, {}, audience)
    return StageRow(
        stage.id,
        stage.name,
        sides["pilot"],
        sides["old"],
        release_finding(finding, (stage.name, evidence.around.says["met_problem"]), {}, audience),
        *(() if evidence.filter else _outcomes(tally, stage, audience)),
    )


def _outcomes(
    tally: Tally, stage: Stage, audience: Audience
) -> tuple[tuple[Answer, ...], tuple[Answer, ...]]:
    pilot, old = (tally.stages[stage.id, arm] for arm in ("pilot", "old"))
    return release_outcomes(pilot, audience), release_outcomes(old, audience)


def _through(survey: Survey, compared: Mapping[str, Comparison]) -> tuple[Comparison, ...]:
    details = survey.through.details if survey.through else ()
    return tuple(compared[name] for name in details if name in compared)
