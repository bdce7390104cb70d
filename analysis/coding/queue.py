"""What to read next: a random sample first, then what teaches most."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RANDOM, UNSURE, RARE, UNLIKE = "random", "unsure", "rare", "unlike"
_TURNS = (RANDOM, UNSURE, RARE, UNLIKE)
_RARE_BELOW = 8  # decisions of a code

Floats = NDArray[np.float64]


class Next(NamedTuple):
    """An answer to read next, and why."""

    id: int
    why: str


class Waiting(NamedTuple):
    """Answers that nobody has read: ids, processes, what the coder says, and their points.

    `probability` has the shape (answers, codes); `points` (answers, width) of length 1 say what
    is like what.
    """

    ids: Sequence[int]
    processes: Sequence[str]
    probability: Floats
    points: Floats


def what_next(
    waiting: Waiting,
    thresholds: Floats,
    decided: Floats,
    sampled: Mapping[str, int],
    wanted: int,
    most: int,
    seed: int,
) -> list[Next]:
    """Return up to `most` answers to read, in order.

    First every process gets the random sample that its shares are estimated from. Then random
    answers, those the coder is least sure of, those that may have a code that few decisions have,
    and those least like any chosen take turns. Random draws keep the rest honest: of chosen
    answers no share can be said.

    Parameters
    ----------
    waiting
        What nobody has read.
    thresholds, decided
        From when each code is given, and how many decisions each has.
    sampled, wanted
        How many answers of each process were read at random, and how many are wanted.
    """
    draw = np.random.default_rng(seed)
    order = draw.permutation(len(waiting.ids)).tolist()
    chosen: dict[int, str] = {}
    for process in sorted(set(waiting.processes)):
        lacking = max(0, wanted - sampled.get(process, 0))
        own = [place for place in order if waiting.processes[place] == process]
        chosen |= dict.fromkeys(own[:lacking], RANDOM)
    first = [place for place in order if place in chosen]
    chosen = dict.fromkeys(first[:most], RANDOM)
    rankings = _rankings(waiting, thresholds, decided, order)
    turn = 0
    while len(chosen) < min(most, len(order)):
        why = _TURNS[turn % len(_TURNS)]
        place = _farthest(waiting, chosen) if why == UNLIKE else _first(rankings[why], chosen)
        chosen[place] = why
        turn += 1
    return [Next(waiting.ids[place], why) for place, why in chosen.items()]


def _rankings(
    waiting: Waiting, thresholds: Floats, decided: Floats, order: Sequence[int]
) -> dict[str, list[int]]:
    near = -np.abs(waiting.probability - thresholds).min(axis=1)
    rare = decided < _RARE_BELOW
    hopeful = (waiting.probability * rare).max(axis=1) if rare.any() else near
    return {
        RANDOM: [*order],
        UNSURE: sorted(order, key=lambda place: -near[place]),
        RARE: sorted(order, key=lambda place: -hopeful[place]),
    }


def _first(ranking: Sequence[int], chosen: Mapping[int, str]) -> int:
    return next(place for place in ranking if place not in chosen)


def _farthest(waiting: Waiting, chosen: Mapping[int, str]) -> int:
    """Return the answer least like any that is chosen."""
    left = [place for place in range(len(waiting.ids)) if place not in chosen]
    if not chosen:
        return left[0]
    likeness = waiting.points[left] @ waiting.points[[*chosen]].T
    return left[int(likeness.max(axis=1).argmin())]
