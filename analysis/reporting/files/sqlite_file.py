"""The tables of a report as a read-only database, for programs such as Datasette."""

import sqlite3
from collections.abc import Sequence

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import limit_lines, method_lines, stamp_lines
from analysis.reporting.files.plain import plain
from analysis.reporting.files.tables import tables_of
from analysis.reporting.files.tables.cells import Column

TYPES = {"text": "TEXT", "choice": "TEXT", "number": "INTEGER", "difference": "INTEGER"}


def database_file(report: Report, survey: Survey) -> bytes:
    """Return the database: a table a table, `about` with the stamp, `columns` with what each is."""
    tables = tables_of(report, survey)
    lines = [*stamp_lines(report, survey), *method_lines(report, survey)]
    lines += limit_lines(report, survey)
    db = sqlite3.connect(":memory:")
    try:
        for table in tables:
            _add(db, table.name, table.columns, table.rows)
        words = [
            (table.name, column.name, column.says) for table in tables for column in table.columns
        ]
        _add(db, "columns", [Column(name, name) for name in ("in_table", "name", "says")], words)
        _add(db, "about", [Column("line", "line")], [(line,) for line in lines])
        db.commit()
        return db.serialize()
    finally:
        db.close()


def _add(
    db: sqlite3.Connection,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str | int | None]],
) -> None:
    """Make a table and fill it."""
    kinds = ", ".join(f'"{column.name}" {TYPES[column.kind]}' for column in columns)
    db.execute(f'CREATE TABLE "{name}" ({kinds})')
    marks = ", ".join("?" for _ in columns)
    plainly = ([plain(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    db.executemany(f'INSERT INTO "{name}" VALUES ({marks})', plainly)  # noqa: S608 (our own names)
