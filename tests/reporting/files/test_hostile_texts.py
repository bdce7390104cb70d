"""Texts of a hostile definition, in every place of a report that has words, in every file."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from itertools import cycle

import pytest
from docx import Document
from openpyxl import load_workbook

from analysis.definitions.council import Council
from analysis.reporting.files.formats import FORMATS
from analysis.reporting.files.public.digest import digest_text
from analysis.reporting.files.public.site import public_site
from tests.reporting.files.made import REPORT, public, reworded

FORMULAS = [f"{sign}HYPERLINK(1)" for sign in ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff20")]
BEGINNINGS = ["", " ", "\t", "\r", "\n", "\x00", "\x0b", "\x1b", "\ufeff", "\u202e", "\u00a0"]
MARKUP = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "{0.__class__}",
    "%s%n",
    "]]>",
    "<!--",
    "&#0;",
    "javascript:alert(1)",
    "a;=1+1",
    '",=1+1',
]
CONTROLS = ["\x00", "\x08", "\x0b", "\x1f", "\x7f", "\x85", "\ufffe", "\uffff", "\u2028", "\u2066"]
PAYLOADS = [
    *(beginning + formula for beginning in BEGINNINGS for formula in FORMULAS),
    *MARKUP,
    *CONTROLS,
    "x" * 40_000,
    "z\u0301" * 300,
]
STARTS_A_FORMULA = re.compile(r"^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]")


@pytest.fixture(scope="module")
def reports():
    """Enough reports that every payload stands in every kind of place at least once."""
    made = []
    for start in range(0, len(PAYLOADS), 7):
        payloads = cycle(PAYLOADS[start:] + PAYLOADS[:start])
        made.append(reworded(REPORT, lambda _, payloads=payloads: next(payloads)))
    return made


@pytest.fixture(scope="module", params=FORMATS)
def written(request, reports, survey):
    return request.param, [FORMATS[request.param].write(report, survey) for report in reports]


def test_no_payload_stops_a_file(written, reports):
    _, contents = written

    assert len(contents) == len(reports)
    assert all(contents)


def test_no_cell_of_a_workbook_begins_a_formula(reports, survey):
    for report in reports[::3]:
        book = load_workbook(io.BytesIO(FORMATS["excel"].write(report, survey)))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
        assert {cell.data_type for cell in cells} == {"s", "n"}
        said = [cell.value for cell in cells if cell.data_type == "s"]
        assert [value for value in said if STARTS_A_FORMULA.match(value)] == []
        assert {sheet.sheet_state for sheet in book} == {"visible"}
        assert not [cell for cell in cells if cell.comment or cell.hyperlink]


def test_no_cell_of_a_csv_begins_a_formula_even_where_semicolons_cut(reports, survey):
    for report in reports:
        archive = zipfile.ZipFile(io.BytesIO(FORMATS["csv"].write(report, survey)))
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8-sig")
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            if name.endswith(".csv"):
                assert [cell for cell in cells if STARTS_A_FORMULA.match(cell)] == []


def test_a_word_document_holds_the_words_and_no_markup_of_theirs(reports, survey):
    content = FORMATS["board"].write(reworded(REPORT, lambda _: MARKUP[0]), survey)
    document = Document(io.BytesIO(content))

    assert MARKUP[0] in "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert b"<script" not in zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")


def test_the_public_pages_hold_no_markup_of_theirs(survey, council):
    for payload in PAYLOADS:
        report = public(reworded(REPORT, lambda _, payload=payload: payload))
        hostile = council.model_copy(update={"contacts": {"a": payload}, "results_contact": "a"})
        for name, content in public_site(report, survey, hostile, [payload]).items():
            page = content.decode("utf-8-sig")
            if name.endswith(".html"):
                assert "<script" not in page
                assert "<img" not in page
                assert "\x00" not in page


def test_the_digest_takes_every_payload(reports, survey, council: Council):
    for report in reports:
        said = digest_text(public(report), survey, council)
        assert said.isprintable() or "\n" in said
        assert not set(said) & {"\x00", "\x1b", "\u202e", "\u2066"}


def test_a_filter_in_words_stands_in_every_stamp(survey):
    part = replace(REPORT, filter="Deep pools")
    book = load_workbook(io.BytesIO(FORMATS["excel"].write(part, survey)))

    for sheet in book:
        said = [row[0] for row in sheet.iter_rows(values_only=True)]
        assert "Families shown: Deep pools." in said
