"""Whatever is typed or sent, no page breaks, and words come back as they were written."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.store.folder import open_folder
from analysis.words import read_words
from app.survey.factory import create_survey_app
from tests.app.survey.family import Clock, Family

NAMES = ["E1", "R6", "R2", "R2-month", "R2-year", "R0", "O1", "csrf_token", "nothing", "\x00"]
PATHS = [f"/q/{page}" for page in ("review", "meeting_month", "meeting_how", "setting", "words_1")]
BROKEN = 500


@pytest.fixture(scope="module")
def at_end(answered_once, tmp_path_factory):
    """One family for all examples, all of whose pages may be opened."""
    path = shutil.copytree(answered_once[0], tmp_path_factory.mktemp("fuzzed") / "folder")
    family = Family(create_survey_app(open_folder(path), now=Clock()))
    family.client.set_cookie("survey", answered_once[1])
    return family


@settings(max_examples=60)
@given(typed=st.text(max_size=400))
def test_words_come_back_as_they_were_written(at_end, typed):
    at_end.open("/q/words_1")
    at_end.press({"O3": typed})
    at_end.open("/q/words_1")

    kept = read_words(typed)
    assert at_end.filled()["O3"] == (kept.reveal() if kept else "")


@settings(max_examples=100)
@given(
    path=st.sampled_from(PATHS),
    fields=st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=60)), max_size=12),
)
def test_no_form_that_is_sent_breaks_a_page(at_end, path, fields):
    at_end.open("/q/words_1")
    token = at_end.filled()["csrf_token"]
    several = {name: [v for n, v in fields if n == name] for name, _ in fields}
    response = at_end.client.post(path, data={"csrf_token": token} | several)

    assert response.status_code < BROKEN


@settings(max_examples=60)
@given(path=st.text(max_size=40), cookie=st.text(st.characters(codec="ascii"), max_size=60))
def test_no_address_and_no_cookie_breaks_a_page(at_end, path, cookie):
    client = at_end.client.application.test_client()
    client.set_cookie("survey", cookie)

    for start in ("/", "/q/", "/i/"):
        assert client.get(start + path.lstrip("/")).status_code < BROKEN
