"""The rows that may leave for research as a labelled SPSS file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from analysis.definitions.survey import NOT_ASKED, SKIPPED, Item, Survey
from analysis.reporting.files.about import names, said
from analysis.reporting.files.spss import labelled_file
from analysis.reporting.files.tables.cells import ARMS, Cell, Column, label

NOT_KNOWN = "not_known"
MISSING = (SKIPPED, NOT_ASKED, "not_shown")


@dataclass(frozen=True, slots=True)
class Rows:
    """What is written: each row is what is known of a family, then its answers."""

    known: tuple[str, ...]  # the names of what is known: the process, cuts, the quarter
    items: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def research_sav(rows: Rows, survey: Survey, notes: Sequence[str], made_at: datetime) -> bytes:
    """Return the file; every answer is a number with a label, what is not there is missing."""
    known = [
        _known_column(name, survey, sorted({row[0][at] for row in rows.rows} - {""}))
        for at, name in enumerate(rows.known)
    ]
    items = [survey.items()[name] for name in rows.items]
    columns = [column for column, _ in known] + [_item_column(item) for item in items]
    cells = [tuple(_cells(row, [values for _, values in known], items)) for row in rows.rows]
    return labelled_file(columns, cells, survey.title, notes, made_at)


def research_notes(number: int, smallest: int, survey: Survey, made_up: bool) -> tuple[str, ...]:
    """Return what stands in the file: how it was protected, and what that costs."""
    lines = said()["research"]["notes"]
    slots = names(survey) | {"number": number, "others": smallest - 1}
    return *([said()["made_up"]] if made_up else []), *(line.format(**slots) for line in lines)


def _known_column(name: str, survey: Survey, values: Sequence[str]) -> tuple[Column, Sequence[str]]:
    """Return a column of what is known and the values behind its numbers."""
    words = said()["research"]
    if name == survey.roles.process:
        options = tuple(label(survey, arm) for arm in ARMS)
        return _column(name, said()["columns"]["process"], options), ARMS
    if name in survey.cuts:
        groups = survey.cuts[name].groups
        values = [*groups, NOT_KNOWN]
        options = (*(group.says for group in groups.values()), words["not_known"])
        return _column(name, survey.cuts[name].says, options), values
    says = tuple(words["not_known"] if value == NOT_KNOWN else value for value in values)
    return _column(name, words["quarter"].format(**names(survey)), says), values


def _column(name: str, says: str, options: tuple[str, ...]) -> Column:
    coarse = said()["research"]["coarse"]
    return Column(name, says, "choice", (*options, coarse), missing=(coarse,))


def _item_column(item: Item) -> Column:
    missing = tuple(said()["research"][name] for name in MISSING)
    options = tuple(option.says for option in item.options.values())
    return Column(item.id, item.asks, "choice", (*options, *missing), missing=missing)


def _cells(
    row: tuple[tuple[str, ...], tuple[str, ...]],
    values: Sequence[Sequence[str]],
    items: Sequence[Item],
) -> Iterator[Cell]:
    """Yield the numbers of a row; the last of what is known stands for what is not told."""
    for value, of in zip(row[0], values, strict=True):
        yield list(of).index(value) + 1 if value else len(of) + 1
    for answer, item in zip(row[1], items, strict=True):
        yield [*item.options, *MISSING].index(answer) + 1
