"""Findings in, a Report out: everything one audience may see, in the order of its pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.definitions.codebook import Code, Codebook
from analysis.definitions.criteria import Criteria
from analysis.definitions.survey import NOT_ASKED, SKIPPED, Item, Stage, Survey
from analysis.disclosure import (
    SHOW,
    SMALL,
    hide_small,
    release_agreed,
    release_base,
    release_count,
    release_finding,
    release_outcomes,
    release_settings,
    release_side,
    release_theme,
)
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import share_of
from analysis.evidence.comparing.rulings import read_signs, rule_on
from analysis.evidence.comparing.theme_shares import ThemeFinding
from analysis.evidence.counting.counts import Counts, Tally
from analysis.evidence.counting.themes import ThemeCounts
from analysis.report import (
    AimCard,
    Answer,
    Audience,
    Comparison,
    Figure,
    Report,
    SignRow,
    StageRow,
    Stamp,
    ThemeRow,
)

SAYS = {
    "does_not_apply": "Does not apply",
    "dont_know": "Don't know",
    SKIPPED: "Left blank",
    NOT_ASKED: "Not asked",
    "not_due": "Too early to count: the limit has not passed for certain",
    "no_month": "Cannot be dated: the month is not known",
    "any_tick": "At least one of these",
}


NOBODY = Counts({}, {})


@dataclass(frozen=True)
class Evidence:
    """What the gate is given: counts at their steps, and what was found in them."""

    tally: Tally
    themes: ThemeCounts
    measures: Sequence[Finding]
    stages: Sequence[Finding]
    compared_themes: Sequence[ThemeFinding] = ()
    criteria: Criteria | None = None
    filter: str = ""  # the group of families it is of, in words; empty for all


def release(
    evidence: Evidence, survey: Survey, codebook: Codebook, audience: Audience, stamp: Stamp
) -> Report:
    """Return the report for one audience; nothing else of the evidence leaves."""
    tally = evidence.tally
    items = survey.items()
    compared = {
        finding.measure: replace(
            _release_item(finding, items[finding.measure], audience),
            ruling=rule_on(finding, evidence.criteria),
            margin=_margin(evidence.criteria, finding),
        )
        for finding in evidence.measures
    }
    arms = [(arm, tally.families.get(arm, 0)) for arm in ("pilot", "old", "unclear")]
    return Report(
        stamp=stamp,
        families=_total([number for _, number in arms], audience),
        by_process=tuple((arm, release_base(number, audience)) for arm, number in arms),
        settings=_settings(tally, audience),
        unclear=release_base(tally.families.get("unclear", 0), audience),
        unclear_reasons=_table(tally.unclear_reasons, audience),
        no_review=_table(tally.no_review, audience),
        aims=tuple(_card(survey, aim.id, compared) for aim in survey.aims),
        stages=_stages(evidence, survey, audience),
        through=_through(survey, compared),
        no_problem=tuple(
            (arm, release_count(found.bands.get("0", 0), found.eligible, audience))
            for arm, found in tally.journey.items()
        ),
        themes=_themes(evidence, codebook, audience),
        other_themes=_other(evidence.themes, audience),
        wrote=release_base(evidence.themes.wrote, audience),
        caution=survey.audience.caution,
        filter=evidence.filter,
        stop_signs=_signs(evidence),
        agreed=_agreed(evidence.criteria),
        others=tuple(found for found in compared.values() if found.aim is None),
    )


def _margin(criteria: Criteria | None, finding: Finding) -> Figure | None:
    """Return how far apart counts as about the same: agreed beforehand, so nobody's answer."""
    if criteria is None or criteria.margin is None or finding.verdict.rule != "W3":
        return None
    return release_agreed(criteria.margin)


def _signs(evidence: Evidence) -> tuple[SignRow, ...]:
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


def _release_item(finding: Finding, item: Item, audience: Audience) -> Comparison:
    says = {key: option.says for key, option in item.options.items()} | {
        key: said for key, said in SAYS.items() if key not in item.options
    }
    return release_finding(finding, (item.asks, item.counted or ""), says, audience)


def _total(parts: Sequence[int], audience: Audience) -> Figure:
    """Return the sum of the parts that are shown, so that no hidden part can be taken from it."""
    return release_base(sum(part for part in parts if part >= SHOW), audience)


def _settings(tally: Tally, audience: Audience) -> Figure:
    """Return in how many settings the families of both processes are, where known."""
    shown = [arm for arm in ("pilot", "old") if tally.families.get(arm, 0) >= SHOW]
    base = sum(tally.families[arm] for arm in shown)
    return release_settings(sum(tally.settings[arm] for arm in shown), base, audience)


def _table(cells: Mapping[str, int], audience: Audience) -> tuple[Answer, ...]:
    """Return counts of families by reason, as a table about who they are."""
    if audience is Audience.PUBLIC:
        return ()
    return hide_small(cells, {key: key for key in cells}, sum(cells.values()))


def _card(survey: Survey, aim_id: str, compared: Mapping[str, Comparison]) -> AimCard:
    aim = next(aim for aim in survey.aims if aim.id == aim_id)
    rest = tuple(compared[name] for name in aim.measures if name in compared)
    return AimCard(aim.id, aim.name, compared[aim.headline], rest)


def _stages(evidence: Evidence, survey: Survey, audience: Audience) -> tuple[StageRow, ...]:
    by_id = {finding.measure: finding for finding in evidence.stages}
    return tuple(
        _stage(evidence.tally, stage, by_id[stage.id], audience) for stage in survey.stages
    )


def _stage(tally: Tally, stage: Stage, finding: Finding, audience: Audience) -> StageRow:
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
        release_finding(finding, (stage.name, "met a problem"), {}, audience),
        release_outcomes(tally.stages[stage.id, "pilot"], audience),
        release_outcomes(tally.stages[stage.id, "old"], audience),
    )


def _through(survey: Survey, compared: Mapping[str, Comparison]) -> tuple[Comparison, ...]:
    details = survey.through.details if survey.through else ()
    return tuple(compared[name] for name in details if name in compared)


def _least(audience: Audience) -> int:
    return SHOW if audience is Audience.PUBLIC else SMALL


def _themes(evidence: Evidence, codebook: Codebook, audience: Audience) -> tuple[ThemeRow, ...]:
    """Return the themes of enough families, those of most families first."""
    themes = evidence.themes
    compared = {found.code: found for found in evidence.compared_themes}
    labels = {theme.id: theme.label for theme in codebook.themes}
    codes = sorted(codebook.codes, key=lambda code: -themes.families.get(code.id, 0))
    public = audience is Audience.PUBLIC
    rows = []
    for code in codes:
        number = themes.families.get(code.id, 0)
        if number < _least(audience):
            continue
        tones = {} if public else themes.polarities.get(code.id, {})
        negative = tones.get("-", 0) + tones.get("mixed", 0)
        rows.append(
            ThemeRow(
                code.id,
                code.label,
                labels[code.theme],
                release_theme(number, themes.wrote, audience),
                release_theme(negative, themes.wrote, audience),
                release_theme(tones.get("+", 0), themes.wrote, audience),
                release_theme(tones.get("suggestion", 0), themes.wrote, audience),
                _compared(code, compared.get(code.id), audience),
            )
        )
    return tuple(rows)


def _compared(code: Code, found: ThemeFinding | None, audience: Audience) -> Comparison | None:
    """Return a theme by process, where people read enough of the words in both."""
    if found is None:
        return None
    finding = Finding(
        code.id,
        "code",
        "themes",
        None,
        False,
        True,
        found.pilot.counts,
        found.old.counts,
        NOBODY,
        found.pilot.share,
        found.old.share,
        found.view,
        found.verdict,
    )
    return release_finding(finding, (code.definition, code.label), {}, audience)


def _other(themes: ThemeCounts, audience: Audience) -> Figure:
    number = themes.other.get(str(_least(audience)), 0)
    return release_theme(number, themes.wrote, audience)
