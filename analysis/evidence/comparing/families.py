"""Tests across whole settings, a family of questions at a time."""

from collections.abc import Sequence

import numpy as np

from analysis.evidence.comparison import benjamini_hochberg
from analysis.evidence.counting.counts import Counts
from analysis.evidence.permutation import permutation_p_values

Pair = tuple[Counts, Counts]  # the pilot and the old process


def adjusted_p_values(pairs: Sequence[Pair], seed: int) -> list[tuple[float | None, float | None]]:
    """Return (p, adjusted p) of each measure of one family declared beforehand.

    Settings are dealt out anew, whole: a setting in a process is one cell. Families whose setting
    is not known take no part. None: too few cells to test.
    """
    names = sorted(
        {
            (arm, cell[0])
            for pair in pairs
            for arm, counts in enumerate(pair)
            for cell in counts.cells
        }
    )
    at = {name: number for number, name in enumerate(names)}
    totals = np.zeros((len(names), len(pairs)))
    counted = np.zeros_like(totals)
    for measure, pair in enumerate(pairs):
        for arm, counts in enumerate(pair):
            for cluster, base, chosen in counts.cells:
                totals[at[arm, cluster], measure] = base
                counted[at[arm, cluster], measure] = chosen
    pilot = [arm == 0 for arm, _ in names]
    p_values = permutation_p_values(counted, totals, pilot, seed) if names else [None] * len(pairs)
    return list(zip(p_values, benjamini_hochberg(p_values), strict=True))
