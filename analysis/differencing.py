"""One group of families beside all of them: what must stay closed, so that no rest can be found.

Whoever sees all families and some groups of them can take one from the other. What is left must
be as fit to be shown as what is shown, or be nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from analysis.definitions.survey import Outcome
from analysis.disclosure import SHOW, SMALL, hidden_groups
from analysis.evidence.comparing.mixes import build_mix
from analysis.evidence.counting.counts import Cell, Counts, Journey, Table, Tally
from analysis.suppression import hidden_in_table

ARMS = ("pilot", "old")
KINDS = ("items", "stages", "compared", "change")  # of counts by measure
Key = tuple[str, str]
Groups = Mapping[str, Tally]
COUNTED: tuple[Outcome, ...] = ("right", "problem")
NOBODY = {of: Counts({}, {}, of=of) for of in COUNTED}
CLOSED = {of: Counts({}, {}, of=of, withheld=True) for of in COUNTED}
NOTHING_KNOWN: Mapping[str, int] = {}


def open_beside(groups: Mapping[str, Cell], whole: Cell) -> set[str]:
    """Return the groups whose answers to one measure may be looked at.

    A group's answers are about who families are: both those counted and the others must be
    `SMALL` or more. So must both of all that is not shown, or the next smallest group closes.
    """
    fit = sorted((g for g, cell in groups.items() if _fit(cell)), key=lambda g: groups[g][0])
    base, counted = whole
    left = base - sum(groups[g][0] for g in fit), counted - sum(groups[g][1] for g in fit)
    while fit and left != (0, 0) and not _fit(left):
        base, counted = groups[fit.pop(0)]
        left = left[0] + base, left[1] + counted
    return set(fit)


def _fit(cell: Cell) -> bool:
    base, counted = cell
    return min(counted, base - counted) >= SMALL


def close_groups(whole: Tally, groups: Groups, cut: str) -> dict[str, Tally]:
    """Return the groups' tallies with what must stay closed taken out of them.

    A group that the table of who replied hides in a process is closed there altogether, as is
    one whose families come from a single setting.
    """
    shown = {arm: shown_groups(whole, cut, arm, SMALL) for arm in ARMS}
    closed = {kind: _close(kind, whole, groups, shown) for kind in KINDS}
    return {
        group: replace(
            tally,
            families=_kept(tally.families, group, shown),
            settings=_kept(tally.settings, group, shown),
            items=closed["items"][group],
            stages=closed["stages"][group],
            compared=closed["compared"][group],
            change=closed["change"][group],
            journey=_close_journey(whole, groups, group, shown),
            unclear_reasons={},
            no_review={},
        )
        for group, tally in groups.items()
    }


def shown_groups(tally: Tally, cut: str, arm: str, least: int) -> set[str]:
    """Return the groups of a cut whose number of families in a process is shown."""
    cells = tally.who.get((cut, arm), {})
    if sum(cells.values()) < SHOW:
        return set()
    return set(cells) - hidden_groups(cells, least, tally.seen.get(who_figure(cut, arm)))


def who_figure(cut: str, arm: str) -> str:
    """Return the name of the figure that a table of who replied is."""
    return f"who/{cut}/{arm}"


def mix_of(tally: Tally, cut: str, arm: str, least: int) -> tuple[Table, set[Key]]:
    """Return families by period and group, and which of these cells are hidden."""
    shown = shown_groups(tally, cut, arm, least)
    cells = tally.who.get((cut, arm), {})
    groups = {group: number for group, number in cells.items() if group in shown and group}
    table = build_mix(tally.mixes.get((cut, arm), {}), groups, sum(cells.values()))
    if not table:
        return {}, set()
    seen = tally.seen.get(mix_figure(cut, arm), {})
    before = {row: {c: seen.get(f"{row} {c}", 0) for c in line} for row, line in table.items()}
    return table, hidden_in_table(table, least, before)


def mix_figure(cut: str, arm: str) -> str:
    """Return the name of the figure that families by period and group are."""
    return f"mix/{cut}/{arm}"


def crossed_of(
    tally: Tally, key: tuple[str, str, str], least: int, known: Mapping[str, int] = NOTHING_KNOWN
) -> tuple[Table, set[Key]]:
    """Return families by kind of review and answer to one question, and which cells are hidden.

    A kind is told apart only where the question that this one hangs on hides nothing of it: all
    that is hidden there stays in one row here, whose number of families not asked is known
    anyway. At least so many are known of the cell they stand in. Where no cell could be shown,
    all kinds are told together: what a process as a whole came to may be seen of every question.
    `known` is what readers know of cells ("row column") from before.
    """
    name, _, arm = key
    crossed = tally.crossed[key]
    if crossed.hidden is not None:
        return crossed.cells, set(crossed.hidden)
    above: tuple[Table, set[Key]] = ({}, set())
    if crossed.parent:
        above = crossed_of(tally, (name, crossed.parent, arm), least)
    closed = {row for row, _ in above[1]}
    together = {row for row in crossed.cells if row not in above[0]} if crossed.parent else set()
    table = fold_rows(crossed.cells, closed | together)
    if not table:
        return {}, set()
    seen = {r: {c: known.get(f"{r} {c}", 0) for c in line} for r, line in table.items()}
    if crossed.parent and crossed.rest:
        asked = tally.crossed[name, crossed.parent, arm].cells
        for row in table:
            members = [row] if row else [one for one in asked if one not in table or not one]
            outside = sum(asked[one][column] for one in members for column in crossed.outside)
            seen[row][crossed.rest] = max(seen[row][crossed.rest], outside)
    hidden = hidden_in_table(table, least, seen) if len(table) > 1 else set()
    told = any((row, c) not in hidden and n for row, line in table.items() for c, n in line.items())
    return (table, hidden) if told else (fold_rows(crossed.cells, set(crossed.cells)), set())


def crossed_figure(table: str, item: str, arm: str) -> str:
    """Return the name of the figure that families by kind of review and answer are."""
    return f"crossed/{table}/{item}/{arm}"


def fold_rows(cells: Table, together: set[str]) -> Table:
    """Return the rows of families enough, and all others as one; nothing below ten in all."""
    size = {row: sum(line.values()) for row, line in cells.items()}
    apart = sorted(
        (r for r in cells if r and size[r] >= SHOW and r not in together), key=lambda r: size[r]
    )
    left = sum(size.values()) - sum(size[row] for row in apart)
    while apart and 0 < left < SHOW:
        left += size[apart.pop(0)]
    if left < SHOW and not apart:
        return {}
    found = {row: dict(cells[row]) for row in cells if row in apart}
    if left:
        columns = next(iter(cells.values()))
        found[""] = {
            column: sum(line[column] for row, line in cells.items() if row not in apart)
            for column in columns
        }
    return found


def _kept(numbers: Mapping[str, int], group: str, shown: Mapping[str, set[str]]) -> dict[str, int]:
    return {arm: number if group in shown[arm] else 0 for arm, number in _of(numbers)}


def _of(numbers: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return ((arm, numbers.get(arm, 0)) for arm in ARMS)


def _close(
    kind: str, whole: Tally, groups: Groups, shown: Mapping[str, set[str]]
) -> dict[str, dict[Key, Counts]]:
    """Return each group's counts of one kind, with those closed that would give others away."""
    found: dict[str, dict[Key, Counts]] = {group: {} for group in groups}
    every: Mapping[Key, Counts] = getattr(whole, kind)
    told: dict[str, Mapping[Key, Counts]] = {g: getattr(groups[g], kind) for g in groups}
    for key, of_all in every.items():
        nobody = NOBODY[of_all.of]
        counts = {g: told[g].get(key, nobody) for g in groups}
        fit = shown.get(key[1], set())  # only the processes that are compared are shown by group
        candidates = {g: (c.base, c.counted) for g, c in counts.items() if g in fit and _many(c)}
        open_ = open_beside(candidates, (of_all.base, of_all.counted)) if candidates else set()
        for group, mine in counts.items():
            found[group][key] = _bare(mine, group in open_) if key[1] in shown else nobody
    return found


def _many(counts: Counts) -> bool:
    """Say whether the families come from more than a single setting."""
    return len(counts.cells) > 1 or counts.apart[0] >= SHOW


def _bare(counts: Counts, is_open: bool) -> Counts:
    """Return the counts with nothing but their base and the families counted."""
    if counts.base < SHOW:
        return NOBODY[counts.of]
    if not is_open:
        return CLOSED[counts.of]
    return replace(counts, answers={}, open=(0, 0))


def _close_journey(
    whole: Tally, groups: Groups, group: str, shown: Mapping[str, set[str]]
) -> dict[str, Journey]:
    found: dict[str, Any] = {}
    for arm in ARMS:
        cells = {
            g: _no_problem(tally.journey[arm]) for g, tally in groups.items() if g in shown[arm]
        }
        open_ = open_beside(cells, _no_problem(whole.journey[arm]))
        found[arm] = groups[group].journey[arm] if group in open_ else Journey(0, {}, {})
    return found


def _no_problem(journey: Journey) -> Cell:
    return journey.eligible, journey.bands.get("0", 0)
