"""What families of each kind of review answered to the items of the declared tables."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.groups import CrossTable, Question
from analysis.definitions.survey import NOT_ASKED, Survey
from analysis.evidence.counting.cells import Cells
from analysis.evidence.counting.columns import plain_columns
from analysis.evidence.counting.counts import Crossed, Table
from analysis.evidence.counting.encoding import Codes, Coding

COLUMN = "crossed "
REST = ""  # kinds of review that the table does not name
Key = tuple[str, str, str]  # a table, an item, a process


def crossed_items(survey: Survey) -> frozenset[str]:
    """Return the items that stand in a declared table."""
    return frozenset(q.item for table in survey.tables.values() for q in table.questions)


def kinds_of(survey: Survey) -> tuple[str, ...]:
    """Return every kind of review that there can be."""
    return plain_columns(survey)["review_type"]


def add_crossed(
    cells: Cells, cell: NDArray[np.int32], kinds: Codes, coding: Coding, codes: Codes, number: int
) -> None:
    """Add families to a column: the kind of review and the answer of each, as one value.

    `number` kinds there can be; a family of another version's kind (-1) is left out.
    """
    width, known = len(coding.values), kinds >= 0
    both = (kinds[known] * width + codes[known]).astype(np.int16)
    cells.add(COLUMN + coding.item.id, cell[known], both, number * width)


def count_crossed(
    cells: Cells,
    survey: Survey,
    codings: Sequence[Coding],
    arms: Mapping[str, NDArray[np.intp]],
) -> dict[Key, Crossed]:
    """Return families by kind of review and column, of each question of each table."""
    by_item = {coding.item.id: coding for coding in codings}
    kinds = kinds_of(survey)
    found = {}
    for name, table in survey.tables.items():
        for question in table.questions:
            values = by_item[question.item].values
            column = cells.of(COLUMN + question.item, len(kinds) * len(values))
            for arm, at in arms.items():
                total = column[at].sum(axis=0).reshape(len(kinds), len(values))
                told = _grouped(total, kinds, values, table, question)
                found[name, question.key, arm] = Crossed(told, *_linked(table, question, survey))
    return found


def _grouped(
    total: NDArray[np.int64],
    kinds: Sequence[str],
    values: Sequence[str],
    table: CrossTable,
    question: Question,
) -> Table:
    """Return a row a declared kind and one for the rest, a column a group of answers."""
    groups = {} if question.whole else table.groups
    row_of = {kind: row for row, group in groups.items() for kind in group.values}
    columns = {
        name: [values.index(value) for value in column.values if value in values]
        for name, column in question.columns.items()
    }
    told: dict[str, dict[str, int]] = {row: dict.fromkeys(columns, 0) for row in (*groups, REST)}
    for at, kind in enumerate(kinds):
        for name, members in columns.items():
            told[row_of.get(kind, REST)][name] += int(total[at, members].sum())
    return told


def _linked(
    table: CrossTable, question: Question, survey: Survey
) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    """Return the question it hangs on, that one's columns it is not asked in, and where these go.

    Last come the items it moves with: its own if that is shown elsewhere, else those that hang
    on it. A second look at an item moves with the first.
    """
    if question.whole:
        return question.item, (), "", ()
    items = survey.items()
    before = [q for q in table.questions if q.item in _conditions(question.item, survey)]
    rest = next((n for n, c in question.columns.items() if NOT_ASKED in c.values), "")
    means = any(option.means for option in items[question.item].options.values())
    below = [q.item for q in table.questions if question.item in _conditions(q.item, survey)]
    beside = (question.item,) if means else tuple(below)
    if not before:
        return "", (), rest, beside
    asked = _conditions(question.item, survey)[before[0].item]
    outside = tuple(n for n, c in before[0].columns.items() if not asked & set(c.values))
    return before[0].item, outside, rest, beside


def _conditions(item: str, survey: Survey) -> dict[str, set[str]]:
    """Return the answers, by item, for which an item is asked."""
    found: dict[str, set[str]] = {}
    for name, values in _lines(item, survey):
        found.setdefault(name, set()).update(values)
    return found


def _lines(item: str, survey: Survey) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in survey.items()[item].ask_when:
        yield from line.items()
