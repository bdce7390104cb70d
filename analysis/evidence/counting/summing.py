"""Counts as they grow, and the tally they come to."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.definitions.survey import NOT_ASKED, Outcome, Survey
from analysis.evidence.counting.counts import Cell, Counts, Journey, Tally
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

ARMS = ("pilot", "old", "unclear")
NOT_JUDGED = (NA, UNKNOWN, NO_OUTCOME, ABSENT)


@dataclass
class Sums:
    """Counts as they grow: per arm, cell and value."""

    cells: dict[tuple[str, int | None], int] = field(default_factory=dict)
    values: dict[str, Counter[tuple[int, int]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    stages: dict[str, Counter[tuple[int, int]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    journey: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    ticks: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    plain: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    as_of: str = ""

    def cell(self, arm: str, cluster: int | None) -> int:
        """Return the number of a process and setting, a new one for a new pair."""
        return self.cells.setdefault((arm, cluster), len(self.cells))


def finish(sums: Sums, survey: Survey, codings: Sequence[Coding]) -> Tally:
    """Return the tally that the sums come to."""
    stages = {stage.id for stage in survey.stages}
    return Tally(
        families=dict(sums.plain["families"]),
        settings={arm: _settings(sums, arm) for arm in ARMS},
        items={
            (coding.item.id, arm): _item_counts(sums, coding, arm)
            for coding in codings
            for arm in ARMS
        },
        stages={(id_, arm): _stage_counts(sums, id_, arm) for id_ in stages for arm in ARMS},
        compared={
            (name[:-1], arm): _stage_counts(sums, name, arm)
            for name in sums.stages
            if name.endswith("=")
            for arm in ARMS
        },
        journey={arm: _journey(sums.journey[arm]) for arm in ARMS},
        unclear_reasons=dict(sums.plain["unclear_reasons"]),
        review_types=dict(sums.plain["review_types"]),
        no_review=dict(sums.plain["no_review"]),
        channels=dict(sums.plain["channels"]),
        ticks={key: dict(counter) for key, counter in sums.ticks.items()},
        as_of=sums.as_of,
    )


def _settings(sums: Sums, arm: str) -> int:
    return sum(1 for name, cluster in sums.cells if name == arm and cluster is not None)


def _item_counts(sums: Sums, coding: Coding, arm: str) -> Counts:
    answers: Counter[str] = Counter()
    by_cell: dict[int, Counter[int]] = defaultdict(Counter)
    arm_cells = {at for (name, _), at in sums.cells.items() if name == arm}
    for (cell, code), count in sums.values[coding.item.id].items():
        if cell in arm_cells:
            answers[coding.values[code]] += count
            by_cell[cell][int(coding.outcomes[code])] += count
    return _counts(sums, arm, by_cell, answers)


def _stage_counts(sums: Sums, name: str, arm: str) -> Counts:
    by_cell: dict[int, Counter[int]] = defaultdict(Counter)
    arm_cells = {at for (a, _), at in sums.cells.items() if a == arm}
    seen = 0
    for (cell, code), count in sums.stages[name].items():
        if cell in arm_cells:
            by_cell[cell][code // 2] += count
            seen += count if code // 2 == UNKNOWN and code % 2 else 0
    return _counts(sums, arm, by_cell, {}, PROBLEM, seen)


def _counts(
    sums: Sums,
    arm: str,
    by_cell: Mapping[int, Counter[int]],
    answers: Mapping[str, int],
    counted: int = RIGHT,
    seen: int = 0,
) -> Counts:
    total: Counter[int] = Counter()
    for counter in by_cell.values():
        total.update(counter)
    apart = sums.cells.get((arm, None), -1)
    known = [_cell(counter, counted) for cell, counter in by_cell.items() if cell != apart]
    return Counts(
        outcomes=_outcomes(total),
        answers={key: n for key, n in answers.items() if n and key != NOT_ASKED}
        | {NOT_ASKED: answers.get(NOT_ASKED, 0)},
        cells=tuple(sorted(cell for cell in known if cell[0])),
        apart=_cell(by_cell.get(apart, Counter()), counted),
        of=OUTCOMES[counted],
        seen_problem=seen,
        as_of=sums.as_of,
    )


def _outcomes(total: Mapping[int, int]) -> dict[Outcome, int]:
    found: dict[Outcome, int] = {
        OUTCOMES[code]: total.get(code, 0) for code in range(len(OUTCOMES))
    }
    found["na"] += total.get(ABSENT, 0)
    return found


def _cell(counter: Counter[int], counted: int) -> Cell:
    judged = sum(n for code, n in counter.items() if code not in NOT_JUDGED)
    return judged, counter[counted]


def _journey(counter: Counter[str]) -> Journey:
    return Journey(
        eligible=counter["eligible"],
        bands={key[5:]: n for key, n in counter.items() if key.startswith("band ")},
        first={key[6:]: n for key, n in counter.items() if key.startswith("first ")},
    )
