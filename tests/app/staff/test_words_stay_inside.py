"""Whoever may not read words meets none, on any page or file that anything leads to."""

import io
import logging
import zipfile

import pytest

from tests.app.staff.made import CANARY
from tests.crawl import content_of, walk

# Every text holds the canary; these stand in some of them beside it.
TRACES = (CANARY, "cup of tea", "weeks of waiting", "Quince")
OUTSIDERS = ("pilot_team", "administrator")


@pytest.fixture(scope="module")
def texts(reading_app):
    side = reading_app.extensions["staff"]
    return [row[0] for row in side.desk.db.execute("SELECT id FROM words")]


@pytest.mark.parametrize("role", OUTSIDERS)
def test_no_page_or_file_of_an_outsider_holds_a_word_of_a_family(people, role):
    pages = walk(people[role].get)
    assert len(pages) > 15
    assert pages["/files/word"].status_code == 200
    held = {path: content_of(page.data) for path, page in pages.items()}
    leaks = [
        (path, trace) for path, text in held.items() for trace in TRACES if trace.encode() in text
    ]
    assert leaks == []


def test_a_trace_inside_a_document_is_found():
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<p>{CANARY}</p>")

    assert CANARY.encode() in content_of(inside.getvalue())


@pytest.mark.parametrize("role", OUTSIDERS)
def test_an_outsider_who_knows_a_texts_number_reads_nothing(people, texts, role):
    response = people[role].get(f"/review/{texts[0]}")
    assert response.status_code == 403
    assert CANARY not in response.text


def test_a_reader_does_find_the_words(people, texts):
    assert CANARY in people["reviewer"].get(f"/review/{texts[0]}").text


def test_the_list_of_texts_holds_no_word_either(people):
    assert [trace for trace in TRACES if trace in people["reviewer"].get("/review").text] == []


def test_no_log_holds_a_word_a_name_or_the_address_of_a_text(people, texts, caplog):
    with caplog.at_level(logging.DEBUG):
        people["reviewer"].get(f"/review/{texts[0]}")
        people["nobody"].sign_in("reviewer", "wrong")
    assert "GET /review/<int:words_id> 200" in caplog.text
    assert [trace for trace in (*TRACES, str(texts[0]), "wrong") if trace in caplog.text] == []
