"""The tables of a report as CSV files in one archive, with what is to be known beside them."""

import csv
import io
from dataclasses import replace

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import limit_lines, method_lines, said, stamp_lines
from analysis.reporting.files.plain import plain, plain_cell
from analysis.reporting.files.steady import steady_zip
from analysis.reporting.files.tables import MAKERS, tables_of
from analysis.reporting.files.tables.cells import Cell, Column, Table
from analysis.reporting.wording import more_of

IN_PARTS = ("groups", "crossings", "months", "answers")  # of a cut, a declared table, an aim


def csv_bundle(report: Report, survey: Survey) -> bytes:
    """Return the archive: `about.txt`, and a CSV a table whose last column carries the stamp."""
    stamp = stamp_lines(report, survey)
    lines = [*stamp, "", *method_lines(report, survey), "", *limit_lines(report, survey), ""]
    files = {"about.txt": "\n".join(map(plain, lines)).encode()}
    for table in tables_of(report, survey):
        files[f"{table.name}.csv"] = _csv(table, " ".join(stamp))
    return steady_zip(files)


def table_csv(report: Report, survey: Survey, name: str, part: str = "") -> bytes | None:
    """Return one table, or that part of it that is of one cut, aim or crossing; None if empty."""
    if name not in (IN_PARTS if part else MAKERS):
        return None
    found = MAKERS[name](_part(report, name, part) if part else report, survey)
    return _csv(found, " ".join(stamp_lines(report, survey))) if found.rows else None


def _part(report: Report, name: str, part: str) -> Report:
    """Return the report with no more of what a table is made of than one part."""
    if name == "groups":
        return replace(report, who_replied=tuple(t for t in report.who_replied if t.cut == part))
    if name == "crossings":
        return replace(report, crossings=tuple(t for t in report.crossings if t.id == part))
    if name == "answers":
        aims = tuple(card for card in report.aims if card.id == part)
        return replace(report, aims=aims, change=None, others=(), through=(), stages=(), themes=())
    return replace(report, trends=tuple(t for t in report.trends if t.aim == part))


def _csv(table: Table, stamp: str) -> bytes:
    """Return a table as CSV; every text stands in quotes, so that none is cut at a semicolon."""
    out, told = io.StringIO(), plain_cell(stamp)
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    heads = [*(column.says for column in table.columns), said()["columns"]["about"]]
    writer.writerow(map(plain_cell, heads))
    for row in table.rows:
        cells = [_cell(cell, column) for cell, column in zip(row, table.columns, strict=True)]
        writer.writerow([*cells, told])
    return out.getvalue().encode("utf-8-sig")  # the mark tells a spreadsheet program the encoding


def _cell(cell: Cell, column: Column) -> str | int:
    """Return a cell; a difference in words, for a minus sign would begin a formula."""
    if isinstance(cell, int):
        return more_of(cell) if column.kind == "difference" else cell
    return plain_cell(cell or "")
