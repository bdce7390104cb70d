"""What stands behind the comparisons, as tables: months, groups of families, missing answers."""

from collections.abc import Iterator

from analysis.definitions.survey import Survey
from analysis.report import Hidden, Report, WhoRow, WhoTable
from analysis.reporting.files.about import said
from analysis.reporting.files.tables.cells import (
    ARMS,
    Cell,
    Table,
    column,
    count_cells,
    count_columns,
    label,
    table,
)


def groups_table(report: Report, survey: Survey) -> Table:
    """Return how many of each group of families replied, beside its share of all there are."""
    rows = [
        row
        for of_cut in report.who_replied
        for one in of_cut.rows
        for row in _group(of_cut, one, survey)
    ]
    columns = [
        *map(column, ("cut", "says", "process")),
        *count_columns(),
        column("share", "number"),
    ]
    return table("groups", [*columns, column("heard")], rows)


def _group(of_cut: WhoTable, row: WhoRow, survey: Survey) -> Iterator[tuple[Cell, ...]]:
    heard = said()["heard"].get(row.heard, "")
    for arm, families in zip(ARMS, (row.pilot, row.old), strict=True):
        yield of_cut.says, row.says, label(survey, arm), *count_cells(families), None, heard
    for area, share in zip(of_cut.areas, row.population, strict=True):
        whole = None if isinstance(share, Hidden) else int(f"{100 * share.value:.0f}")
        yield of_cut.says, row.says, area, None, None, None, whole, ""


def months_table(report: Report, survey: Survey) -> Table:
    """Return the headline of each aim month by month, with what can be said of its course."""
    names = {card.id: card.name for card in report.aims}
    rows = [
        (
            names.get(trend.aim, trend.aim),
            trend.says,
            label(survey, side.process),
            point.period,
            *count_cells(point.families),
            side.sentence,
        )
        for trend in report.trends
        for side in trend.sides
        for point in side.points
    ]
    columns = [*map(column, ("aim", "question", "process", "period")), *count_columns()]
    return table("months", [*columns, column("sentence")], rows)


def missing_table(report: Report, survey: Survey) -> Table:
    """Return how many who were asked gave no answer that counts."""
    rows = [
        (one.measure, one.says, label(survey, arm), *count_cells(families))
        for one in report.health.missing
        for arm, families in zip(ARMS, (one.pilot, one.old), strict=True)
    ]
    columns = [*map(column, ("measure", "question", "process")), *count_columns()]
    return table("missing", columns, rows)
