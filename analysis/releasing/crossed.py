"""What was answered by kind of review, as one audience may see it."""

from collections.abc import Iterator, Mapping

from analysis.definitions.survey import Survey
from analysis.differencing import crossed_of
from analysis.disclosure import least_of, release_cell
from analysis.evidence.counting.counts import Tally
from analysis.report import Audience, CrossCells, Crossing, CrossRow

ARMS = ("pilot", "old")
REST, WHOLE = "", "*"


def release_crossed(
    tally: Tally, survey: Survey, says: Mapping[str, str], audience: Audience
) -> tuple[Crossing, ...]:
    """Return the declared tables, for those signed in; `says` names a rest and a whole."""
    if audience is Audience.PUBLIC or not tally.crossed:
        return ()
    names = {REST: says["other_kinds"], WHOLE: says["all_kinds"]}
    return tuple(
        Crossing(
            table, survey.tables[table].says, tuple(_rows(table, tally, survey, names, audience))
        )
        for table in survey.tables
    )


def _rows(
    name: str, tally: Tally, survey: Survey, names: Mapping[str, str], audience: Audience
) -> Iterator[CrossRow]:
    """Yield each question with its answers, by kind and process."""
    table = survey.tables[name]
    for question in table.questions:
        kinds = []
        for arm in ARMS:
            rows, hidden = crossed_of(tally, (name, question.key, arm), least_of(audience))
            for row, line in rows.items():
                base = sum(line.values())
                answers = tuple(
                    (column.says, release_cell(line[key], base, (row, key) in hidden, audience))
                    for key, column in question.columns.items()
                )
                group = WHOLE if row == REST and len(rows) == 1 else row
                says = names[group] if group in names else table.groups[group].says
                kinds.append(CrossCells(arm, group, says, answers))
        yield CrossRow(question.item, question.says, tuple(kinds))
