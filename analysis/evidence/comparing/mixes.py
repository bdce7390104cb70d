"""Which families replied in which period: a change of these looks like a change of answers."""

from collections.abc import Iterator, Mapping

from analysis.evidence.counting.counts import Table

LEAST = 10  # families behind a period; with fewer, quarters are told together
REST = ""  # families of no shown group; families of no shown period


def build_mix(months: Table, groups: Mapping[str, int], families: int) -> Table:
    """Return families by period and group, with what is left over as a row and a column.

    Parameters
    ----------
    months
        Families of one process by month and group.
    groups
        The groups that are told apart, each with all its families, dated or not.
    families
        All families of the process.

    Returns
    -------
    Table
        Periods ("2026-01/2026-03") by group; its rows and columns sum to what is known of the
        process. Nothing below two periods.

    Examples
    --------
    >>> months = {"2026-01": {"a": 8, "b": 6}, "2026-05": {"a": 7, "b": 9}}
    >>> build_mix(months, {"a": 15, "b": 15}, 30)["2026-04/2026-06"]
    {'a': 7, 'b': 9, '': 0}
    """
    table = {name: _row(cells, groups) for name, cells in _periods(months)}
    if len(table) < 2:
        return {}
    totals = {**groups, REST: families - sum(groups.values())}
    left = {
        name: total - sum(row[name] for row in table.values()) for name, total in totals.items()
    }
    if 0 < sum(left.values()) < LEAST:  # the latest period goes with those that cannot be dated
        last = table.pop(max(table))
        left = {name: number + last[name] for name, number in left.items()}
    return {**table, REST: left} if len(table) > 1 else {}


def _row(cells: Mapping[str, int], groups: Mapping[str, int]) -> dict[str, int]:
    row = {name: cells.get(name, 0) for name in groups}
    return {**row, REST: sum(cells.values()) - sum(row.values())}


def _periods(months: Table) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Yield quarters, merged forward until there are families enough; a last few are left out."""
    first, last, cells = "", "", dict[str, int]()
    for month in sorted(months):
        quarter = _quarter(month)
        if sum(cells.values()) >= LEAST and quarter[1] != last:
            yield f"{first}/{last}", cells
            first, cells = "", {}
        first, last = first or quarter[0], quarter[1]
        for group, number in months[month].items():
            cells[group] = cells.get(group, 0) + number
    if sum(cells.values()) >= LEAST:
        yield f"{first}/{last}", cells


def _quarter(month: str) -> tuple[str, str]:
    """Return the first and the last month of a month's quarter."""
    year, number = month.split("-")
    first = 3 * ((int(number) - 1) // 3) + 1
    return f"{year}-{first:02d}", f"{year}-{first + 2:02d}"
