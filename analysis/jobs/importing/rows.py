"""A row of answers checked against a survey: what can stand where, and what was asked at all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from analysis.definitions.checking.reach import inputs_of
from analysis.definitions.council import Council
from analysis.definitions.facts import Value, last_day
from analysis.definitions.routing import Route, find_route
from analysis.definitions.survey import CHANNELS, SKIPPED, WRITTEN, Item, Page, Survey
from analysis.jobs.importing.table import Fault, Row, quoted
from analysis.words import Words, read_words

DAY, CHANNEL, ID = "reply_date", "channel", "id"
NOTHING = "nothing"
A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
A_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")


class Column(NamedTuple):
    """What may stand in an item's column, and how that is said."""

    item: Item
    values: frozenset[str]
    expected: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One row as read: with faults it is none."""

    row: Row
    day: date | None
    channel: str
    route: Route | None
    words: Mapping[str, Words]
    faults: tuple[Fault, ...]


class AnswerReader:
    """Reads the rows of one survey, with the columns that a file has."""

    def __init__(self, survey: Survey, council: Council, columns: tuple[str, ...]) -> None:
        self._survey, self._council = survey, council
        self._items = survey.items()
        self._columns = {id_: _column(item, council) for id_, item in self._items.items()}
        self._leading = _leading(survey)
        self._present = columns
        self._needed = [DAY, *_needed(survey)]

    def column_faults(self) -> Iterator[Fault]:
        """Yield what is wrong with the columns themselves."""
        known = {*self._items, DAY, CHANNEL, ID}
        for column, times in Counter(self._present).items():
            if column not in known:
                named = column or "without a name"
                yield Fault("an unknown column", f"item ids, {DAY}, {CHANNEL} or {ID}", 1, named)
            elif times > 1:
                yield Fault("the column twice", "each column once", 1, column)
        for column in self._needed:
            if column not in self._present:
                yield Fault("no such column", "it in every file", 1, column)

    def read(self, row: Row) -> Reading:
        """Return the row's answers, or every fault in them."""
        answers: dict[str, Value] = {}
        words: dict[str, Words] = {}
        day, channel = _day(row), row.cells.get(CHANNEL, "import")
        faults = [*self._day_faults(row, day), *_channel_faults(row, channel)]
        for id_, cell in row.cells.items():
            if id_ not in self._columns:
                continue
            column = self._columns[id_]
            value, expected = _read_cell(column, cell)
            if expected:
                faults.append(row.fault(id_, quoted(cell), expected))
            elif column.item.kind != "text":
                answers[id_] = value
            elif (written := read_words(cell)) is not None:
                answers[id_], words[id_] = WRITTEN, written
        route = None
        if day and self._can_be_followed(faults):
            route = find_route(self._survey, self._council, answers, day)
            faults += self._way_faults(row, route, answers, day)
        return Reading(row, day, channel, route, words, tuple(faults))

    def _day_faults(self, row: Row, day: date | None) -> Iterator[Fault]:
        if day is None and DAY in self._present:
            found = row.cells.get(DAY)
            expected = "the day of the reply as YYYY-MM-DD"
            yield row.fault(DAY, quoted(found) if found else NOTHING, expected)

    def _can_be_followed(self, faults: Iterable[Fault]) -> bool:
        """Say whether the way is known: else every later answer would look out of place."""
        wrong = {fault.column for fault in faults} | (set(self._needed) - set(self._present))
        return not wrong & self._leading

    def _way_faults(
        self, row: Row, route: Route, answers: Mapping[str, Value], day: date
    ) -> Iterator[Fault]:
        yield from self._month_faults(row, answers, day)
        ending = [*self._blanks(row, route), *self._exits(row, route)]
        yield from ending
        if ending:
            return
        for id_ in answers:
            if id_ not in route.items:
                words = self._items[id_].kind == "text"
                found = "words" if words else quoted(row.cells[id_])
                yield row.fault(id_, found, "a blank cell: this was not asked")

    def _month_faults(self, row: Row, answers: Mapping[str, Value], day: date) -> Iterator[Fault]:
        met = str(answers.get(self._survey.roles.meeting, ""))
        if last_day(met) and met[:7] > day.isoformat()[:7]:
            expected = f"a day in or after the month of the meeting, {met[:7]}"
            yield row.fault(DAY, quoted(day.isoformat()), expected)

    def _blanks(self, row: Row, route: Route) -> Iterator[Fault]:
        for id_, item in route.items.items():
            if item.required and route.answers[id_] == SKIPPED:
                yield row.fault(id_, NOTHING, self._columns[id_].expected)

    def _exits(self, row: Row, route: Route) -> Iterator[Fault]:
        if route.exit is None:
            return
        named = (id_ for line in route.exit.ask_when if route.known.fits(line) for id_ in line)
        id_ = next((id_ for id_ in named if id_ in self._items), None)
        if id_ is None:
            yield Fault("answers that end at an exit page", "answers that go on", row.line)
            return
        leaving = {value for line in _exit_lines(self._survey) for value in line.get(id_, ())}
        staying = [value for value in self._items[id_].options if value not in leaving]
        found = quoted(row.cells[id_]) if id_ in row.cells else NOTHING
        yield row.fault(id_, found, f"one of {', '.join(staying)}: no other goes on")


def _column(item: Item, council: Council) -> Column:
    values = tuple(item.options)
    forms = ("YYYY-MM", "YYYY-MM-DD") if item.kind == "month" else ()
    places = tuple(council.settings) if item.options_from == "settings" else ()
    named = "the id of a setting" if places else ""
    said = ", ".join(filter(None, (named, *forms, *values)))
    return Column(item, frozenset((*values, *places)), f"one of {said}")


def _read_cell(column: Column, cell: str) -> tuple[Value, str | None]:
    """Return the value that stands in a cell, or what would be right instead."""
    item = column.item
    if item.kind == "many":
        return _read_ticks(column, cell)
    if item.kind == "text" or cell in column.values:
        return cell, None
    if item.kind == "month" and A_MONTH.fullmatch(cell) and last_day(cell):
        return cell, None
    return SKIPPED, column.expected


def _read_ticks(column: Column, cell: str) -> tuple[Value, str | None]:
    ticks = tuple(dict.fromkeys(tick.strip() for tick in cell.split("|")))
    if not column.values.issuperset(ticks):
        return SKIPPED, column.expected
    alone = [tick for tick in ticks if column.item.options[tick].excludes]
    if alone and len(ticks) > 1:
        return SKIPPED, f"{alone[0]} alone, or the others without it"
    return ticks, None


def _day(row: Row) -> date | None:
    cell = row.cells.get(DAY, "")
    try:
        return date.fromisoformat(cell) if A_DAY.fullmatch(cell) else None
    except ValueError:
        return None


def _channel_faults(row: Row, channel: str) -> Iterator[Fault]:
    if channel not in CHANNELS:
        expected = f"one of {', '.join(CHANNELS)}, or a blank cell for import"
        yield row.fault(CHANNEL, quoted(channel), expected)


def _leading(survey: Survey) -> set[str]:
    """Return the items on which it rests what is asked later."""
    parts: list[Page | Item] = [*survey.pages, *survey.items().values()]
    lines = [line for part in parts for line in (*part.ask_when, *part.ask_unless)]
    names = dict.fromkeys(name for line in lines for name in line)
    return {id_ for name in names for id_ in inputs_of(survey, name)}


def _needed(survey: Survey) -> Iterator[str]:
    """Yield the items that no row may leave blank: required ones, and those whose blank ends it."""
    ending = {id_ for line in _exit_lines(survey) for id_ in line if SKIPPED in line[id_]}
    for id_, item in survey.items().items():
        if item.required or id_ in ending:
            yield id_


def _exit_lines(survey: Survey) -> Iterator[Mapping[str, tuple[str, ...]]]:
    for page in survey.pages:
        if page.exit:
            yield from page.ask_when
