"""One score for the questions of an aim: sums of it by setting, and how far the questions agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.definitions.survey import Aim, Item
from analysis.evidence.counting.encoding import NEUTRAL, PROBLEM, RIGHT, Coding

Numbers = NDArray[np.float64]
Moments = tuple[int, float, float]  # families, the sum of their scores, the sum of the squares
LEAST_ITEMS = 2
TOP = 100.0


@dataclass(frozen=True, slots=True)
class ScoreCounts:
    """The scores of one process: sums a setting, `apart` where the setting is not known."""

    cells: tuple[tuple[int, Moments], ...] = ()
    apart: Moments = (0, 0.0, 0.0)

    @property
    def total(self) -> Moments:
        """Families, sum and sum of squares over all settings."""
        parts = [self.apart, *(moments for _, moments in self.cells)]
        families, sums, squares = zip(*parts, strict=True)
        return sum(families), sum(sums), sum(squares)

    def to_json(self) -> dict[str, Any]:
        """Return a plain form that `from_json` takes back."""
        return {"cells": self.cells, "apart": self.apart}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> ScoreCounts:
        """Return the counts that `to_json` wrote."""
        cells = tuple((cluster, tuple(moments)) for cluster, moments in plain["cells"])
        return cls(cells, tuple(plain["apart"]))


@dataclass
class Scores:
    """Sums as they grow: `sums` (cells, 3) and `products` (1 + items, 1 + items) an aim."""

    sums: dict[str, Numbers] = field(default_factory=dict)
    products: dict[str, Numbers] = field(default_factory=dict)

    def add(self, aim: str, cell: NDArray[np.int32], size: int, answers: Numbers) -> None:
        """Add families to an aim; answers are (families, items), NaN where none counts.

        A family has a score if it answered at least half of the items, and two.
        """
        known = ~np.isnan(answers)
        items = answers.shape[1]
        enough = known.sum(axis=1) >= max(LEAST_ITEMS, items / 2)
        score = np.nansum(answers[enough], axis=1) / known[enough].sum(axis=1)
        powers = (np.ones_like(score), score, score**2)
        at = cell[enough]
        sums = [np.bincount(at, weights=power, minlength=size) for power in powers]
        more: Numbers = np.stack(sums, axis=1).astype(np.float64)
        before = self.sums.get(aim)
        if before is not None:
            more[: len(before)] += before
        self.sums[aim] = more
        whole = answers[known.all(axis=1)]
        wide = np.hstack([np.ones((len(whole), 1)), whole])
        self.products[aim] = self.products.get(aim, np.zeros((1 + items, 1 + items))) + (
            wide.T @ wide
        )

    def counts(self, aim: str, at: NDArray[np.intp], clusters: NDArray[np.int64]) -> ScoreCounts:
        """Return the sums of some cells, by their settings (-1: not known)."""
        sums = self.sums.get(aim, np.zeros((0, 3)))
        there = at < len(sums)
        found: dict[int, Numbers] = {}
        for cluster, moments in zip(clusters[there].tolist(), sums[at[there]], strict=True):
            found[cluster] = found.get(cluster, np.zeros(3)) + moments
        apart = found.pop(-1, np.zeros(3))
        return ScoreCounts(
            tuple((cluster, _moments(found[cluster])) for cluster in sorted(found)),
            _moments(apart),
        )


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many families answered every item of a score, and how the items vary together."""

    families: int
    covariances: tuple[tuple[float, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """Return a plain form that `from_json` takes back."""
        return {"families": self.families, "covariances": self.covariances}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Agreement:
        """Return what `to_json` wrote."""
        return cls(plain["families"], tuple(map(tuple, plain["covariances"])))


def agreement_of(products: Numbers) -> Agreement:
    """Return the covariances from the sums of products, (1 + items, 1 + items)."""
    families = int(products[0, 0])
    if not families:
        return Agreement(0, ())
    means = products[0, 1:] / families
    covariances = products[1:, 1:] / families - np.outer(means, means)
    return Agreement(families, tuple(map(tuple, covariances.tolist())))


def _moments(sums: Numbers) -> Moments:
    return int(sums[0]), float(sums[1]), float(sums[2])


def scored_aims(aims: Sequence[Aim], items: Mapping[str, Item]) -> list[Aim]:
    """Return the aims that have a score: two items or more whose answers stand in an order."""
    return [
        aim
        for aim in aims
        if len(aim.composite) >= LEAST_ITEMS
        and all(items[name].kind == "one" for name in aim.composite)
    ]


def order_of(coding: Coding) -> list[str]:
    """Return the answers of an item that count, the worst first."""
    points = points_of(coding)
    return [coding.values[at] for at in np.argsort(points) if not np.isnan(points[at])]


def points_of(coding: Coding) -> Numbers:
    """Return the points of each value of an item: 100 for the best answer that counts, 0 worst.

    The best stands first where the first that counts means that it went well, else last. NaN:
    no answer that counts, never the middle.
    """
    judged = [at for at, code in enumerate(coding.outcomes) if code in (RIGHT, PROBLEM, NEUTRAL)]
    points = np.full(len(coding.values), np.nan)
    steps = np.linspace(TOP, 0.0, len(judged))
    best_first = bool(judged) and coding.outcomes[judged[0]] == RIGHT
    points[judged] = steps if best_first else steps[::-1]
    return points
