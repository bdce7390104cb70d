"""Families by the groups of the declared cuts: in all, and month by month."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import Survey
from analysis.evidence.counting.cells import CellIndex, Cells
from analysis.evidence.counting.counts import Table
from analysis.evidence.counting.encoding import FAMILIES
from analysis.evidence.counting.months import WIDTH, month_name

NO_GROUP = ""  # what the family answered is in no group, or was left blank
Cut = tuple[str, str]  # a cut, a process


def groups_of(survey: Survey, cut: str) -> tuple[str, ...]:
    """Return the groups of a cut in their order, and last that a family is in none."""
    return (*survey.cuts[cut].groups, NO_GROUP)


def count_groups(
    cells: Cells, index: CellIndex, survey: Survey, arms: Mapping[str, NDArray[np.intp]]
) -> dict[Cut, Mapping[str, int]]:
    """Return families by group of each cut; `arms` says which cells each process has."""
    families = cells.of(FAMILIES, 1)[:, 0]
    found: dict[Cut, Mapping[str, int]] = {}
    for at, cut in enumerate(index.cuts):
        for arm, chosen in arms.items():
            of_cut = index.groups[chosen, at]
            found[cut, arm] = {
                group: int(families[chosen][of_cut == group].sum())
                for group in groups_of(survey, cut)
            }
    return found


def count_mixes(
    cells: Cells, index: CellIndex, survey: Survey, arms: Mapping[str, NDArray[np.intp]]
) -> dict[Cut, Table]:
    """Return families by month and group, of the cuts within which like is compared with like."""
    of_cell = {int(cell): arm for arm, chosen in arms.items() for cell in chosen}
    mixed = [(cut, index.cuts.index(cut)) for cut in survey.case_mix]
    found: dict[Cut, dict[str, dict[str, int]]] = {
        (cut, arm): defaultdict(lambda: defaultdict(int)) for cut, _ in mixed for arm in arms
    }
    for key, number in sorted(cells.months.families.items()):
        cell, month = divmod(key, WIDTH)
        for cut, at in mixed if cell in of_cell else ():
            found[cut, of_cell[cell]][month_name(month)][str(index.groups[cell, at])] += number
    return {key: {m: dict(g) for m, g in sorted(table.items())} for key, table in found.items()}
