"""Labelled files for SPSS (.sav)."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import wrap

import pandas as pd
import pyreadstat
from pyreadstat.pyclasses import MissingRange

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import stamp_lines
from analysis.reporting.files.plain import plain
from analysis.reporting.files.tables.cells import Cell, Column
from analysis.reporting.files.tables.findings import comparisons_table

LABEL_BYTES, NOTE_BYTES, NOTE_LETTERS = 64, 80, 76  # of a file's label, of a line of its notes
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MADE_ON, MADE_AT = slice(92, 101), slice(101, 109)  # in the file's head (PSPP manual, file header)


def comparisons_sav(report: Report, survey: Survey) -> bytes:
    """Return the comparisons of a report, a row a measure, every choice with its labels."""
    table = comparisons_table(report, survey)
    return labelled_file(
        table.columns,
        table.rows,
        survey.title,
        stamp_lines(report, survey),
        datetime.fromisoformat(report.stamp.made_at),
    )


def labelled_file(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    title: str,
    notes: Iterable[str],
    made_at: datetime,
) -> bytes:
    """Return a .sav file; a choice is a number with a label, an empty cell is missing."""
    frame = pd.DataFrame(
        {
            column.name: [_value(column, row[at]) for row in rows]
            for at, column in enumerate(columns)
        }
    )
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "labelled.sav"
        pyreadstat.write_sav(
            frame,
            path,
            file_label=_cut(plain(title), LABEL_BYTES),
            column_labels=[plain(column.says) for column in columns],
            note=[line for note in notes for line in _lines(plain(note))],
            variable_value_labels={c.name: _labels(c) for c in columns if c.kind == "choice"},
            missing_ranges={c.name: _missing(c) for c in columns if c.missing},
            variable_measure={c.name: "scale" if _counts(c) else "nominal" for c in columns},
            variable_format={c.name: "F8.0" for c in columns if c.kind != "text"},
            row_compress=True,
        )
        return _made_at(path.read_bytes(), made_at)


def _value(column: Column, cell: Cell) -> str | float:
    """Return a cell as SPSS holds it."""
    if column.kind == "text":
        return plain("" if cell is None else str(cell))
    if cell is None:
        return float("nan")
    return float(cell) if isinstance(cell, int) else float(column.options.index(cell) + 1)


def _counts(column: Column) -> bool:
    return column.kind in ("number", "difference")


def _labels(column: Column) -> dict[int | float, str]:
    return {float(number): plain(says) for number, says in enumerate(column.options, start=1)}


def _missing(column: Column) -> list[int | float | str | MissingRange]:
    return [float(column.options.index(says) + 1) for says in column.missing]


def _cut(text: str, size: int) -> str:
    """Return as much of the text as fits in so many bytes of UTF-8."""
    return text.encode()[:size].decode(errors="ignore")


def _lines(text: str) -> Iterator[str]:
    """Yield the text in lines that a note can hold."""
    for line in wrap(text, NOTE_LETTERS):
        while line:
            part = _cut(line, NOTE_BYTES)
            yield part
            line = line[len(part) :]


def _made_at(content: bytes, made_at: datetime) -> bytes:
    """Return the file with the report's moment in its head, so that it is the same each time."""
    head = bytearray(content)
    head[MADE_ON] = f"{made_at:%d} {MONTHS[made_at.month - 1]} {made_at:%y}".encode()
    head[MADE_AT] = f"{made_at:%H:%M:%S}".encode()
    return bytes(head)
