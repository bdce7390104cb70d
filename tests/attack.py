"""An attacker who knows every total and shown cell: how narrow can each hidden one be made?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog

Unknown = str


@dataclass
class Attack:
    """Unknown numbers of families with what is known of them; `width` solves for one of them."""

    least: dict[Unknown, float] = field(default_factory=dict)
    most: dict[Unknown, float] = field(default_factory=dict)
    sums: list[tuple[dict[Unknown, float], float, float]] = field(default_factory=list)

    def number(self, name: Unknown, least: float = 0, most: float = np.inf) -> None:
        self.least[name], self.most[name] = least, most

    def total(self, names: Iterable[Unknown], low: float, high: float | None = None) -> None:
        self.weighted(dict.fromkeys(names, 1.0), low, low if high is None else high)

    def weighted(self, weights: Mapping[Unknown, float], low: float, high: float) -> None:
        self.sums.append((dict(weights), low, high))

    def width(self, name: Unknown) -> float:
        """Return how far apart the smallest and the largest possible number are."""
        names = list(self.least)
        rows, limits = [], []
        for weights, low, high in self.sums:
            row = np.array([weights.get(n, 0.0) for n in names])
            if high < np.inf:
                rows.append(row)
                limits.append(high)
            if low > -np.inf:
                rows.append(-row)
                limits.append(-low)
        bounds = [(self.least[n], None if self.most[n] == np.inf else self.most[n]) for n in names]
        goal = np.array([float(n == name) for n in names])
        ends = []
        for sign in (1, -1):
            found = linprog(sign * goal, A_ub=rows, b_ub=limits, bounds=bounds, method="highs")
            ends.append(sign * found.fun if found.status == 0 else sign * -np.inf)
        return ends[1] - ends[0]


@dataclass
class Tried:
    """What an attack on many tables came to."""

    tables: int = 0
    cells: int = 0  # not empty
    small: int = 0  # which must be hidden
    hidden: int = 0
    narrowest: float = np.inf

    def add(self, values: Sequence[int], hidden: int, least: int) -> None:
        self.tables += 1
        self.cells += sum(value > 0 for value in values)
        self.small += sum(0 < value < least for value in values)
        self.hidden += hidden

    def __str__(self) -> str:
        more = (self.hidden - self.small) / max(1, self.cells)
        return (
            f"{self.tables} tables, {self.cells} cells with families, {self.small} small,"
            f" {self.hidden} hidden ({more:.0%} of all cells beyond the small ones),"
            f" narrowest hidden cell {self.narrowest:.0f} families wide"
        )
