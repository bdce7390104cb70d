"""Some cells in, their tally out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import NOT_ASKED, Change, Outcome, Survey
from analysis.evidence.counting.cells import (
    CellIndex,
    Cells,
    Numbers,
    index_cells,
)
from analysis.evidence.counting.counts import Cell, Counts, Journey, Tally
from analysis.evidence.counting.crossed import count_crossed
from analysis.evidence.counting.encoding import (
    ABSENT,
    COMPARED,
    FAMILIES,
    JOURNEY,
    NA,
    NO_OUTCOME,
    NOT_DUE,
    OPEN_OTHER,
    OPEN_RIGHT,
    OUTCOMES,
    PROBLEM,
    RIGHT,
    STAGE,
    UNKNOWN,
    Coding,
    plain_columns,
)
from analysis.evidence.counting.groups import count_groups, count_mixes
from analysis.evidence.counting.scores import Agreement, ScoreCounts, agreement_of
from analysis.evidence.counting.stack import Arm, Stack, arm_of
from analysis.evidence.counting.states import journey_values

ARMS = ("pilot", "old", "unclear")
NONE = "none"  # without a review
CHANGE, EVERYONE = "change within a family", "everyone"
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
    stack: Stack  # each item and stage


def counted_of(cells: Cells, survey: Survey, codings: Sequence[Coding]) -> Counted:
    """Return the grown cells, ready to be chosen from."""
    right, problem = PAIRED[RIGHT], PAIRED[PROBLEM]
    columns: dict[str, tuple[Numbers, Numbers]] = {}
    answers = [cells.of(coding.item.id, len(coding.values)) for coding in codings]
    for coding, column in zip(codings, answers, strict=True):
        columns[coding.item.id] = column @ _one_hot(coding.outcomes), right
        if survey.change and survey.change.item == coding.item.id:
            columns[CHANGE] = column @ _one_hot(_change_outcomes(coding, survey.change)), right
    turned = _one_hot(STATE_OUTCOMES)
    for stage in survey.stages:
        for name in (STAGE + stage.id, COMPARED + stage.id):
            columns[name] = cells.of(name, len(STATE_OUTCOMES)) @ turned, problem
    columns[EVERYONE] = cells.of(FAMILIES, 1) @ _one_hot(np.array([RIGHT])), right
    return Counted(
        cells, index_cells(cells, survey), survey, tuple(codings), Stack.of(columns, answers)
    )


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
    arms = {arm: arm_of(counted.stack, counted.index, chosen, arm) for arm in (*ARMS, NONE)}
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
        settings={arm: len(set(arms[arm].clusters) - {UNKNOWN_SETTING}) for arm in placed},
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
        everyone=(
            {arm: _counts(counted, EVERYONE, arms[arm], RIGHT) for arm in compared}
            if of_all
            else {}
        ),
        scores=_scores(counted, compared) if of_all else {},
        agreement=_agreement(counted) if of_all else {},
        crossed=count_crossed(cells.crossings, survey, counted.codings) if of_all else {},
        change={
            (survey.change.item, arm): _counts(
                counted,
                CHANGE,
                arms[arm],
                RIGHT,
                answers=items[survey.change.item, arm].answers,
            )
            for arm in placed
            if survey.change
        },
    )


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


def _table(column: tuple[tuple[str, ...], Numbers], at: NDArray[np.intp]) -> dict[str, int]:
    values, counts = column
    total = counts[at].sum(axis=0)
    return {value: int(n) for value, n in zip(values, total, strict=True) if n}


def _items(counted: Counted, arms: Mapping[str, Arm]) -> dict[tuple[str, str], Counts]:
    found = {}
    for name, arm in arms.items():
        told = iter(arm.answers)
        for coding in counted.codings:
            answers = {key: n for key, n in zip(coding.values, told, strict=False) if n}
            answers.setdefault(NOT_ASKED, 0)
            open_ = answers.pop(OPEN_RIGHT, 0), answers.pop(OPEN_OTHER, 0)
            if any(open_):
                answers[NOT_DUE] = answers.get(NOT_DUE, 0) + sum(open_)
            item = coding.item.id
            found[item, name] = _counts(counted, item, arm, RIGHT, answers=answers, open=open_)
    return found


def _stage(counted: Counted, column: str, arm: Arm) -> Counts:
    states = counted.cells.of(column, len(STATE_OUTCOMES))[arm.at]
    seen = int(states[:, 2 * UNKNOWN + 1].sum())
    return _counts(counted, column, arm, PROBLEM, seen_problem=seen)


def _one_hot(outcomes: NDArray[np.integer]) -> Numbers:
    """Return the matrix that turns counts (cells, values) into counts (cells, outcomes)."""
    return np.array(outcomes[:, None] == np.arange(ABSENT + 1), dtype=np.int64)


def _counts(counted: Counted, column: str, arm: Arm, of: int, **more: Any) -> Counts:
    """Return the outcomes of a column in one process, with `of` as what is counted."""
    place = counted.stack.place[column]
    settings = list(zip(arm.clusters, arm.settings[place], strict=True))
    apart = settings.pop(0)[1] if settings and settings[0][0] == UNKNOWN_SETTING else (0, 0)
    return Counts(
        outcomes=_outcomes(arm.outcomes[place]),
        of=OUTCOMES[of],
        cells=tuple((cluster, n, k) for cluster, (n, k) in settings if n),
        apart=(apart[0], apart[1]),
        strata={
            name: (n, k) for name, (n, k) in zip(arm.groups, arm.strata[place], strict=True) if n
        },
        as_of=counted.cells.as_of,
        **more,
    )


def _outcomes(total: Sequence[int]) -> dict[Outcome, int]:
    found: dict[Outcome, int] = dict(zip(OUTCOMES, total, strict=False))
    found["na"] += total[ABSENT]
    return found


def _journey(counted: Counted, arm: Arm) -> Journey:
    values = journey_values(counted.survey)
    total = counted.cells.of(JOURNEY, len(values))[arm.at].sum(axis=0)
    found = {value: int(n) for value, n in zip(values, total, strict=True) if n}
    bands = {key[5:]: n for key, n in found.items() if key.startswith("band ")}
    first = {key[6:]: n for key, n in found.items() if key.startswith("first ")}
    return Journey(eligible=sum(bands.values()), bands=bands, first=first)
