"""The tables of a report as a workbook: text as text, nothing hidden, the stamp on every sheet."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import limit_lines, method_lines, said, stamp_lines
from analysis.reporting.files.plain import plain, plain_cell
from analysis.reporting.files.tables import tables_of
from analysis.reporting.files.tables.cells import Cell, Column, Table

# XlsxWriter's own guesses would make a formula or a link of a text.
AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
NARROW, WIDE, TEXT_WIDTH = 12, 48, 110  # in letters
LONG = {"question", "sentence", "answer", "says", "counted", "label"}
SIGNED = "+0;-0;0"


def workbook(report: Report, survey: Survey) -> bytes:
    """Return the workbook: a sheet about the numbers, then a sheet a table."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, AS_TEXT)
    made = datetime.fromisoformat(report.stamp.made_at)
    book.set_properties({"title": plain(survey.title), "author": "", "created": made})
    stamp = stamp_lines(report, survey)
    _add_about(book, [*stamp, *method_lines(report, survey), *limit_lines(report, survey)])
    for table in tables_of(report, survey):
        _add_table(book, table, stamp)
    book.close()
    return out.getvalue()


def _add_about(book: Any, lines: Sequence[str]) -> None:
    sheet = book.add_worksheet(said()["sheets"]["about"])
    sheet.set_column(0, 0, TEXT_WIDTH, book.add_format({"text_wrap": True, "valign": "top"}))
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, plain_cell(said()["headings"]["about"]), bold)
    for number, line in enumerate(lines, start=2):
        sheet.write_string(number, 0, plain_cell(line))


def _add_table(book: Any, table: Table, stamp: Sequence[str]) -> None:
    """Add a sheet: the title, the stamp, an empty line, the heads, the rows."""
    sheet = book.add_worksheet(said()["sheets"][table.name])
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    signed = book.add_format({"num_format": SIGNED, "valign": "top"})
    sheet.write_string(0, 0, plain_cell(table.title), book.add_format({"bold": True}))
    for number, line in enumerate(stamp, start=1):
        sheet.write_string(number, 0, plain_cell(line))
    top = len(stamp) + 2
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, WIDE if column.name in LONG else NARROW)
        sheet.write_string(top, at, plain_cell(column.says), bold)
    for row, cells in enumerate(table.rows, start=top + 1):
        for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            _write(sheet, (row, at), cell, signed if _is_signed(column) else wrapped)
    sheet.freeze_panes(top + 1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _is_signed(column: Column) -> bool:
    return column.kind == "difference"


def _write(sheet: Any, place: tuple[int, int], cell: Cell, look: Any) -> None:
    if isinstance(cell, int):
        sheet.write_number(*place, cell, look)
    elif cell:
        sheet.write_string(*place, plain_cell(cell), look)
