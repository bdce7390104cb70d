from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.definitions.routing import find_route
from tests.definitions.small import write_survey

DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    folder = write_survey(tmp_path_factory.mktemp("small"))
    survey, council = load_survey(folder), load_council(folder)
    return lambda answers, day=DAY: find_route(survey, council, answers, day)


@pytest.mark.parametrize(
    ("answers", "pages"),
    [
        ({"W": "no"}, "went stop"),
        ({}, "went stop"),
        ({"W": "yes"}, "went where how words"),
        ({"W": "yes", "A": "no"}, "went where how cold words"),
        ({"W": "yes", "A": "yes", "C": ("water",)}, "went where how words"),
        ({"W": "yes", "T": "written"}, "went where how words use"),
    ],
)
def test_answers_lead_through_their_pages(walk, answers, pages):
    assert " ".join(page.id for page in walk(answers).pages) == pages


def test_an_early_answer_changed_drops_what_no_longer_applies(walk):
    answers = {"W": "yes", "A": "no", "C": ("water",)}

    assert "C" in walk(answers).answers
    assert "C" not in walk(answers | {"A": "yes"}).answers


def test_what_is_asked_and_left_is_skipped(walk):
    assert walk({"W": "yes"}).answers["A"] == "skipped"


def test_an_answer_that_cannot_be_is_as_good_as_none(walk):
    route = walk({"W": "yes", "A": "perhaps", "P": "nowhere", "M": "2026-13"})

    assert {route.answers[item] for item in "APM"} == {"skipped"}


@pytest.mark.parametrize(
    ("place", "month", "process"),
    [
        ("p1", "2026-01", "pilot"),
        ("p1", "2026-01-15", "pilot"),
        ("p1", "2025-12", "old"),
        ("p2", "2026-03", "old"),
        ("p1", "dont_know", "unclear"),
        ("other", "2026-03", "unclear"),
    ],
)
def test_the_process_follows_from_setting_and_month(walk, place, month, process):
    assert walk({"W": "yes", "P": place, "M": month}).found["process"] == process


def test_an_unclear_process_says_why(walk):
    route = walk({"W": "yes"})

    assert route.found["process"] == "unclear"
    assert route.known.because["process"] == "not enough known"


values = st.sampled_from(["yes", "no", "p1", "p2", "2026-02", "water", "written", "skipped", "x"])


@given(answers=st.dictionaries(st.sampled_from("WPMABCTQ"), values))
def test_walking_again_with_the_answers_kept_leads_the_same_way(walk, answers):
    once = walk(answers)
    again = walk(once.answers)

    assert (again.pages, again.answers) == (once.pages, once.answers)
