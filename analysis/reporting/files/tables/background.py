"""What stands behind the comparisons, as tables: months, groups, kinds of review, health."""

from collections.abc import Iterator
from math import ceil, floor

from analysis.definitions.survey import Survey
from analysis.report import Figure, Hidden, Report, Shown, WhoRow, WhoTable
from analysis.reporting.figure_words import reliability_words, texts, whole_range
from analysis.reporting.files.about import names, said
from analysis.reporting.files.tables.cells import (
    ARMS,
    Cell,
    Table,
    column,
    count_cells,
    count_columns,
    label,
    table,
    whole,
    why,
)
from analysis.reporting.wording import more_of

ENDS = ("low", "high")


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
        yield of_cut.says, row.says, area, None, None, None, _in_100(share), ""


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


def crossings_table(report: Report, survey: Survey) -> Table:
    """Return how many families of each kind of review gave each answer to some questions."""
    rows = [
        (one.says, question.says, label(survey, kind.process), kind.says, says, *_cells(figure))
        for one in report.crossings
        for question in one.questions
        for kind in question.kinds
        for says, figure in kind.answers
    ]
    columns = [*map(column, ("table", "question", "process", "kind_of_review", "answer"))]
    return table("crossings", [*columns, *count_columns()], rows)


def mixes_table(report: Report, survey: Survey) -> Table:
    """Return how many families of each group replied in each period."""
    rows = [
        (mix.says, one.says, label(survey, mix.process), period, *_cells(families))
        for mix in report.mixes
        for one in mix.rows
        for period, families in zip(mix.periods, one.families, strict=True)
    ]
    columns = [*map(column, ("cut", "says", "process", "period"))]
    return table("mixes", [*columns, *count_columns()], rows)


def _cells(figure: Figure) -> tuple[Cell, Cell, Cell]:
    """Return a cell about who families are: how many of how many, or that it is hidden."""
    if isinstance(figure, Hidden):
        return None, None, why(figure)
    return count_cells(figure)


def health_table(report: Report, survey: Survey) -> Table:
    """Return how far the answers bear: settings, wider ranges, balance and replies needed."""
    rows = [*_known(report, survey), *_effects(report, survey)]
    rows += [*_balance(report, survey), *_in_effect(report, survey), *_reach(report, survey)]
    columns = [*map(column, ("group", "says", "process")), *count_columns()]
    return table("health", [*columns, column("share", "number"), column("state")], rows)


def _known(report: Report, survey: Survey) -> Iterator[tuple[Cell, ...]]:
    words, slots = said()["health"], names(survey)
    for one in report.health.known:
        arm = label(survey, one.process)
        yield words["known"].format(**slots), "", arm, *count_cells(one.known), None, None
        yield words["settings"].format(**slots), "", arm, *count_cells(one.settings), None, None
        largest = None, None, why(one.largest), _in_100(one.largest), None
        yield words["largest"].format(**slots), "", arm, *largest


def _effects(report: Report, survey: Survey) -> Iterator[tuple[Cell, ...]]:
    words, slots = said()["health"], names(survey)
    for one in report.health.effects:
        for arm, figure in zip(ARMS, (one.pilot, one.old), strict=True):
            times = f"{figure.value:.1f}" if isinstance(figure, Shown) else None
            told = one.name, label(survey, arm), None, None, why(figure), None, times
            yield words["effects"].format(**slots), *told
        ends = whole_range(one.without_one) if one.without_one else None
        if ends:
            between = texts()["health"]["from_to"].format(
                low=more_of(ends[0]), high=more_of(ends[1])
            )
            yield words["without"].format(**slots), one.name, *[None] * 5, between


def _balance(report: Report, survey: Survey) -> Iterator[tuple[Cell, ...]]:
    words = said()["health"]
    for one in report.health.balance:
        for arm, share in (
            (label(survey, "pilot"), one.pilot),
            (label(survey, "old"), one.old),
            (words["weighted"], one.weighted),
        ):
            yield words["balance"], one.says, arm, None, None, why(share), _in_100(share), None


def _in_effect(report: Report, survey: Survey) -> Iterator[tuple[Cell, ...]]:
    says = texts()["health"]["in_effect"]
    for arm, figure in zip(ARMS, report.health.in_effect or (), strict=False):
        yield says, "", label(survey, arm), *count_cells(figure), None, None


def _reach(report: Report, survey: Survey) -> Iterator[tuple[Cell, ...]]:
    words, aims = said()["health"], {card.id: card.name for card in report.aims}
    for one in report.health.reach:
        gap = words["reach"].format(number=whole(one.gap))
        for arm, figure, state in (
            ("pilot", one.pilot, one.pilot_state),
            ("old", one.old, one.old_state),
        ):
            more = whole(figure) if state == "needed" else None
            told = (aims.get(one.aim, one.aim), label(survey, arm), more, None, why(figure))
            yield gap, *told, None, words[state]


def scores_table(report: Report, survey: Survey) -> Table:
    """Return the questions of each aim as one score from 0 to 100, if they hang together."""
    state = texts()["health"]
    rows = [
        (
            one.name,
            *_mean_cells(one.pilot),
            *_mean_cells(one.old),
            *_mean_cells(one.difference)[1:],
            state[f"score_{one.state}"],
            reliability_words(one),
        )
        for one in report.health.scores
    ]
    sides = [f"{arm}_{part}" for arm in ARMS for part in ("mean", "mean_low", "mean_high")]
    columns = [column("aim"), *(column(name, "number", survey=survey) for name in sides)]
    columns += [column(f"mean_difference_{end}", "difference", survey=survey) for end in ENDS]
    return table("scores", [*columns, column("state"), column("reliability")], rows)


def _mean_cells(figure: Figure) -> tuple[Cell, Cell, Cell]:
    """Return a mean and its range as whole points, the range rounded outward."""
    if isinstance(figure, Hidden) or figure.range is None:
        return None, None, None
    low, high = figure.range
    return round(figure.value), floor(low), ceil(high)


def _in_100(figure: Figure) -> int | None:
    return None if isinstance(figure, Hidden) else int(f"{100 * figure.value:.0f}")


def written_table(report: Report) -> Table:
    """Return how many wrote in answer to each question, and how many that there is nothing."""
    kinds = texts()["written"]
    rows = [
        (one.item, one.says, says, *cells)
        for one in report.health.written
        for says, cells in (
            (kinds["wrote"], count_cells(one.wrote)),
            *((kinds[kind.key], _cells(kind.families)) for kind in one.kinds),
        )
    ]
    columns = [*map(column, ("measure", "question", "wrote_what")), *count_columns()]
    return table("written", columns, rows)


def missing_table(report: Report, survey: Survey) -> Table:
    """Return how many who were asked gave no answer that counts."""
    rows = [
        (one.measure, one.says, label(survey, arm), *count_cells(families))
        for one in report.health.missing
        for arm, families in zip(ARMS, (one.pilot, one.old), strict=True)
    ]
    columns = [*map(column, ("measure", "question", "process")), *count_columns()]
    return table("missing", columns, rows)
