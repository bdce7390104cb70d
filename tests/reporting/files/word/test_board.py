import io
from dataclasses import replace

import pytest
from docx import Document

from analysis.report import AimCard, Quoted
from analysis.reporting.files.about import limit_lines
from analysis.reporting.files.word.board import board_paper
from tests.office import converted, needs_office, pages_of
from tests.reporting.files.made import REPORT, WARM

LONGEST = (
    WARM.sentence + " 23 replies could not be placed. Placed otherwise, they could change this."
)


@pytest.fixture(scope="module")
def full(survey):
    """A report as large as they come: five aims, eight stages, more themes than there is room."""
    worded = replace(
        WARM, sentence=LONGEST, says="The review led to something useful for my child."
    )
    aims = tuple(AimCard(f"W{n}", f"Aim number {n} of five", worded, (worded,)) for n in range(5))
    quotes = (Quoted("a", "It was cold. " * 30),) * 2
    themes = tuple(replace(REPORT.themes[0], code=f"C-{n}", quotes=quotes) for n in range(30))
    return replace(REPORT, aims=aims, stages=REPORT.stages * 8, themes=themes)


def text(content):
    document = Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(lines)


def test_it_tells_every_aim_the_stages_and_what_cannot_be_said(survey):
    said = text(board_paper(REPORT, survey))

    assert WARM.sentence in said
    assert "The swim" in said
    assert "It got icy: it does not show." in said
    assert all(line in said for line in limit_lines(REPORT, survey))


def test_two_themes_have_a_quote_each_and_none_that_was_taken_back(survey):
    def theme(code, *words):
        quotes = tuple(Quoted(f"{code}{n}", one) for n, one in enumerate(words))
        return replace(REPORT.themes[0], code=code, label=code, quotes=quotes)

    themes = (
        theme("C-1", ""),
        theme("C-2", "", "brr", "second"),
        theme("C-3", "ice"),
        theme("C-4", "no"),
    )
    said = text(board_paper(replace(REPORT, themes=themes), survey))

    assert ("“brr”" in said, "“ice”" in said) == (True, True)
    assert "second" not in said
    assert "“no”" not in said
    assert "took this quote back" not in said


@needs_office
def test_a_large_report_takes_two_pages_of_a4(full, survey, tmp_path):
    path = tmp_path / "board.docx"
    path.write_bytes(board_paper(full, survey))

    assert pages_of(converted(path, "pdf", tmp_path)) == 2
