"""The tables of a report as a workbook: text as text, nothing hidden, the stamp on every sheet."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from typing import Any

import xlsxwriter

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.about import limit_lines, method_lines, said, stamp_lines
from analysis.reporting.files.plain import plain, plain_cell
from analysis.reporting.files.tables import tables_of
from analysis.reporting.files.tables.cells import Cell, Kind, Table

# XlsxWriter's own guesses would make a formula or a link of a text.
AS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
NARROW, WIDE, TEXT_WIDTH, PAGE = 9, 60, 95, 260  # in letters
LETTERS = 1.05
LINE = 15  # points: programs that open a file need not work out a row's height themselves
A4, A3 = 9, 8  # as Excel numbers them
PAGE_FOOT = "&L&8{stamp}&R&8&P / &N"
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
    _set_page(sheet, TEXT_WIDTH, lines)
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, plain_cell(said()["headings"]["about"]), bold)
    for number, line in enumerate(lines, start=2):
        sheet.set_row(number, LINE * _lines(line, TEXT_WIDTH))
        sheet.write_string(number, 0, plain_cell(line))


def _add_table(book: Any, table: Table, stamp: Sequence[str]) -> None:
    """Add a sheet: the title, the stamp, an empty line, the heads, the rows."""
    sheet = book.add_worksheet(said()["sheets"][table.name])
    heads, looks = _looks(book, bold=True), _looks(book)
    sheet.write_string(0, 0, plain_cell(table.title), book.add_format({"bold": True}))
    for number, line in enumerate(stamp, start=1):
        sheet.write_string(number, 0, plain_cell(line))
    top = len(stamp) + 2
    widths = [_width(table, at) for at in range(len(table.columns))]
    sheet.set_row(top, LINE * _most_lines([column.says for column in table.columns], widths))
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, widths[at])
        sheet.write_string(top, at, plain_cell(column.says), heads[column.kind])
    for row, cells in enumerate(table.rows, start=top + 1):
        sheet.set_row(row, LINE * _most_lines(cells, widths))
        for at, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
            _write(sheet, (row, at), cell, looks[column.kind])
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    _set_page(sheet, sum(widths), stamp)


def _looks(book: Any, bold: bool = False) -> Mapping[Kind, Any]:
    """Return how the cells of each kind of column look; texts keep away from numbers before."""
    every = {"bold": bold, "valign": "top", "text_wrap": True}
    text = book.add_format(every | {"align": "left", "indent": 1})
    number = book.add_format(every | {"align": "right"})
    signed = book.add_format(every | {"align": "right", "num_format": SIGNED})
    return {"text": text, "choice": text, "number": number, "difference": signed}


def _set_page(sheet: Any, width: int, stamp: Sequence[str]) -> None:
    """Set how a sheet is printed: as wide as a page, and the page larger where it must be."""
    sheet.set_landscape()
    sheet.set_paper(A4 if width <= PAGE else A3)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(PAGE_FOOT.format(stamp=plain_cell(stamp[0]).replace("&", "&&")))


def _width(table: Table, at: int) -> int:
    """Return a column's width: that of its longest cell or of a word of its head."""
    longest = max((len(_words(row[at])) for row in table.rows), default=0)
    head = max(len(word) for word in table.columns[at].says.split())
    return min(max(longest, head, NARROW) + 2, WIDE)


def _most_lines(cells: Sequence[Cell], widths: Sequence[int]) -> int:
    return max(_lines(_words(cell), width) for cell, width in zip(cells, widths, strict=True))


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes; a letter is mostly narrower than a width's nought."""
    return max(1, ceil(len(text) / (LETTERS * width)))


def _words(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _write(sheet: Any, place: tuple[int, int], cell: Cell, look: Any) -> None:
    if isinstance(cell, int):
        sheet.write_number(*place, cell, look)
    elif cell:
        sheet.write_string(*place, plain_cell(cell), look)
