"""What was found, as tables: comparisons, answers, stages, themes, who replied, stop signs."""

from collections.abc import Iterator, Mapping

from analysis.definitions.survey import Survey
from analysis.report import Comparison, Figure, Report, Shown, StageRow
from analysis.reporting.figure_words import texts
from analysis.reporting.files.about import names, said
from analysis.reporting.files.tables.cells import (
    ARMS,
    Cell,
    Table,
    column,
    count_cells,
    count_columns,
    difference_cells,
    hundred_cells,
    label,
    process_column,
    reasons,
    share_cells,
    side_cells,
    side_columns,
    table,
    whole,
    why,
)

STANDING = ("standing", "standing_low", "standing_high")
OUTCOMES = ("problem", "right", "neutral", "na", "unknown")


def all_comparisons(report: Report) -> tuple[Comparison, ...]:
    """Return every comparison once: aims' measures, other items, stages, themes."""
    found = [measure for card in report.aims for measure in (card.headline, *card.measures)]
    found += [report.change] if report.change else []
    found += [*report.others, *report.through, *(row.comparison for row in report.stages)]
    found += [theme.compared for theme in report.themes if theme.compared]
    return tuple({(one.kind, one.measure): one for one in found}.values())


def comparisons_table(report: Report, survey: Survey) -> Table:
    """Return a row a question, stage and theme, both processes beside each other."""
    aims = {card.id: card.name for card in report.aims}
    rulings = tuple(said()["ruling"].values())
    columns = [
        column("kind", "choice", tuple(said()["kinds"].values())),
        column("aim", "choice", tuple(aims.values())),
        column("headline", "choice", (said()["no"], said()["yes"])),
        *map(column, ("measure", "question", "counted")),
        *(of_side for arm in ARMS for of_side in side_columns(arm, survey)),
        column("difference_low", "difference", survey=survey),
        column("difference_high", "difference", survey=survey),
        column("difference_hidden", "choice", reasons()),
        column("like_low", "difference", survey=survey),
        column("like_high", "difference", survey=survey),
        *(column(name, "number", survey=survey) for name in STANDING),
        column("rule"),
        column("ruling", "choice", rulings),
        column("sentence"),
    ]
    rows = [_comparison(one, aims) for one in all_comparisons(report)]
    return table("comparisons", columns, rows)


def answers_table(report: Report, survey: Survey) -> Table:
    """Return a row for every answer that anybody gave in a process."""
    rows = [
        (one.measure, one.says, label(survey, arm), answer.says, *count_cells(answer.families))
        for one in all_comparisons(report)
        for arm, side in zip(ARMS, (one.pilot, one.old), strict=True)
        for answer in side.answers
    ]
    columns = [
        *map(column, ("measure", "question")),
        process_column(survey),
        column("answer"),
        *count_columns(),
    ]
    return table("answers", columns, rows)


def stages_table(report: Report, survey: Survey) -> Table:
    """Return two rows a stage, the pilot's first."""
    rows = [row for stage in report.stages for row in _stage(stage, survey)]
    columns = [
        column("stage"),
        process_column(survey),
        *(column(name, "number") for name in (*OUTCOMES, "of", "share", "low", "high")),
        column("hidden", "choice", reasons()),
        column("sentence"),
    ]
    return table("stages", columns, rows)


def themes_table(report: Report) -> Table:
    """Return a row a code, most families first, and one for the themes of few families."""
    rows = [
        (
            row.theme,
            row.code,
            row.label,
            *count_cells(row.families),
            *map(whole, (row.negative, row.positive, row.suggestion)),
            row.compared.sentence if row.compared else row.sentence,
        )
        for row in report.themes
    ]
    if rows:
        other = texts()["forum"]["other"]
        rows.append(("", "", other, *count_cells(report.other_themes), None, None, None, ""))
    columns = [
        *map(column, ("theme", "code", "label")),
        *count_columns(),
        *(column(name, "number") for name in ("negative", "positive", "suggestion")),
        column("sentence"),
    ]
    return table("themes", columns, rows)


def theme_aims_table(report: Report) -> Table:
    """Return how many families wrote of each theme, under each aim that it bears on."""
    rows = [
        (row.label, card.name, *count_cells(row.families))
        for row in report.themes
        for card in report.aims
        if card.id in row.aims
    ]
    return table("theme_aims", [*map(column, ("label", "aim")), *count_columns()], rows)


def who_table(report: Report, survey: Survey) -> Table:
    """Return how many replied, of which process, from how many settings."""
    words, slots = said()["who"], names(survey)
    slots |= {"Settings": slots["settings_first"]}
    outcomes = {key: words[f"no_review_{key}"] for key in OUTCOMES if key != "neutral"}
    found: list[tuple[str, str, Figure]] = [
        ("process", label(survey, arm), figure) for arm, figure in report.by_process
    ]
    found.append(("settings", words["total"], report.settings))
    found += [("unclear", answer.says, answer.families) for answer in report.unclear_reasons]
    found += [
        ("no_review", outcomes[answer.key], answer.families)
        for answer in report.no_review
        if answer.key in outcomes
    ]
    found.append(("wrote", words["total"], report.wrote))
    rows = [
        (words[group].format(**slots), says, *count_cells(figure)) for group, says, figure in found
    ]
    return table("who", [*map(column, ("group", "says")), *count_columns()], rows)


def signs_table(report: Report) -> Table:
    """Return the stop signs that were agreed beforehand, and what each says now."""
    states = said()["sign"]
    rows = [(sign.says, sign.measure, states[sign.state]) for sign in report.stop_signs]
    columns = [*map(column, ("says", "measure")), column("state", "choice", (*states.values(),))]
    return table("stop_signs", columns, rows)


def _comparison(one: Comparison, aims: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        said()["kinds"][one.kind],
        aims.get(one.aim or ""),
        said()["yes" if one.headline else "no"],
        one.measure,
        one.says,
        one.counted,
        *side_cells(one.pilot),
        *side_cells(one.old),
        *difference_cells(one.difference),
        *difference_cells(one.like_for_like)[:2],
        *hundred_cells(one.standing),
        one.rule,
        said()["ruling"][one.ruling] if one.ruling else None,
        one.sentence,
    )


def _stage(stage: StageRow, survey: Survey) -> Iterator[tuple[Cell, ...]]:
    sides = (stage.pilot, stage.pilot_outcomes), (stage.old, stage.old_outcomes)
    for arm, (side, outcomes) in zip(ARMS, sides, strict=True):
        found = {answer.key: whole(answer.families) for answer in outcomes}
        yield (
            stage.name,
            label(survey, arm),
            *(found.get(name) for name in OUTCOMES),
            side.families.base if isinstance(side.families, Shown) else None,
            *share_cells(side),
            why(side.families) or why(side.share),
            stage.comparison.sentence,
        )
