"""States of the journey's stages, for many families at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import NOT_ASKED, SKIPPED, Survey
from analysis.evidence.counting.encoding import (
    NA,
    OUTCOMES,
    PROBLEM,
    UNKNOWN,
)
from analysis.evidence.journey import count_band, seen_problem, stage_state

ENOUGH_KNOWN = 6
ENOUGH_APPLY = 4


def _table(rule: Any) -> NDArray[np.int8]:
    """Return a rule on two outcomes as a look-up table; facts and what was not asked are na."""
    names = [*OUTCOMES, OUTCOMES[NA], OUTCOMES[NA]]
    return np.array([[rule(first, second) for second in names] for first in names], dtype=np.int8)


STATE_OF = _table(lambda first, second: OUTCOMES.index(stage_state(first, second)))
SEEN = _table(lambda first, second: int(seen_problem(first, second)))


def journey_of(states: NDArray[np.int8], order: Sequence[str]) -> Counter[str]:
    """Return counts of how far problems reach, from states (stages x families).

    Families count whose state is known at six stages or more and that four or more apply to; all
    of fewer stages where a journey has fewer.
    """
    stages = len(order)
    known = (states != UNKNOWN).sum(axis=0) >= min(ENOUGH_KNOWN, stages)
    apply = ((states != UNKNOWN) & (states != NA)).sum(axis=0) >= min(ENOUGH_APPLY, stages)
    families = states[:, known & apply]
    counts: Counter[str] = Counter({"eligible": families.shape[1]})
    problems = (families == PROBLEM).sum(axis=0)
    for number, many in Counter(problems.tolist()).items():
        counts[f"band {count_band(number)}"] += many
    for column in families.T:
        counts[f"first {_first(column, order)}"] += 1
    return counts


def _first(column: NDArray[np.int8], order: Sequence[str]) -> str:
    """Return the earliest stage with a problem if every earlier stage is known."""
    for stage, state in zip(order, column, strict=True):
        if state == PROBLEM:
            return stage
        if state == UNKNOWN:
            return "not known"
    return "no problem"


def no_review_outcomes(survey: Survey, row: Mapping[str, Any]) -> str:
    """Return what it counts as that a family had no review: problem, na or unknown."""
    item = survey.items().get(survey.roles.no_review or "")
    if item is None:
        return OUTCOMES[NA]
    for line in survey.roles.no_review_na:
        if all(row.get(name, NOT_ASKED) in values for name, values in line.items()):
            return OUTCOMES[NA]
    option = item.options.get(row.get(item.id, SKIPPED))
    return option.means or OUTCOMES[UNKNOWN] if option else OUTCOMES[UNKNOWN]
