"""What was answered by kind of review, as one audience may see it."""

from analysis.definitions.groups import CrossTable
from analysis.definitions.survey import Survey
from analysis.differencing import crossed_of
from analysis.disclosure import least_of, release_cell
from analysis.evidence.counting.counts import Tally
from analysis.report import Audience, CrossCells, Crossing, CrossRow

ARMS = ("pilot", "old")
REST, WHOLE = ("", "Other kinds, or kinds of few families"), ("*", "All kinds of review")


def release_crossed(tally: Tally, survey: Survey, audience: Audience) -> tuple[Crossing, ...]:
    """Return the declared tables, for those signed in."""
    if audience is Audience.PUBLIC or not tally.crossed:
        return ()
    return tuple(
        Crossing(
            name,
            table.says,
            tuple(
                CrossRow(question.item, question.says, _cells(name, table, at, tally, audience))
                for at, question in enumerate(table.questions)
            ),
        )
        for name, table in survey.tables.items()
    )


def _cells(
    name: str, table: CrossTable, at: int, tally: Tally, audience: Audience
) -> tuple[CrossCells, ...]:
    """Return the kinds of both processes with the answers to one question."""
    question, found = table.questions[at], []
    for arm in ARMS:
        key = name, question.key, arm
        rows, hidden = crossed_of(tally, key, least_of(audience))
        for row, line in rows.items():
            base = sum(line.values())
            answers = tuple(
                (column.says, release_cell(line[key_], base, (row, key_) in hidden, audience))
                for key_, column in question.columns.items()
            )
            group, says = (row, table.groups[row].says) if row else REST
            if len(rows) == 1 and not row:
                group, says = WHOLE
            found.append(CrossCells(arm, group, says, answers))
    return tuple(found)
