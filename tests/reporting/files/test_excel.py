import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from analysis.report import AimCard
from analysis.reporting.files.excel import workbook
from analysis.reporting.files.tables import tables_of
from tests.office import converted, needs_office
from tests.reporting.files.made import LETTER, REPORT, WARM


@pytest.fixture(scope="module")
def content(survey):
    return workbook(REPORT, survey)


@pytest.fixture(scope="module")
def book(content):
    return load_workbook(io.BytesIO(content))


def cells(book):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]


def test_every_figure_of_a_sheet_is_that_of_the_report(book, survey):
    for table, sheet in zip(tables_of(REPORT, survey), book.worksheets[1:], strict=True):
        rows = [row[: len(table.columns)] for row in sheet.iter_rows(values_only=True)]
        said = [tuple(cell or None for cell in row) for row in table.rows]
        assert [tuple(cell or None for cell in row) for row in rows[-len(table.rows) :]] == said


def test_the_stamp_stands_on_every_sheet(book):
    for sheet in book:
        said = [str(row[0]) for row in sheet.iter_rows(values_only=True)]
        assert any("5ca1ab1e0ddba115" in line for line in said), sheet.title
        assert any(line.startswith("MADE-UP ANSWERS") for line in said), sheet.title
        assert REPORT.caution in said


def test_nothing_is_hidden_and_nothing_is_worked_out(book):
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert [name for sheet in book for name in sheet.defined_names] + [*book.defined_names] == []
    hidden = [d for sheet in book for d in sheet.column_dimensions.values() if d.hidden]
    assert hidden == []
    assert {cell.data_type for cell in cells(book)} == {"s", "n"}
    assert not [cell for cell in cells(book) if cell.comment or cell.hyperlink]


def test_the_limits_stand_on_the_first_sheet(book):
    said = " ".join(str(row[0]) for row in book["About"].iter_rows(values_only=True))

    assert "Two parents of one child count as two replies" in said


def test_two_writings_are_the_same_to_the_byte(content, survey):
    assert workbook(REPORT, survey) == content


@needs_office
def test_libreoffice_reads_what_was_written(content, book, tmp_path):
    path, again = tmp_path / "tables.xlsx", tmp_path / "again"
    again.mkdir()
    path.write_bytes(content)

    read = load_workbook(io.BytesIO(converted(path, "xlsx", again)))
    assert [(cell.coordinate, cell.value) for cell in cells(read)] == [
        (cell.coordinate, cell.value) for cell in cells(book)
    ]


def test_a_row_is_as_high_as_its_longest_text(survey):
    long = replace(WARM, sentence="No clear difference so far. " * 12)
    report = replace(REPORT, aims=(AimCard("W1", "Warm", long, (long, LETTER)),))
    sheet = load_workbook(io.BytesIO(workbook(report, survey)))["Comparisons"]
    high = {row[0].row: sheet.row_dimensions[row[0].row].height or 15 for row in sheet.iter_rows()}
    rows = {row[3].value: row[0].row for row in sheet.iter_rows() if row[3].value}

    assert high[rows["A"]] >= 6 * 15
    assert high[rows["B"]] < high[rows["A"]]


def test_every_sheet_prints_as_wide_as_its_page_under_its_heads(book):
    for sheet in book:
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.oddFooter.left.text.startswith("MADE-UP ANSWERS")
    assert all(sheet.print_title_rows for sheet in book.worksheets[1:])
