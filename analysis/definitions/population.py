"""Who could have answered: population.csv as the government publishes it, and how to read it.

The file has the columns of the Department for Education's "Explore education statistics": a row
for an area and a breakdown, `x`, `z`, `c` and the like where there is no number.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.definitions.reading import Frozen, hash_of, read_model
from analysis.definitions.survey import Survey
from analysis.errors import DefinitionError

FILE, GUIDE = "population.csv", "population.toml"
COLUMNS = ("time_period", "geographic_level", "country_name", "la_name", "breakdown")
LOCAL, NATIONAL = "Local authority", "National"
NO_NUMBER = {"", "x", "z", "c", ":", "low", "u", "k"}


class Guide(Frozen):
    """How the file is read: whose numbers they are, and what each group is a sum of.

    A group names columns of the row with everybody, or other rows by their breakdown.
    """

    says: str  # what is counted: "children with a plan"
    source: str  # where the numbers are from, in words
    total: str  # the column with all of them
    everybody: str  # the breakdown of the row that holds everybody
    groups: Mapping[str, Mapping[str, tuple[str, ...]]]
    hash: str


@dataclass(frozen=True, slots=True)
class Area:
    """One area in one period; `shares` by cut and group, 0-1, where there are numbers."""

    name: str
    period: str
    is_own: bool  # the area that was asked; another is a yardstick
    total: int | None
    shares: Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Population:
    """The areas of the file, the one that was asked first."""

    says: str
    source: str
    areas: tuple[Area, ...]
    hash: str


Row = Mapping[str, str]


def load_population(folder: Path, survey: Survey) -> Population | None:
    """Return who could have answered a survey, or None if its folder does not say."""
    if not (folder / FILE).exists():
        return None
    guide = read_model(folder / GUIDE, Guide)
    rows = _read_rows(folder / FILE)
    faults = [*_guide_faults(guide, survey, rows), *_row_faults(guide, rows)]
    if faults:
        raise DefinitionError("\n".join(faults))
    areas = [_area(guide, row, rows) for row in rows if row["breakdown"] == guide.everybody]
    areas.sort(key=lambda area: not area.is_own)
    both = hash_of(folder / FILE, folder / GUIDE)
    return Population(guide.says, guide.source, tuple(areas), both)


def _read_rows(path: Path) -> list[Row]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows: list[Row] = list(csv.DictReader(file))
    except UnicodeDecodeError:
        raise DefinitionError(f"{path.name}: found another encoding, expected UTF-8") from None
    missing = [name for name in COLUMNS if not rows or name not in rows[0]]
    if missing:
        raise DefinitionError(f"{path.name}: found no column {', '.join(missing)}, expected it")
    return rows


def _guide_faults(guide: Guide, survey: Survey, rows: list[Row]) -> Iterator[str]:
    known = {*rows[0], *(row["breakdown"] for row in rows)}
    if guide.total not in rows[0]:
        yield f'{GUIDE}, total: found "{guide.total}", expected a column of {FILE}'
    for cut, groups in guide.groups.items():
        for group, names in groups.items():
            place = f"{GUIDE}, groups.{cut}.{group}"
            if cut not in survey.cuts or group not in survey.cuts[cut].groups:
                yield f"{place}: found no such group, expected one of survey.toml"
            for name in names:
                if name not in known:
                    yield f'{place}: found "{name}", expected a column or a breakdown of {FILE}'


def _row_faults(guide: Guide, rows: list[Row]) -> Iterator[str]:
    for line, row in enumerate(rows, start=2):
        level, total = row["geographic_level"], row.get(guide.total) or ""
        if level not in (LOCAL, NATIONAL):
            wanted = f'expected "{LOCAL}" or "{NATIONAL}"'
            yield f'{FILE}, line {line}, geographic_level: found "{level}", {wanted}'
        if _number(total) is None and total not in NO_NUMBER:
            yield f'{FILE}, line {line}, {guide.total}: found "{total}", expected a number'


def _area(guide: Guide, row: Row, rows: list[Row]) -> Area:
    total = _number(row[guide.total])
    shares = {}
    for cut, groups in guide.groups.items():
        for group, names in groups.items():
            numbers = [_found(guide, row, rows, name) for name in names]
            known = [number for number in numbers if number is not None]
            if total and names and len(known) == len(names):
                shares[cut, group] = sum(known) / total
    is_own = row["geographic_level"] == LOCAL
    return Area(
        row["la_name"] if is_own else row["country_name"],
        _period(row["time_period"]),
        is_own,
        total,
        shares,
    )


def _found(guide: Guide, row: Row, rows: list[Row], name: str) -> int | None:
    """Return a number of an area: of a column, or of the row with that breakdown."""
    if name in row:
        return _number(row[name])
    same = ("time_period", "geographic_level", "la_name")
    for other in rows:
        if other["breakdown"] == name and all(other[key] == row[key] for key in same):
            return _number(other[guide.total])
    return None


def _number(cell: str) -> int | None:
    cell = cell.strip()
    return int(cell) if cell.isdigit() else None


def _period(code: str) -> str:
    """Return "2024/25" of "202425"."""
    return f"{code[:4]}/{code[4:]}" if len(code) == 6 else code
