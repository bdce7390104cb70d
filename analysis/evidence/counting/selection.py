"""Some cells in, their tally out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import NOT_ASKED, Change, Outcome, Survey
from analysis.evidence.counting.cells import CellIndex, Cells, Labels, Numbers, index_cells
from analysis.evidence.counting.columns import COMPARED, FAMILIES, JOURNEY, STAGE, plain_columns
from analysis.evidence.counting.counts import Cell, Counts, Journey, Tally
from analysis.evidence.counting.crossed import count_crossed
from analysis.evidence.counting.encoding import (
    ABSENT,
    NA,
    NO_OUTCOME,
    NOT_DUE,
    OPEN_OTHER,
    OPEN_RIGHT,
    OUTCOMES,
    PROBLEM,
    RIGHT,
    UNKNOWN,
    Coding,
)
from analysis.evidence.counting.groups import count_groups, count_mixes
from analysis.evidence.counting.scores import Agreement, ScoreCounts, agreement_of
from analysis.evidence.counting.states import journey_values

ARMS = ("pilot", "old", "unclear")
NONE = "none"  # without a review
CHANGE = "change within a family"
UNKNOWN_SETTING = -1
JUDGED = [code for code in range(ABSENT + 1) if code not in (NA, UNKNOWN, NO_OUTCOME, ABSENT)]
# Turns outcomes into (families who gave an answer that counts, those counted), by what is counted.
PAIRED = {
    of: np.array([[code in JUDGED, code == of] for code in range(ABSENT + 1)], dtype=np.int64)
    for of in (RIGHT, PROBLEM)
}
STATE_OUTCOMES = np.repeat(np.arange(len(OUTCOMES)), 2)  # a stage's state, told apart by seen


@dataclass(frozen=True)
class Counted:
    """Every answer, counted; `select` makes a tally of some of it."""

    cells: Cells
    index: CellIndex
    survey: Survey
    codings: tuple[Coding, ...]
    outcomes: Mapping[str, Numbers]  # of each item and stage: (cells, outcomes)


@dataclass(frozen=True)
class Arm:
    """The cells of one process that were chosen, with their settings and groups."""

    at: NDArray[np.intp]
    clusters: Labels
    strata: Labels


def counted_of(cells: Cells, survey: Survey, codings: Sequence[Coding]) -> Counted:
    """Return the grown cells, ready to be chosen from."""
    outcomes: dict[str, Numbers] = {}
    for coding in codings:
        column = cells.of(coding.item.id, len(coding.values))
        outcomes[coding.item.id] = column @ _one_hot(coding.outcomes)
        if survey.change and survey.change.item == coding.item.id:
            outcomes[CHANGE] = column @ _one_hot(_change_outcomes(coding, survey.change))
    turned = _one_hot(STATE_OUTCOMES)
    for stage in survey.stages:
        for name in (STAGE + stage.id, COMPARED + stage.id):
            outcomes[name] = cells.of(name, len(STATE_OUTCOMES)) @ turned
    return Counted(cells, index_cells(cells, survey), survey, tuple(codings), outcomes)


def _change_outcomes(coding: Coding, change: Change) -> NDArray[np.int8]:
    """Return what each answer means for change within a family alone."""
    means = [
        OUTCOMES.index(change.means[value]) if value in change.means else outcome
        for value, outcome in zip(coding.values, coding.outcomes.tolist(), strict=True)
    ]
    return np.array(means, dtype=np.int8)


def select(counted: Counted, cut: str | None = None, group: str | None = None) -> Tally:
    """Return the tally of all families, or of one group of a declared cut."""
    chosen = counted.index.chosen(cut, group)
    arms = {arm: _arm(counted.index, chosen, arm) for arm in (*ARMS, NONE)}
    survey, cells = counted.survey, counted.cells
    plain = {
        name: (values, cells.of(name, len(values)))
        for name, values in plain_columns(survey).items()
    }
    families = cells.of(FAMILIES, 1)
    compared = {arm: arms[arm].at for arm in ("pilot", "old")}
    of_all = cut is None
    placed = ARMS if of_all else tuple(compared)
    items = _items(counted, {arm: arms[arm] for arm in placed})
    return Tally(
        families={arm: int(families[chosen.at].sum()) for arm, chosen in arms.items()},
        settings={arm: len(set(arms[arm].clusters.names) - {UNKNOWN_SETTING}) for arm in placed},
        items=items,
        stages={
            (stage.id, arm): _stage(counted, STAGE + stage.id, arms[arm])
            for stage in survey.stages
            for arm in placed
        },
        compared={
            (stage.id, arm): _stage(counted, COMPARED + stage.id, arms[arm])
            for stage in survey.stages
            if stage.compare_on
            for arm in placed
        },
        journey={arm: _journey(counted, arms[arm]) for arm in placed},
        unclear_reasons=_table(plain["because"], arms["unclear"].at),
        review_types=_table(plain["review_type"], np.concatenate([arms[arm].at for arm in ARMS])),
        no_review=_table(plain["no_review"], arms[NONE].at),
        channels=_table(plain["channel"], np.concatenate([arm.at for arm in arms.values()])),
        as_of=cells.as_of,
        who=count_groups(cells, counted.index, survey, compared) if of_all else {},
        mixes=count_mixes(cells, counted.index, survey, compared) if of_all else {},
        months=_months(counted) if of_all else {},
        everyone={arm: _everyone(counted, arms[arm]) for arm in compared} if of_all else {},
        scores=_scores(counted, compared) if of_all else {},
        agreement=_agreement(counted) if of_all else {},
        crossed=count_crossed(cells.crossings, survey, counted.codings) if of_all else {},
        change={
            (survey.change.item, arm): replace(
                _counts(counted, CHANGE, arms[arm], RIGHT),
                answers=items[survey.change.item, arm].answers,
            )
            for arm in placed
            if survey.change
        },
    )


def _everyone(counted: Counted, arm: Arm) -> Counts:
    """Return all families of a process as if each had told that it went well."""
    outcomes = np.zeros((len(arm.at), ABSENT + 1), dtype=np.int64)
    outcomes[:, RIGHT] = counted.cells.of(FAMILIES, 1)[arm.at, 0]
    return _counts_of(outcomes, arm, RIGHT, counted.cells.as_of)


def _scores(
    counted: Counted, arms: Mapping[str, NDArray[np.intp]]
) -> dict[tuple[str, str], ScoreCounts]:
    """Return the sums of each aim's score, in both processes."""
    scores, clusters = counted.cells.scores, counted.index.clusters
    return {
        (aim, arm): scores.counts(aim, at, clusters[at])
        for aim in scores.sums
        for arm, at in arms.items()
    }


def _agreement(counted: Counted) -> dict[str, Agreement]:
    """Return, for each score, how many answered all of its items, and their covariances."""
    return {aim: agreement_of(found) for aim, found in counted.cells.scores.products.items()}


def _months(counted: Counted) -> dict[tuple[str, str], dict[str, Cell]]:
    """Return each aim's headline by month, in both processes."""
    return {
        (aim.headline, arm): counted.cells.months.by_month(aim.headline, ARMS.index(arm))
        for aim in counted.survey.aims
        for arm in ("pilot", "old")
    }


def _arm(index: CellIndex, chosen: NDArray[np.bool_], arm: str) -> Arm:
    at = np.flatnonzero(chosen & (index.arms == arm))
    return Arm(at, Labels.of(index.clusters[at]), Labels.of(index.strata[at]))


def _table(column: tuple[tuple[str, ...], Numbers], at: NDArray[np.intp]) -> dict[str, int]:
    values, counts = column
    total = counts[at].sum(axis=0)
    return {value: int(n) for value, n in zip(values, total, strict=True) if n}


def _items(counted: Counted, arms: Mapping[str, Arm]) -> dict[tuple[str, str], Counts]:
    found = {}
    for coding in counted.codings:
        item = coding.item.id
        column = counted.cells.of(item, len(coding.values))
        for name, arm in arms.items():
            total = column[arm.at].sum(axis=0).tolist()
            answers = {key: n for key, n in zip(coding.values, total, strict=True) if n}
            answers.setdefault(NOT_ASKED, 0)
            open_ = answers.pop(OPEN_RIGHT, 0), answers.pop(OPEN_OTHER, 0)
            if any(open_):
                answers[NOT_DUE] = answers.get(NOT_DUE, 0) + sum(open_)
            counts = _counts(counted, item, arm, RIGHT)
            found[item, name] = replace(counts, answers=answers, open=open_)
    return found


def _stage(counted: Counted, column: str, arm: Arm) -> Counts:
    states = counted.cells.of(column, len(STATE_OUTCOMES))[arm.at]
    seen = int(states[:, 2 * UNKNOWN + 1].sum())
    return replace(_counts(counted, column, arm, PROBLEM), seen_problem=seen)


def _one_hot(outcomes: NDArray[np.integer]) -> Numbers:
    """Return the matrix that turns counts (cells, values) into counts (cells, outcomes)."""
    return np.array(outcomes[:, None] == np.arange(ABSENT + 1), dtype=np.int64)


def _counts(counted: Counted, column: str, arm: Arm, of: int) -> Counts:
    """Return the outcomes of a column in one process, with `of` as what is counted."""
    return _counts_of(counted.outcomes[column][arm.at], arm, of, counted.cells.as_of)


def _counts_of(outcomes: Numbers, arm: Arm, of: int, as_of: str) -> Counts:
    judged = outcomes @ PAIRED[of]
    cells = arm.clusters.sum(judged)
    apart = cells.pop(0) if cells and cells[0][0] == UNKNOWN_SETTING else (0, 0, 0)
    return Counts(
        outcomes=_outcomes(outcomes.sum(axis=0)),
        answers={},
        of=OUTCOMES[of],
        cells=tuple((c, n, k) for c, n, k in cells if n),
        apart=(apart[1], apart[2]),
        strata={name: (n, k) for name, n, k in arm.strata.sum(judged) if n},
        as_of=as_of,
    )


def _outcomes(total: Numbers) -> dict[Outcome, int]:
    found: dict[Outcome, int] = {name: int(total[code]) for code, name in enumerate(OUTCOMES)}
    found["na"] += int(total[ABSENT])
    return found


def _journey(counted: Counted, arm: Arm) -> Journey:
    values = journey_values(counted.survey)
    total = counted.cells.of(JOURNEY, len(values))[arm.at].sum(axis=0)
    found = {value: int(n) for value, n in zip(values, total, strict=True) if n}
    bands = {key[5:]: n for key, n in found.items() if key.startswith("band ")}
    first = {key[6:]: n for key, n in found.items() if key.startswith("first ")}
    return Journey(eligible=sum(bands.values()), bands=bands, first=first)
