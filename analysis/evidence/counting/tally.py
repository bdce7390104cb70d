"""Answers in, counts out: one pass in chunks, so that memory does not grow with the replies."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import Item, Survey
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.encoding import (
    ABSENT,
    Codes,
    Coding,
    coding_of,
    columns_of,
    day_number,
    encode,
    end_number,
)
from analysis.evidence.counting.states import SEEN, STATE_OF, journey_of, no_review_outcomes
from analysis.evidence.counting.summing import ARMS, Sums, finish

CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Case:
    """What counting needs of one response; nothing here is a family's words."""

    answers: str  # JSON by item id
    process: str
    because: str | None
    review_type: str
    cluster: int | None
    day: str
    channel: str


def tally(cases: Iterable[Case], survey: Survey) -> Tally:
    """Return every count of the cases.

    Parameters
    ----------
    cases
        One a response, in any order; those without a review stand in no process.
    survey
        The questionnaire they answered.
    """
    chosen = [item for item in survey.items().values() if item.kind in ("one", "many")]
    codings = [coding_of(item) for item in chosen]
    sums = Sums()
    for chunk in _chunks(cases):
        _add(sums, chunk, survey, codings)
    return finish(sums, survey, codings)


def _chunks(cases: Iterable[Case]) -> Iterator[list[Case]]:
    waiting = iter(cases)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk


def _add(sums: Sums, chunk: Sequence[Case], survey: Survey, codings: Sequence[Coding]) -> None:
    rows = [json.loads(case.answers) for case in chunk]
    for case, row in zip(chunk, rows, strict=True):
        sums.plain["families"][case.process] += 1
        sums.plain["channels"][case.channel] += 1
        if case.process not in ARMS:
            sums.plain["no_review"][no_review_outcomes(survey, row)] += 1
            continue
        sums.plain["review_types"][case.review_type] += 1
        if case.process == "unclear":
            sums.plain["unclear_reasons"][case.because or ""] += 1
    sums.as_of = max(sums.as_of, max(case.day for case in chunk))
    placed = [(case, row) for case, row in zip(chunk, rows, strict=True) if case.process in ARMS]
    if placed:
        cases, answered = zip(*placed, strict=True)
        _add_placed(sums, cases, answered, survey, codings)


def _add_placed(
    sums: Sums,
    cases: Sequence[Case],
    rows: Sequence[Mapping[str, Any]],
    survey: Survey,
    codings: Sequence[Coding],
) -> None:
    """Add the families who had a review, item by item."""
    cell = np.array([sums.cell(case.process, case.cluster) for case in cases], dtype=np.int32)
    ends = np.array([end_number(row.get(survey.roles.meeting)) for row in rows], dtype=np.int32)
    days = np.array([day_number(case.day) for case in cases], dtype=np.int32)
    columns = columns_of(rows, [coding.item.id for coding in codings])
    found: dict[str, NDArray[np.int8]] = {}
    for coding in codings:
        codes = encode(coding, columns[coding.item.id], ends, days)
        found[coding.item.id] = coding.outcomes[codes]
        _count(sums.values[coding.item.id], cell, codes, len(coding.values))
        if coding.item.kind == "many":
            _count_ticks(sums, coding.item, cases, columns[coding.item.id])
    _add_stages(sums, survey, found, cell, [case.process for case in cases])


def _count(
    into: Counter[tuple[int, int]], cell: NDArray[np.int32], codes: Codes, width: int
) -> None:
    """Add how often each value stands in each cell."""
    pairs = np.bincount(cell * width + codes)
    for at in np.flatnonzero(pairs):
        into[int(at) // width, int(at) % width] += int(pairs[at])


def _count_ticks(sums: Sums, item: Item, cases: Sequence[Case], column: Sequence[Any]) -> None:
    for case, ticked in zip(cases, column, strict=True):
        if isinstance(ticked, list):
            sums.ticks[item.id, case.process].update(ticked)


def _add_stages(
    sums: Sums,
    survey: Survey,
    found: Mapping[str, NDArray[np.int8]],
    cell: NDArray[np.int32],
    arms: Sequence[str],
) -> None:
    states = []
    for stage in survey.stages:
        first, second = (_first_asked(marker, found) for marker in stage.markers)
        state = STATE_OF[first, second]
        states.append(state)
        _count(sums.stages[stage.id], cell, _with_seen(state, SEEN[first, second]), 10)
        if stage.compare_on:
            both = [_first_asked((name,), found) for name in stage.compare_on]
            alone = both[0] if len(both) == 1 else STATE_OF[both[0], both[1]]
            _count(sums.stages[f"{stage.id}="], cell, _with_seen(alone, np.zeros_like(alone)), 10)
    if not states:
        return
    order = [stage.id for stage in survey.stages]
    for arm in set(arms):
        chosen = np.flatnonzero(np.array([name == arm for name in arms]))
        sums.journey[arm].update(journey_of(np.stack(states)[:, chosen], order))


def _with_seen(state: NDArray[np.int8], seen: NDArray[np.int8]) -> Codes:
    return (state.astype(np.int16) * 2 + seen).astype(np.int16)


def _first_asked(marker: Sequence[str], found: Mapping[str, NDArray[np.int8]]) -> NDArray[np.int8]:
    """Return the outcome of the first item of the marker that was asked; none asked: na."""
    outcome = found[marker[0]].copy()
    for name in marker[1:]:
        not_asked = outcome == ABSENT
        outcome[not_asked] = found[name][not_asked]
    return outcome
