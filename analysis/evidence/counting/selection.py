"""Some cells in, their tally out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import NOT_ASKED, Outcome, Survey
from analysis.evidence.counting.cells import CellIndex, Cells, Numbers, index_cells, sum_by
from analysis.evidence.counting.columns import COMPARED, FAMILIES, JOURNEY, STAGE, plain_columns
from analysis.evidence.counting.counts import Counts, Journey, Tally
from analysis.evidence.counting.encoding import (
    ABSENT,
    NA,
    NO_OUTCOME,
    OUTCOMES,
    PROBLEM,
    RIGHT,
    UNKNOWN,
    Coding,
)
from analysis.evidence.counting.states import journey_values

ARMS = ("pilot", "old", "unclear")
NONE = "none"  # without a review
JUDGED = [code for code in range(ABSENT + 1) if code not in (NA, UNKNOWN, NO_OUTCOME, ABSENT)]
STATE_OUTCOMES = np.repeat(np.arange(len(OUTCOMES)), 2)  # a stage's state, told apart by seen


@dataclass(frozen=True)
class Counted:
    """Every answer, counted; `select` makes a tally of some of it."""

    cells: Cells
    index: CellIndex
    survey: Survey
    codings: tuple[Coding, ...]


def counted_of(cells: Cells, survey: Survey, codings: Iterable[Coding]) -> Counted:
    """Return the grown cells, ready to be chosen from."""
    return Counted(cells, index_cells(cells, survey), survey, tuple(codings))


def select(counted: Counted, cut: str | None = None, group: str | None = None) -> Tally:
    """Return the tally of all families, or of one group of a declared cut."""
    chosen = counted.index.chosen(cut, group)
    arms = {arm: np.flatnonzero(chosen & (counted.index.arms == arm)) for arm in (*ARMS, NONE)}
    survey, cells = counted.survey, counted.cells
    plain = {
        name: (values, cells.of(name, len(values)))
        for name, values in plain_columns(survey).items()
    }
    families = cells.of(FAMILIES, 1)
    return Tally(
        families={arm: int(families[at].sum()) for arm, at in arms.items()},
        settings={arm: _settings(counted.index, arms[arm]) for arm in ARMS},
        items=_items(counted, arms),
        stages={
            (stage.id, arm): _stage(counted, STAGE + stage.id, arms[arm])
            for stage in survey.stages
            for arm in ARMS
        },
        compared={
            (stage.id, arm): _stage(counted, COMPARED + stage.id, arms[arm])
            for stage in survey.stages
            if stage.compare_on
            for arm in ARMS
        },
        journey={arm: _journey(counted, arms[arm]) for arm in ARMS},
        unclear_reasons=_table(plain["because"], arms["unclear"]),
        review_types=_table(plain["review_type"], np.concatenate([arms[arm] for arm in ARMS])),
        no_review=_table(plain["no_review"], arms[NONE]),
        channels=_table(plain["channel"], np.concatenate(list(arms.values()))),
        as_of=cells.as_of,
    )


def _settings(index: CellIndex, at: NDArray[np.intp]) -> int:
    return len(set(index.clusters[at].tolist()) - {-1})


def _table(column: tuple[tuple[str, ...], Numbers], at: NDArray[np.intp]) -> dict[str, int]:
    values, counts = column
    total = counts[at].sum(axis=0)
    return {value: int(n) for value, n in zip(values, total, strict=True) if n}


def _items(counted: Counted, arms: Mapping[str, NDArray[np.intp]]) -> dict[tuple[str, str], Counts]:
    found = {}
    for coding in counted.codings:
        column = counted.cells.of(coding.item.id, len(coding.values))
        for arm in ARMS:
            at = arms[arm]
            answers = dict(zip(coding.values, column[at].sum(axis=0).tolist(), strict=True))
            kept = {key: n for key, n in answers.items() if n}
            kept.setdefault(NOT_ASKED, 0)
            outcomes = _by_outcome(column[at], coding.outcomes)
            found[coding.item.id, arm] = _counts(counted, at, outcomes, RIGHT, kept)
    return found


def _stage(counted: Counted, column: str, at: NDArray[np.intp]) -> Counts:
    states = counted.cells.of(column, len(STATE_OUTCOMES))[at]
    seen = int(states[:, 2 * UNKNOWN + 1].sum())
    return _counts(counted, at, _by_outcome(states, STATE_OUTCOMES), PROBLEM, {}, seen)


def _by_outcome(values: Numbers, outcomes: NDArray[np.integer]) -> Numbers:
    """Return counts (cells, outcomes) from counts (cells, values)."""
    found = np.zeros((len(values), ABSENT + 1), dtype=np.int64)
    for code in range(ABSENT + 1):
        found[:, code] = values[:, outcomes == code].sum(axis=1)
    return found


def _counts(
    counted: Counted,
    at: NDArray[np.intp],
    outcomes: Numbers,
    of: int,
    answers: Mapping[str, int],
    seen: int = 0,
) -> Counts:
    judged, chosen = outcomes[:, JUDGED].sum(axis=1), outcomes[:, of]
    clusters = counted.index.clusters[at]
    cells = sum_by(clusters, judged, chosen)
    apart = next((cell for cell in cells if cell[0] == -1), (-1, 0, 0))
    return Counts(
        outcomes=_outcomes(outcomes.sum(axis=0)),
        answers=answers,
        of=OUTCOMES[of],
        cells=tuple((c, n, k) for c, n, k in cells if c != -1 and n),
        apart=(apart[1], apart[2]),
        strata=_strata(counted.index.strata[at], judged, chosen),
        seen_problem=seen,
        as_of=counted.cells.as_of,
    )


def _strata(
    labels: NDArray[np.str_], judged: Numbers, chosen: Numbers
) -> dict[str, tuple[int, int]]:
    names, at = np.unique(labels, return_inverse=True)
    return {str(names[i]): (n, k) for i, n, k in sum_by(at, judged, chosen) if n}


def _outcomes(total: Numbers) -> dict[Outcome, int]:
    found: dict[Outcome, int] = {name: int(total[code]) for code, name in enumerate(OUTCOMES)}
    found["na"] += int(total[ABSENT])
    return found


def _journey(counted: Counted, at: NDArray[np.intp]) -> Journey:
    values = journey_values(counted.survey)
    total = counted.cells.of(JOURNEY, len(values))[at].sum(axis=0)
    found = {value: int(n) for value, n in zip(values, total, strict=True) if n}
    bands = {key[5:]: n for key, n in found.items() if key.startswith("band ")}
    first = {key[6:]: n for key, n in found.items() if key.startswith("first ")}
    return Journey(eligible=sum(bands.values()), bands=bands, first=first)
