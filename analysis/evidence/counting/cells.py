"""The one table that all counting rests on: families by cell and value.

A cell is a process, a setting and a group of every declared cut together, so that whatever is
asked of some families alone is a choice of cells and no second reading of the answers.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import Survey
from analysis.evidence.counting.crossed import Crossings
from analysis.evidence.counting.encoding import Codes
from analysis.evidence.counting.months import Months
from analysis.evidence.counting.scores import Scores

Key = tuple[str, int | None, tuple[str, ...]]  # process, setting, group of each cut ("" = none)
Numbers = NDArray[np.int64]


@dataclass
class Cells:
    """Counts as they grow: one array (cells, values) for each item, stage or other column."""

    keys: dict[Key, int] = field(default_factory=dict)
    counts: dict[str, Numbers] = field(default_factory=dict)
    months: Months = field(default_factory=Months)
    scores: Scores = field(default_factory=Scores)
    crossings: Crossings = field(default_factory=Crossings)
    as_of: str = ""

    def number(self, key: Key) -> int:
        """Return the number of a cell, a new one for a new key."""
        return self.keys.setdefault(key, len(self.keys))

    def add(self, column: str, cell: NDArray[np.int32], codes: Codes, width: int) -> None:
        """Add families to a column: which cell each is in, and which value each has."""
        size = len(self.keys)
        more = np.bincount(cell * width + codes, minlength=size * width).reshape(size, width)
        before = self.counts.get(column)
        if before is not None:
            more[: len(before)] += before
        self.counts[column] = more

    def of(self, column: str, width: int) -> Numbers:
        """Return a column's counts for every cell, to be read only.

        Cells that came later are filled up with none.
        """
        found = self.counts.get(column, np.zeros((0, width), dtype=np.int64))
        missing = len(self.keys) - len(found)
        if missing:
            self.counts[column] = found = np.pad(found, ((0, missing), (0, 0)))
        return found


@dataclass(frozen=True)
class CellIndex:
    """The keys of the cells as arrays, one entry a cell."""

    arms: NDArray[np.str_]
    clusters: NDArray[np.int64]  # -1: not known
    groups: NDArray[np.str_]  # (cells, cuts)
    cuts: tuple[str, ...]
    strata: NDArray[np.str_]

    def chosen(self, cut: str | None, group: str | None) -> NDArray[np.bool_]:
        """Return which cells belong to a group of a cut; all without one."""
        if cut is None:
            return np.ones(len(self.arms), dtype=bool)
        of_cut = self.groups[:, self.cuts.index(cut)]
        return np.array(of_cut == group, dtype=bool)


def index_cells(cells: Cells, survey: Survey) -> CellIndex:
    """Return the cells' keys as arrays."""
    keys = list(cells.keys)
    cuts = tuple(survey.cuts)
    groups = np.array([key[2] for key in keys], dtype=np.str_).reshape(len(keys), len(cuts))
    mixed = [cuts.index(name) for name in survey.case_mix]
    return CellIndex(
        arms=np.array([key[0] for key in keys], dtype=np.str_),
        clusters=np.array([-1 if key[1] is None else key[1] for key in keys], dtype=np.int64),
        groups=groups,
        cuts=cuts,
        strata=np.array(["|".join(row) for row in groups[:, mixed].tolist()], dtype=np.str_),
    )
