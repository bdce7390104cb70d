"""Which cells of a table about who families are must be hidden, so that none can be found.

A reader knows the totals, every shown cell and, of a cell that only grows, what was seen of it
before. A cell's room is how far it may lie below what it is without contradicting that: hidden
cells that sum to a known total protect each other by their rooms.
"""

from collections.abc import Mapping
from itertools import product

Table = Mapping[str, Mapping[str, int]]
Place = tuple[str, str]  # row, column


def hidden_in_line(
    cells: Mapping[str, int], least: int, seen: Mapping[str, int] | None = None
) -> set[str]:
    """Return the cells to hide of a line whose total is known.

    Cells below `least` are small. One hidden cell could be found from the others, so the next
    smallest join it until together they have room for `least` families: then each could be
    anything in a range as wide. A line of which one cell alone is not empty tells the group of
    every family, so all of it is hidden.
    """
    if _tells_all(list(cells.values())):
        return set(cells)
    room = {key: value - (seen or {}).get(key, 0) for key, value in cells.items()}
    hidden = {key for key, value in cells.items() if 0 < value < least}
    others = sorted((k for k in cells if k not in hidden and room[k] > 0), key=lambda k: cells[k])
    for key in others:
        if not hidden or (len(hidden) > 1 and sum(room[k] for k in hidden) >= least):
            break
        hidden.add(key)
    enough = len(hidden) > 1 and sum(room[key] for key in hidden) >= least
    return hidden if enough or not hidden else set(cells)


def hidden_in_table(table: Table, least: int, seen: Table | None = None) -> set[Place]:
    """Return the cells to hide of a table whose row and column totals are known.

    Every hidden cell is a corner of a rectangle of hidden cells: moved up and down in turn,
    its four corners leave all totals as they are. A rectangle protects its corners if so they
    can move by `least` families; where there is none, the whole table is hidden.

    References
    ----------
    Cox (1980), J. Am. Stat. Assoc. 75, 377, on such cycles in complementary suppression.
    """
    room = {
        (row, column): value - (seen or {}).get(row, {}).get(column, 0)
        for row, line in table.items()
        for column, value in line.items()
    }
    hidden = _small(table, least)
    protected: set[Place] = set()
    while waiting := sorted(hidden - protected):
        corners = _best_rectangle(waiting[0], table, hidden, room, least)
        if corners is None:
            return set(room)
        hidden |= corners
        protected |= corners
    return hidden


def _tells_all(values: list[int]) -> bool:
    return len(values) > 1 and sum(value > 0 for value in values) == 1


def _small(table: Table, least: int) -> set[Place]:
    """Return the cells that are small, or that stand alone in their row or column."""
    columns = {name: [line[name] for line in table.values()] for name in next(iter(table.values()))}
    alone_in = {name for name, values in columns.items() if _tells_all(values)}
    return {
        (row, column)
        for row, line in table.items()
        for column, value in line.items()
        if 0 < value < least or (value and (column in alone_in or _tells_all(list(line.values()))))
    }


def _best_rectangle(
    place: Place, table: Table, hidden: set[Place], room: Mapping[Place, int], least: int
) -> set[Place] | None:
    """Return the corners that hide the fewest further families; None where none protects."""
    row, column = place
    found: list[tuple[int, int, Place]] = []
    for other in product(table, table[row]):
        if other[0] == row or other[1] == column:
            continue
        beside = [(row, other[1]), (other[0], column)]
        width = min(room[at] for at in beside) + min(room[place], room[other])
        if width >= least:
            more = [at for at in (other, *beside) if at not in hidden]
            found.append((len(more), sum(table[r][c] for r, c in more), other))
    if not found:
        return None
    _, _, other = min(found)
    return {place, other, (row, other[1]), (other[0], column)}
