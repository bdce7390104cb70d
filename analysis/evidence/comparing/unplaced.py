"""Replies that belong to neither process for sure, put where they would hurt most."""

from collections import Counter
from dataclasses import replace

from analysis.definitions.survey import Outcome
from analysis.evidence.counting.counts import Cell, Counts, SettingCell


def placed_against(pilot: Counts, old: Counts, unclear: Counts) -> tuple[Counts, Counts]:
    """Return both processes with every unclear reply where it makes the pilot look worst."""
    return _with(pilot, unclear, good=False), _with(old, unclear, good=True)


def placed_for(pilot: Counts, old: Counts, unclear: Counts) -> tuple[Counts, Counts]:
    """Return both processes with every unclear reply where it makes the pilot look best."""
    return _with(pilot, unclear, good=True), _with(old, unclear, good=False)


def _with(counts: Counts, unclear: Counts, good: bool) -> Counts:
    """Return the counts with those unclear families added for whom it went well, or did not."""
    chosen = good == (counts.of == "right")  # whether the added ones are of the counted kind

    def part(cell: Cell) -> Cell:
        base, counted = cell
        return (counted, counted) if chosen else (base - counted, 0)

    added = {cluster: part((base, counted)) for cluster, base, counted in unclear.cells}
    apart = part(unclear.apart)
    total = part((unclear.base, unclear.counted))
    outcomes = Counter(counts.outcomes)
    other: Outcome = "problem" if counts.of == "right" else "right"
    outcomes[counts.of if chosen else other] += total[0]
    return replace(
        counts,
        outcomes=dict(outcomes),
        cells=_merged(counts.cells, added),
        apart=(counts.apart[0] + apart[0], counts.apart[1] + apart[1]),
    )


def _merged(cells: tuple[SettingCell, ...], added: dict[int, Cell]) -> tuple[SettingCell, ...]:
    found = {cluster: (base, counted) for cluster, base, counted in cells}
    for cluster, (base, counted) in added.items():
        before = found.get(cluster, (0, 0))
        found[cluster] = before[0] + base, before[1] + counted
    return tuple((cluster, *cell) for cluster, cell in sorted(found.items()) if cell[0])
