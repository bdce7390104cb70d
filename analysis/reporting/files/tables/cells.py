"""The cells and columns of tables: words, and whole numbers or why there is none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from analysis.definitions.survey import Process, Survey
from analysis.report import Figure, Hidden, Shown, Side
from analysis.reporting.figure_words import day_words, texts, whole_range, why_words
from analysis.reporting.files.about import names, said

Cell = str | int | None
Kind = Literal["text", "number", "difference", "choice"]
SIDE: Mapping[str, Kind] = {
    "families": "number",
    "of": "number",
    "share": "number",
    "low": "number",
    "high": "number",
    "open_low": "number",
    "open_high": "number",
    "early": "number",
    "settings": "number",
    "hidden": "choice",
    "replies_to": "text",
}
ARMS: tuple[Process, Process] = ("pilot", "old")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; the cells of a choice are some of `options`, a difference is + or -.

    A choice that is one of `missing` is no answer: programs leave it out of what they work out.
    """

    name: str
    says: str
    kind: Kind = "text"
    options: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def whole(figure: Figure) -> int | None:
    """Return the figure as a whole number; None where it is hidden."""
    return None if isinstance(figure, Hidden) else int(f"{figure.value:.0f}")


def table(name: str, columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """Return the table of that name in `files.toml`."""
    return Table(name, said()["tables"][name], tuple(columns), tuple(rows))


def column(
    name: str, kind: Kind = "text", options: tuple[str, ...] = (), survey: Survey | None = None
) -> Column:
    """Return the column of that name in `files.toml`."""
    says = said()["columns"][name]
    return Column(name, says.format(**names(survey)) if survey else says, kind, options)


def process_column(survey: Survey) -> Column:
    """Return the column that says which process a row is of."""
    return column("process", "choice", tuple(label(survey, arm) for arm in ARMS))


def count_columns() -> tuple[Column, ...]:
    """Return the columns of a count: how many, of how many, or why it is hidden."""
    numbers = (column("families", "number"), column("of", "number"))
    return *numbers, column("hidden", "choice", reasons())


def side_columns(arm: Process, survey: Survey) -> Iterator[Column]:
    """Yield the columns of one process in a comparison."""
    slots = names(survey) | {"process": label(survey, arm)}
    for name, kind in SIDE.items():
        options = reasons() if kind == "choice" else ()
        yield Column(f"{arm}_{name}", said()["side"][name].format(**slots), kind, options)


def side_cells(side: Side) -> Iterator[Cell]:
    """Yield the cells of one process in a comparison."""
    yield whole(side.families)
    yield side.families.base if isinstance(side.families, Shown) else None
    yield from share_cells(side)
    yield from range_cells(side.between)
    yield whole(side.early) if side.early else None
    yield whole(side.settings)
    yield why(side.families) or why(side.share)
    yield day_words(side.as_of)


def share_cells(side: Side) -> tuple[Cell, Cell, Cell]:
    """Return a share and its range as whole numbers in every hundred."""
    return hundred_cells(side.share)


def hundred_cells(figure: Figure) -> tuple[Cell, Cell, Cell]:
    """Return a share of any kind and its range as whole numbers in every hundred."""
    value = int(f"{100 * figure.value:.0f}") if isinstance(figure, Shown) else None
    return value, *range_cells(figure)


def range_cells(figure: Figure | None) -> tuple[Cell, Cell]:
    """Return the ends of a range in every hundred, rounded outward; None where there is none."""
    return (figure and whole_range(figure)) or (None, None)


def difference_cells(figure: Figure) -> tuple[Cell, Cell, Cell]:
    """Return the ends of a difference in every hundred families, rounded outward."""
    if isinstance(figure, Hidden) or figure.range is None:
        return None, None, why(figure)
    low, high = (round(100 * end, 6) for end in figure.range)
    return floor(low), ceil(high), None


def count_cells(figure: Figure) -> tuple[Cell, Cell, Cell]:
    """Return how many, of how many, and no more than "too few" where that is hidden.

    A theme or a reason is hidden below another limit than a base, so no limit is named.
    """
    if isinstance(figure, Hidden):
        return None, None, too_few()
    return whole(figure), figure.base, None


def why(figure: Figure) -> str | None:
    """Return why a figure is hidden; None where it is shown."""
    return why_words(figure) if isinstance(figure, Hidden) else None


def too_few() -> str:
    """Return the words for a theme or a reason of few families."""
    return str(texts()["figures"]["too_few"])


def reasons() -> tuple[str, ...]:
    """Return every reason for which a figure can be hidden."""
    return *texts()["hidden"].values(), too_few()


def label(survey: Survey, arm: str) -> str:
    """Return a process's name in a table, or that of no process."""
    if arm not in survey.processes:
        return str(said()["who"]["not_placed"])
    return survey.processes["pilot" if arm == "pilot" else "old"].label
