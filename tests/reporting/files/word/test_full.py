import io
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn

from analysis.report import Shown
from analysis.reporting.files.about import limit_lines
from analysis.reporting.files.word.full import full_report
from analysis.reporting.wording import word_report
from tests.house.test_words_people_read import forbidden
from tests.office import converted, needs_office
from tests.reporting.files.made import LETTER, REPORT, SWIM, WARM, public


@pytest.fixture(scope="module")
def content(survey):
    return full_report(REPORT, survey)


@pytest.fixture(scope="module")
def document(content):
    return Document(io.BytesIO(content))


def cells(document):
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def text(document):
    lines = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join([*lines, *("\n".join(row) for row in cells(document))])


def test_every_sentence_stands_there(document):
    for comparison in (WARM, LETTER, SWIM):
        assert comparison.sentence in text(document)


def test_a_measure_has_the_figures_of_the_page(document):
    rows = {row[0].split("\n")[0]: row for row in cells(document)}

    assert rows["Was it warm?"][1].split("\n")[:3] == [
        "21 of 43",
        "49 in every 100",
        "range 31 to 62",
    ]
    assert rows["Was the letter in time?"][1] == "fewer than 10 replies"
    assert rows["Was the letter in time?"][2].split("\n") == [
        "13 of 17",
        "no percentage below 30 replies",
    ]


def test_every_picture_says_what_it_shows(document):
    said = {shape._inline.docPr.get("descr") for shape in document.inline_shapes}

    assert "New: 49 in every 100, range 31 to 62. The scale runs from 0 to 100." in said
    assert all(said)


def test_no_picture_is_drawn_of_a_hidden_share(document):
    told = (REPORT.aims[0].headline, WARM, LETTER)
    sides = [side for one in told for side in (one.pilot, one.old)]
    shown = [side for side in sides if isinstance(side.share, Shown)]

    assert len(document.inline_shapes) == len(shown) == 4


def test_a_picture_keeps_to_its_cell(document):
    for shape in document.inline_shapes:  # unsaid, LibreOffice moves it over the border
        assert {shape._inline.get(f"dist{side}") for side in "TBLR"} == {"0"}


def test_a_theme_says_what_was_counted_in_a_whole_phrase(survey):
    compared = replace(WARM, kind="code", says="Cold water", counted="Cold")
    theme = replace(REPORT.themes[0], compared=compared)
    worded = word_report(replace(REPORT, themes=(theme,)), survey)
    said = text(Document(io.BytesIO(full_report(worded, survey))))

    assert "Counted: families who wrote about cold." in said


def test_every_page_carries_the_stamp_and_the_mark_of_made_up_answers(document):
    section = document.sections[0]

    assert "Replies to 31 March 2026." in section.footer.paragraphs[0].text
    assert "snapshot 5ca1ab1e" in section.footer.paragraphs[0].text
    assert section.header.paragraphs[0].text.startswith("MADE-UP ANSWERS")


@pytest.mark.parametrize("report", [REPORT, public(), replace(REPORT, themes=(), aims=())])
def test_what_the_numbers_cannot_say_is_never_left_out(report, survey):
    said = text(Document(io.BytesIO(full_report(report, survey))))

    assert all(line in said for line in limit_lines(report, survey))


def test_the_first_row_of_a_table_is_repeated_on_every_page(document):
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_nothing_is_said_that_figures_cannot_say(document):
    assert forbidden(text(document)) == []


def test_two_writings_are_the_same_to_the_byte(content, survey):
    assert full_report(REPORT, survey) == content


@needs_office
def test_libreoffice_reads_what_was_written(content, tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(content)

    read = converted(path, "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")
    assert WARM.sentence in read
    assert "49 in every 100" in read


def test_no_level_of_headings_is_left_out(document):
    levels = [
        int(paragraph.style.name.split()[-1])
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
