"""States of the journey's stages, for many families at once."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import NOT_ASKED, SKIPPED, Survey
from analysis.evidence.counting.encoding import (
    NA,
    OUTCOMES,
    PROBLEM,
    UNKNOWN,
    Codes,
)
from analysis.evidence.journey import count_band, seen_problem, stage_state

Flags = NDArray[np.bool_]
ENOUGH_KNOWN = 6
ENOUGH_APPLY = 4


def _table(rule: Any) -> NDArray[np.int8]:
    """Return a rule on two outcomes as a look-up table; facts and what was not asked are na."""
    names = [*OUTCOMES, OUTCOMES[NA], OUTCOMES[NA]]
    return np.array([[rule(first, second) for second in names] for first in names], dtype=np.int8)


STATE_OF = _table(lambda first, second: OUTCOMES.index(stage_state(first, second)))
SEEN = _table(lambda first, second: int(seen_problem(first, second)))


def journey_values(survey: Survey) -> tuple[str, ...]:
    """Return what can be said of how far problems reach: how many stages, and the first."""
    stages = len(survey.stages)
    bands = dict.fromkeys(f"band {count_band(n, stages)}" for n in range(stages + 1))
    firsts = [*(stage.id for stage in survey.stages), "no problem", "not known"]
    return (*bands, *(f"first {first}" for first in firsts))


def journey_codes(states: NDArray[np.int8], survey: Survey) -> tuple[Flags, Codes, Codes]:
    """Return who counts, and each family's band and first stage as indexes of the values.

    States are (stages, families). Families count whose state is known at six stages or more and
    that four or more apply to; all of them where a journey has fewer stages.
    """
    stages = len(states)
    unknown = states == UNKNOWN
    known = (~unknown).sum(axis=0) >= min(ENOUGH_KNOWN, stages)
    apply = (~unknown & (states != NA)).sum(axis=0) >= min(ENOUGH_APPLY, stages)
    values = journey_values(survey)
    problem = states == PROBLEM
    band_of = [values.index(f"band {count_band(n, stages)}") for n in range(stages + 1)]
    bands = np.array(band_of, dtype=np.int16)[problem.sum(axis=0)]
    first_problem, first_unknown = _first(problem), _first(unknown)
    at = np.where(first_problem < first_unknown, first_problem, stages)
    at = np.where(first_unknown < first_problem, stages + 1, at)
    offset = values.index(f"first {survey.stages[0].id}")
    return known & apply, bands, (at + offset).astype(np.int16)


def _first(flags: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return the first stage that is flagged for each family; the number of stages if none is."""
    return np.where(flags.any(axis=0), flags.argmax(axis=0), len(flags))


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
