"""Made-up pilots whose odds are known, to see how often the ranges of the annex hold them.

Settings differ by a bell curve in log odds, as alike within as answers of one setting usually are.
"""

from dataclasses import dataclass
from math import exp, pi, sqrt

import numpy as np
from scipy.special import expit

from analysis.evidence.annex.odds import fit_odds
from analysis.evidence.intervals import Z95
from tests.evidence.annex.made import models

LINES = np.array([-2.2, -1.2, -0.4, 1.0])  # between five answers, in log odds
LIKENESS = 0.15
SPREAD = sqrt(LIKENESS / (1 - LIKENESS) * pi**2 / 3)  # of settings, in log odds


@dataclass(frozen=True)
class Held:
    """How often a range held the truth: with settings in it, widened by them, and without both."""

    settings: float
    plain: float
    naive: float


def simulate_odds(pilot: int, old: int, families: int, runs: int, seed: int) -> Held:
    """Return it of so many pilots in which nothing differs; `families` of each setting."""
    random, held = np.random.default_rng(seed), []
    for _ in range(runs):
        sides = [[_setting(families, random) for _ in range(n)] for n in (pilot, old)]
        found = models(*sides, groups=("",))
        if found.plain.state == found.settings.state == "fitted":
            ranges = found.settings.ratio, found.plain.ratio, _naive(sides)
            held.append([low < 1 < high for _, low, high in ranges])
    return Held(*np.mean(held, axis=0).tolist())


def _setting(families: int, random: np.random.Generator) -> list[int]:
    below = expit(LINES - SPREAD * random.normal())
    return random.multinomial(max(1, random.poisson(families)), np.diff([0, *below, 1])).tolist()


def _naive(sides: list[list[list[int]]]) -> tuple[float, float, float]:
    fit = fit_odds([np.sum(side, axis=0) for side in sides], [[1], [0]])
    estimate, half = fit.terms[0], Z95 * sqrt(fit.covariance[0, 0])
    return exp(estimate), exp(estimate - half), exp(estimate + half)
