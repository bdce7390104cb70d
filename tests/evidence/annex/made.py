"""Made-up cells of an ordered answer, one a setting, as the models of the annex take them."""

import numpy as np

from analysis.evidence.annex.findings import Models, Spread, models_of
from analysis.evidence.counting.counts import Counts

ANSWERS = 5
GROUPS = ("young|near", "young|far", "old|near", "old|")


def spread_of(pilot, old, groups=GROUPS[:3], known=True):
    """Cells of both processes, one a setting: lists of counts by answer, the worst first."""
    cells = [*pilot, *old]
    return Spread(
        np.array(cells, dtype=float).reshape(len(cells), ANSWERS),
        np.array([True] * len(pilot) + [False] * len(old), dtype=bool),
        np.arange(len(cells), dtype=np.int64) if known else np.full(len(cells), -1),
        np.array([groups[at % len(groups)] for at in range(len(cells))], dtype=np.str_),
    )


def counts_of(spread, pilot):
    """The same families as counts: the two best answers went well."""
    rows = [
        (int(row.sum()), int(row[3:].sum()), group)
        for row, side, group in zip(spread.counts, spread.pilot, spread.strata, strict=True)
        if side == pilot
    ]
    total, right = sum(n for n, _, _ in rows), sum(k for _, k, _ in rows)
    strata = {
        name: tuple(sum(row[at] for row in rows if row[2] == name) for at in (0, 1))
        for name in {group for _, _, group in rows}
    }
    cells = tuple((at, n, k) for at, (n, k, _) in enumerate(rows) if n)
    known = not (spread.settings < 0).any()
    return Counts(
        {"right": right, "problem": total - right},
        cells=cells if known else (),
        apart=(0, 0) if known else (total, right),
        strata=strata,
    )


def models(pilot, old, **more) -> Models:
    """What the models say of cells of both processes."""
    spread = spread_of(pilot, old, **more)
    return models_of(spread, counts_of(spread, True), counts_of(spread, False))
