"""Made-up words read by an imperfect computer and a few by people: how often ranges are right."""

from dataclasses import dataclass

import numpy as np

from analysis.evidence.comparing.theme_shares import Mark, find_themes, read_arms
from analysis.evidence.intervals import newcombe_interval

THEME = "X"
NOTHING_FOUND, FOUND = frozenset[str](), frozenset({THEME})


@dataclass(frozen=True)
class Reading:
    """How words are made up: as many in both processes speak of the theme.

    The computer finds most of the true ones in the pilot and fewer in the old process.
    """

    pilot_texts: int
    old_texts: int
    read: int  # by people, in each process, drawn by lot
    share: float = 0.3
    pilot_found: float = 0.8
    old_found: float = 0.6
    wrongly_found: float = 0.05
    settings: int | None = None  # None: a setting for each family


@dataclass(frozen=True)
class Coverage:
    """Shares of runs in which the range holds the truth, that nothing differs."""

    ours: float
    naive: float  # Newcombe's on what the computer found
    width: float  # of ours


def simulate_themes(reading: Reading, runs: int, seed: int) -> Coverage:
    """Return how often the range for the difference of one theme holds the truth."""
    random = np.random.default_rng(seed)
    held, naive, width = 0, 0, 0.0
    for run in range(runs):
        pilot = _marks("pilot", reading.pilot_texts, reading.pilot_found, reading, random)
        old = _marks("old", reading.old_texts, reading.old_found, reading, random)
        found = find_themes(read_arms(pilot + old, [THEME]), seed + run)[0]
        _, low, high = found.view.difference
        held += low <= 0 <= high
        width += high - low
        low, high = newcombe_interval(*_by_machine(pilot), *_by_machine(old))
        naive += low <= 0 <= high
    return Coverage(held / runs, naive / runs, width / runs)


def _marks(
    process: str, texts: int, finds: float, reading: Reading, random: np.random.Generator
) -> list[Mark]:
    true = random.random(texts) < reading.share
    found = random.random(texts) < np.where(true, finds, reading.wrongly_found)
    return [
        Mark(
            process,
            at % reading.settings if reading.settings else at,
            FOUND if found[at] else NOTHING_FOUND,
            (FOUND if true[at] else NOTHING_FOUND) if at < reading.read else None,
        )
        for at in range(texts)
    ]


def _by_machine(marks: list[Mark]) -> tuple[int, int]:
    return sum(THEME in mark.machine for mark in marks), len(marks)
