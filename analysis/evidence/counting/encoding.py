"""Answers as small integers: one array an item, so that a hundred thousand are counted at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.facts import last_day
from analysis.definitions.survey import (
    CHANNELS,
    LISTED,
    NOT_ASKED,
    SKIPPED,
    Item,
    Outcome,
    Survey,
)

OUTCOMES: tuple[Outcome, ...] = ("right", "problem", "neutral", "na", "unknown")
RIGHT, PROBLEM, NEUTRAL, NA, UNKNOWN = range(5)
NO_OUTCOME = 5  # an answer that is a fact and no judgement
ABSENT = 6  # not asked: na, but a stage's marker then looks at its next item
NOT_DUE, NO_MONTH, ANY_TICK = "not_due", "no_month", "any_tick"
# The limit may have passed: the month leaves it open. It went well, or it did not.
OPEN_RIGHT, OPEN_OTHER = "open_right", "open_other"
# What is counted beside the items: who families are, and how far problems reach.
FAMILIES, JOURNEY = "families", "journey"
STAGE, COMPARED = "stage ", "compared "

Codes = NDArray[np.int16]
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Coding:
    """The values of one item in order, and the outcome each means."""

    item: Item
    values: tuple[str, ...]
    outcomes: NDArray[np.int8]


def coding_of(item: Item) -> Coding:
    """Return how an item's answers are turned into integers."""
    meanings: dict[str, int] = {
        key: OUTCOMES.index(option.means) if option.means else NO_OUTCOME
        for key, option in item.options.items()
    }
    meanings |= {NOT_ASKED: ABSENT, SKIPPED: UNKNOWN}
    if item.due_after_days is not None:
        meanings |= {NOT_DUE: NA, OPEN_RIGHT: NA, OPEN_OTHER: NA, NO_MONTH: UNKNOWN}
    if item.options_from:
        meanings |= {LISTED: NO_OUTCOME}
    if item.kind == "many":
        meanings |= {ANY_TICK: RIGHT if RIGHT in meanings.values() else NO_OUTCOME}
    return Coding(item, tuple(meanings), np.array(list(meanings.values()), dtype=np.int8))


def plain_columns(survey: Survey) -> Mapping[str, tuple[str, ...]]:
    """Return the values of each column that is no item, known beforehand from the survey."""
    process = survey.derived[survey.roles.process].table
    review_type = survey.derived[survey.roles.review_type].table
    return {
        "because": tuple(dict.fromkeys(line.because or "" for line in process)),
        "review_type": tuple(dict.fromkeys(line.gives for line in review_type)),
        "no_review": OUTCOMES,
        "channel": CHANNELS,
    }


def columns_of(rows: Rows, names: Sequence[str]) -> dict[str, tuple[Any, ...]]:
    """Return each item's values in the order of the rows; an absent key was not asked.

    One pass in C: looking up every item of every row costs five times as much.
    """
    absent = dict.fromkeys(names, NOT_ASKED)
    take = itemgetter(*names)
    return dict(
        zip(names, zip(*(take({**absent, **row}) for row in rows), strict=True), strict=True)
    )


class _Index(dict[str, int]):
    """Where each value stands; one that is not in the definition is as good as left blank."""

    def __missing__(self, value: str) -> int:
        return self[SKIPPED]


@dataclass(frozen=True)
class Dates:
    """Per row, as day numbers: the first and the last day the meeting can have been, the reply.

    -1: not known.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    replies: NDArray[np.int32]


def encode(coding: Coding, column: Sequence[Any], dates: Dates) -> Codes:
    """Return each row's value of the item as an index into `coding.values`.

    Parameters
    ----------
    column
        The item's values, one a row.
    dates
        An item with a limit counts only when it has passed for certain, whatever was answered.
    """
    index = _Index((value, at) for at, value in enumerate(coding.values))
    place = index.__getitem__ if coding.item.kind == "one" else partial(_ticked, index)
    found: Codes = np.fromiter(map(place, column), dtype=np.int16, count=len(column))
    if coding.item.due_after_days is None:
        return found
    return _with_limit(coding, found, dates, coding.item.due_after_days)


def _with_limit(coding: Coding, found: Codes, dates: Dates, limit: int) -> Codes:
    """Return the values with those put apart whose limit has not passed for certain."""
    index = {value: at for at, value in enumerate(coding.values)}
    outcomes, dated = coding.outcomes[found], dates.ends >= 0
    asked = found != index[NOT_ASKED]
    early = asked & dated & (dates.replies <= dates.ends + limit)
    may_have_passed = early & (dates.replies > dates.starts + limit)
    found[asked & (found != index[SKIPPED]) & ~dated] = index[NO_MONTH]
    found[early] = index[NOT_DUE]
    found[may_have_passed & (outcomes == RIGHT)] = index[OPEN_RIGHT]
    found[may_have_passed & np.isin(outcomes, (PROBLEM, NEUTRAL))] = index[OPEN_OTHER]
    return found


def _ticked(index: Mapping[str, int], value: Any) -> int:
    if isinstance(value, str):
        return index[value]
    single = index[value[0]] if len(value) == 1 and value[0] in index else None
    return index[ANY_TICK] if single is None else single


@lru_cache(maxsize=4096)
def day_number(day: str) -> int:
    """Return the day's number; -1 for what is no day."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return -1


@lru_cache(maxsize=4096)
def start_number(month: object) -> int:
    """Return the number of the first day that a month or day can mean; -1 for neither."""
    end = last_day(month) if isinstance(month, str) else None
    if end is None:
        return -1
    return (end if str(month).count("-") > 1 else end.replace(day=1)).toordinal()


@lru_cache(maxsize=4096)
def end_number(month: object) -> int:
    """Return the number of the last day that a month or day can mean; -1 for neither."""
    end = last_day(month) if isinstance(month, str) else None
    return -1 if end is None else end.toordinal()
