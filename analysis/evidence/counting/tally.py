"""Answers in, counts out: one pass in chunks, so that memory does not grow with the replies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, repeat
from typing import Any, NamedTuple

import numpy as np
import orjson
from numpy.typing import NDArray

from analysis.definitions.survey import Survey
from analysis.evidence.counting.cells import Cells
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.crossed import Places, crossed_items, places_of
from analysis.evidence.counting.encoding import (
    ABSENT,
    COMPARED,
    FAMILIES,
    JOURNEY,
    OUTCOMES,
    STAGE,
    Codes,
    Coding,
    Dates,
    coding_of,
    columns_of,
    day_number,
    encode,
    end_number,
    plain_columns,
    start_number,
)
from analysis.evidence.counting.months import month_number
from analysis.evidence.counting.scores import points_of, scored_aims
from analysis.evidence.counting.selection import ARMS, NONE, Counted, counted_of, select
from analysis.evidence.counting.states import (
    SEEN,
    STATE_OF,
    journey_codes,
    journey_values,
    no_review_outcomes,
)

CHUNK = 1_000  # with more at once, half of the time goes into looking for what can be forgotten
Rows = Sequence[Mapping[str, Any]]
Outcomes = Mapping[str, NDArray[np.int8]]
Cell = NDArray[np.int32]


class Case(NamedTuple):
    """What counting needs of one response; nothing here is a family's words."""

    answers: str  # JSON by item id
    process: str
    because: str | None
    review_type: str
    cluster: int | None
    day: str
    channel: str


def tally(cases: Iterable[Case], survey: Survey) -> Tally:
    """Return the counts of all cases; see `count`."""
    return select(count(cases, survey))


def count(cases: Iterable[Case], survey: Survey) -> Counted:
    """Return every answer counted, by process, setting and declared cut.

    Parameters
    ----------
    cases
        One a response, in any order; those without a review stand in no process.
    survey
        The questionnaire they answered.
    """
    chosen = [item for item in survey.items().values() if item.kind in ("one", "many")]
    codings = [coding_of(item) for item in chosen]
    cells = Cells()
    for chunk in _chunks(cases):
        _add(cells, chunk, survey, codings)
    return counted_of(cells, survey, codings)


def _chunks(cases: Iterable[Case]) -> Iterator[list[Case]]:
    waiting = iter(cases)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def _add(cells: Cells, chunk: Sequence[Case], survey: Survey, codings: Sequence[Coding]) -> None:
    rows = [orjson.loads(case.answers) for case in chunk]
    cells.as_of = max(cells.as_of, max(case.day for case in chunk))
    cell = _cells_of(cells, chunk, rows, survey)
    cells.add(FAMILIES, cell, np.zeros(len(chunk), dtype=np.int16), 1)
    _add_plain(cells, cell, chunk, rows, survey)
    placed = [at for at, case in enumerate(chunk) if case.process in ARMS]
    if placed:
        kept = [rows[at] for at in placed]
        dates = _dates(kept, [chunk[at].day for at in placed], survey)
        arms = np.array([ARMS.index(chunk[at].process) for at in placed], dtype=np.int8)
        places = places_of(arms, [chunk[at].review_type for at in placed], survey)
        found = _add_items(cells, cell[placed], kept, dates, survey, codings, places)
        _add_stages(cells, cell[placed], found, survey)
        _add_months(cells, cell[placed], kept, arms, found, survey)


def _cells_of(cells: Cells, chunk: Sequence[Case], rows: Rows, survey: Survey) -> Cell:
    """Return the number of each family's cell."""
    derived, groups = survey.roles.review_type, []
    for cut in survey.cuts.values():
        names = {value: name for name, group in cut.groups.items() for value in group.values}
        told = (
            [case.review_type for case in chunk]
            if cut.of == derived
            else [_single(row.get(cut.of)) for row in rows]
        )
        groups.append([names.get(value, "") for value in told])
    processes = [case.process if case.process in ARMS else NONE for case in chunk]
    clusters = [case.cluster for case in chunk]
    of = zip(*groups, strict=True) if groups else repeat((), len(chunk))
    keys = zip(processes, clusters, of, strict=True)
    return np.fromiter(map(cells.number, keys), dtype=np.int32, count=len(chunk))


def _single(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _add_plain(cells: Cells, cell: Cell, chunk: Sequence[Case], rows: Rows, survey: Survey) -> None:
    columns = plain_columns(survey)
    said = {
        "because": [case.because or "" for case in chunk],
        "review_type": [case.review_type for case in chunk],
        "channel": [case.channel for case in chunk],
        "no_review": [
            "" if case.process in ARMS else no_review_outcomes(survey, row)
            for case, row in zip(chunk, rows, strict=True)
        ],
    }
    for name, values in columns.items():
        index = {value: at for at, value in enumerate(values)}
        known = [index.get(value, -1) for value in said[name]]
        codes: Codes = np.array(known, dtype=np.int16)
        there = codes >= 0  # a value of another version of the survey is in no table of this one
        cells.add(name, cell[there], codes[there], len(values))


def _dates(rows: Rows, days: Sequence[str], survey: Survey) -> Dates:
    meetings = [row.get(survey.roles.meeting) for row in rows]
    numbers = (map(start_number, meetings), map(end_number, meetings), map(day_number, days))
    return Dates(*(np.fromiter(each, dtype=np.int32, count=len(rows)) for each in numbers))


def _add_items(
    cells: Cells,
    cell: Cell,
    rows: Rows,
    dates: Dates,
    survey: Survey,
    codings: Sequence[Coding],
    places: Places,
) -> Outcomes:
    """Add every item, and return the outcomes that stages are made of."""
    columns = columns_of(rows, [coding.item.id for coding in codings])
    found, points = {}, {}
    scored = scored_aims(survey.aims, survey.items())
    wanted = {name for aim in scored for name in aim.composite}
    crossed = crossed_items(survey)
    for coding in codings:
        name = coding.item.id
        codes = encode(coding, columns[name], dates)
        cells.add(name, cell, codes, len(coding.values))
        if name in crossed:
            cells.crossings.add(places, coding, codes)
        found[name] = coding.outcomes[codes]
        if name in wanted:
            points[name] = points_of(coding)[codes]
    for aim in scored:
        answers = np.stack([points[name] for name in aim.composite], axis=1)
        cells.scores.add(aim.id, cell, len(cells.keys), answers)
    return found


def _add_months(
    cells: Cells,
    cell: Cell,
    rows: Rows,
    arms: NDArray[np.int8],
    found: Outcomes,
    survey: Survey,
) -> None:
    """Add the month of each meeting: who the families were, and each aim's headline."""
    meeting = survey.roles.meeting
    months = np.array([month_number(row.get(meeting)) for row in rows], dtype=np.int32)
    cells.months.add_families(cell, months)
    for aim in survey.aims:
        cells.months.add_answers(aim.headline, arms, months, found[aim.headline])


def _add_stages(cells: Cells, cell: Cell, found: Outcomes, survey: Survey) -> None:
    states = []
    for stage in survey.stages:
        first, second = (_first_asked(marker, found) for marker in stage.markers)
        states.append(STATE_OF[first, second])
        _add_state(cells, STAGE + stage.id, cell, first, second)
        if stage.compare_on:
            alone = [found[name] for name in stage.compare_on]
            _add_state(cells, COMPARED + stage.id, cell, alone[0], alone[-1])
    if states:
        counts, bands, firsts = journey_codes(np.stack(states), survey)
        width = len(journey_values(survey))
        cells.add(JOURNEY, cell[counts], bands[counts], width)
        cells.add(JOURNEY, cell[counts], firsts[counts], width)


def _add_state(
    cells: Cells, column: str, cell: Cell, first: NDArray[np.int8], second: NDArray[np.int8]
) -> None:
    """Add a stage's states, those with one marker that told of a problem apart."""
    codes = STATE_OF[first, second].astype(np.int16) * 2 + SEEN[first, second]
    cells.add(column, cell, codes.astype(np.int16), 2 * len(OUTCOMES))


def _first_asked(marker: Sequence[str], found: Outcomes) -> NDArray[np.int8]:
    """Return the outcome of the first item of the marker that was asked; none asked: na."""
    outcome = found[marker[0]].copy()
    for name in marker[1:]:
        not_asked = outcome == ABSENT
        outcome[not_asked] = found[name][not_asked]
    return outcome
