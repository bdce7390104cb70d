"""What families of each kind of review answered to the items of the declared tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import prod

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.groups import CrossTable, Question
from analysis.definitions.survey import NOT_ASKED, Survey
from analysis.evidence.counting.counts import Crossed, Table
from analysis.evidence.counting.encoding import Codes, Coding, plain_columns

ARMS, COMPARED = ("pilot", "old", "unclear"), ("pilot", "old")
REST = ""  # kinds of review that the table does not name
Key = tuple[str, str, str]  # a table, an item, a process
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Places:
    """Of some families: process (0 to 2) and kind of review of each, -1 where it is not known."""

    arms: NDArray[np.int8]
    kinds: Codes
    number: int  # of kinds that there can be


def places_of(arms: NDArray[np.int8], told: Sequence[str], survey: Survey) -> Places:
    """Return where families stand by the kinds of review that were told."""
    index = {kind: at for at, kind in enumerate(kinds_of(survey))}
    kinds = np.array([index.get(kind, -1) for kind in told], dtype=np.int16)
    return Places(arms, kinds, len(index))


def crossed_items(survey: Survey) -> frozenset[str]:
    """Return the items that stand in a declared table."""
    return frozenset(q.item for table in survey.tables.values() for q in table.questions)


def kinds_of(survey: Survey) -> tuple[str, ...]:
    """Return every kind of review that there can be."""
    return plain_columns(survey)["review_type"]


@dataclass
class Crossings:
    """Counts as they grow: for each item, families by process, kind of review and answer.

    They are kept by process alone: by cell, they would cost as much as all items together.
    """

    counts: dict[str, Numbers] = field(default_factory=dict)

    def add(self, places: Places, coding: Coding, codes: Codes) -> None:
        """Add the answers of families to one item; `places` are those of these families."""
        shape = len(ARMS), places.number, len(coding.values)
        known = places.kinds >= 0
        rows = places.arms[known].astype(np.int64) * places.number + places.kinds[known]
        more = np.bincount(rows * shape[2] + codes[known], minlength=prod(shape)).reshape(shape)
        before = self.counts.get(coding.item.id)
        self.counts[coding.item.id] = more if before is None else before + more


def count_crossed(
    crossings: Crossings, survey: Survey, codings: Sequence[Coding]
) -> dict[Key, Crossed]:
    """Return families by kind of review and column, of each question of each table."""
    by_item = {coding.item.id: coding for coding in codings}
    kinds = kinds_of(survey)
    found = {}
    for name, table in survey.tables.items():
        for question in table.questions:
            values = by_item[question.item].values
            none = np.zeros((len(ARMS), len(kinds), len(values)), dtype=np.int64)
            counts = crossings.counts.get(question.item, none)
            for arm in COMPARED:
                told = _grouped(counts[ARMS.index(arm)], kinds, values, table, question)
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
