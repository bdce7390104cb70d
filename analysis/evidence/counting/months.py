"""What is counted by the month of the meeting: each aim's headline, and who the families were."""

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from analysis.evidence.counting.counts import Cell
from analysis.evidence.counting.encoding import ABSENT, NA, NO_OUTCOME, RIGHT, UNKNOWN

FIRST_YEAR, YEARS = 1990, 110
WIDTH = 12 * YEARS
NO_MONTH = -1
NOT_COUNTED = (NA, UNKNOWN, NO_OUTCOME, ABSENT)
Numbers = NDArray[np.int64]


@dataclass
class Months:
    """Counts as they grow; months are numbered from January of `FIRST_YEAR`.

    `answers` holds, for each headline item, (processes, months, 2): families who gave an answer
    that counts, and those for whom it went well. `families` counts families by cell and month,
    under cell x WIDTH + month.
    """

    answers: dict[str, Numbers] = field(default_factory=dict)
    families: dict[int, int] = field(default_factory=dict)

    def add_answers(
        self, item: str, arms: NDArray[np.int8], months: NDArray[np.int32], codes: NDArray[np.int8]
    ) -> None:
        """Add families to a headline: process (0 to 2), month, and the outcome of the answer."""
        counts = ~np.isin(codes, NOT_COUNTED) & (months >= 0)
        place = arms[counts].astype(np.int64) * WIDTH + months[counts]
        base = np.bincount(place, minlength=3 * WIDTH)
        right = np.bincount(place[codes[counts] == RIGHT], minlength=3 * WIDTH)
        more = np.stack([base, right], axis=1).reshape(3, WIDTH, 2).astype(np.int64)
        before = self.answers.get(item)
        self.answers[item] = more if before is None else before + more

    def add_families(self, cell: NDArray[np.int32], months: NDArray[np.int32]) -> None:
        """Add families to their cells, by month; those of no known month are left out."""
        dated = months >= 0
        keys, counts = np.unique(
            cell[dated].astype(np.int64) * WIDTH + months[dated], return_counts=True
        )
        for key, count in zip(keys.tolist(), counts.tolist(), strict=True):
            self.families[key] = self.families.get(key, 0) + count

    def by_month(self, item: str, arm: int) -> dict[str, Cell]:
        """Return (families who gave an answer that counts, those it went well for) a month."""
        found = self.answers.get(item)
        if found is None:
            return {}
        counts = found[arm].tolist()
        return {month_name(at): (n, k) for at, (n, k) in enumerate(counts) if n}


@lru_cache(maxsize=4096)
def month_number(value: object) -> int:
    """Return the number of the month of "2026-04" or "2026-04-17"; -1 for anything else."""
    text = value if isinstance(value, str) else ""
    year, _, rest = text.partition("-")
    if not (year.isdigit() and rest[:2].isdigit()):
        return NO_MONTH
    number = 12 * (int(year) - FIRST_YEAR) + int(rest[:2]) - 1
    return number if 0 <= number < WIDTH else NO_MONTH


def month_name(number: int) -> str:
    """Return "2026-04" of a month's number."""
    return f"{FIRST_YEAR + number // 12}-{number % 12 + 1:02d}"
