"""The tables of a report as CSV files in one archive, with what is to be known beside them."""

import csv
import io

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import limit_lines, method_lines, said, stamp_lines
from analysis.reporting.files.plain import plain, plain_cell
from analysis.reporting.files.steady import steady_zip
from analysis.reporting.files.tables import tables_of
from analysis.reporting.files.tables.cells import Cell, Column, Table
from analysis.reporting.wording import more_of


def csv_bundle(report: Report, survey: Survey) -> bytes:
    """Return the archive: `about.txt`, and a CSV a table whose last column carries the stamp."""
    stamp = stamp_lines(report, survey)
    lines = [*stamp, "", *method_lines(report, survey), "", *limit_lines(report, survey), ""]
    files = {"about.txt": "\n".join(map(plain, lines)).encode()}
    for table in tables_of(report, survey):
        files[f"{table.name}.csv"] = _csv(table, " ".join(stamp))
    return steady_zip(files)


def _csv(table: Table, stamp: str) -> bytes:
    """Return a table as CSV; every text stands in quotes, so that none is cut at a semicolon."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    heads = [*(column.says for column in table.columns), said()["columns"]["about"]]
    writer.writerow(map(plain_cell, heads))
    for row in table.rows:
        cells = [_cell(cell, column) for cell, column in zip(row, table.columns, strict=True)]
        writer.writerow([*cells, plain_cell(stamp)])
    return out.getvalue().encode("utf-8-sig")  # the mark tells a spreadsheet program the encoding


def _cell(cell: Cell, column: Column) -> str | int:
    """Return a cell; a difference in words, for a minus sign would begin a formula."""
    if isinstance(cell, int):
        return more_of(cell) if column.kind == "difference" else cell
    return plain_cell(cell or "")
