"""Columns side by side, so that all of them are summed at once over some of the cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.evidence.counting.cells import CellIndex, Numbers


@dataclass(frozen=True)
class Stack:
    """Every item and stage.

    `judged` holds the families who gave an answer that counts, and those that are counted.
    """

    place: Mapping[str, int]  # where each column stands
    outcomes: Numbers  # (cells, columns, outcomes)
    judged: NDArray[np.float64]  # (cells, columns, 2)
    answers: Numbers  # (cells, values of every item, one item after another)

    @classmethod
    def of(
        cls, columns: Mapping[str, tuple[Numbers, Numbers]], answers: Sequence[Numbers]
    ) -> "Stack":
        """Return columns of outcomes (cells, outcomes), each with what turns them into judged."""
        outcomes = np.stack([found for found, _ in columns.values()], axis=1)
        turns = np.stack([turn for _, turn in columns.values()])
        judged = np.matmul(outcomes.transpose(1, 0, 2), turns).transpose(1, 0, 2)
        place = {name: at for at, name in enumerate(columns)}
        return cls(place, outcomes, judged.astype(float), np.hstack(answers))


@dataclass(frozen=True)
class Arm:
    """The cells of one process that were chosen, and the sums of every column over them.

    `outcomes` is (columns, outcomes); `settings` and `strata` are (columns, labels, 2), under
    their labels.
    """

    at: NDArray[np.intp]
    clusters: list[int]
    settings: list[list[list[int]]]
    groups: list[str]
    strata: list[list[list[int]]]
    outcomes: list[list[int]]
    answers: list[int]


def arm_of(stack: Stack, index: CellIndex, chosen: NDArray[np.bool_], arm: str) -> Arm:
    """Return a process of the chosen cells."""
    at = np.flatnonzero(chosen & (index.arms == arm))
    judged = stack.judged[at]
    return Arm(
        at,
        *_by_label(index.clusters[at], judged),
        *_by_label(index.strata[at], judged),
        stack.outcomes[at].sum(axis=0).tolist(),
        stack.answers[at].sum(axis=0).tolist(),
    )


def _by_label(
    labels: NDArray[Any], numbers: NDArray[np.float64]
) -> tuple[list[Any], list[list[list[int]]]]:
    """Return the labels, and the sums of numbers (cells, columns, n) as (columns, labels, n)."""
    names = np.unique(labels)
    members = (names[:, np.newaxis] == labels).astype(float)  # (labels, cells)
    sums = np.tensordot(members, numbers, axes=1).astype(np.int64).transpose(1, 0, 2)
    return names.tolist(), sums.tolist()
