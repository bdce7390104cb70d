"""Which way of holding a review a family tells of, and which pages it is led through."""

from datetime import date
from itertools import product

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.definitions.routing import find_route
from tests.surveys.folders import outside_folder

DAY = date(2026, 6, 1)
STARTED = {"E1": "yes", "E2": "yes", "C1": "yes", "M1": "one"}
REVIEWED = STARTED | {"R1": "yes", "D1": "year_4", "R2": "2026-02", "R5": "in_person"}

IN_PILOT = {"R0": "o01", "R2": "2025-11"}  # the month the pilot began there
BEFORE = {"R0": "o01", "R2": "2025-10"}
NOT_IN_PILOT = {"R0": "o07", "R2": "2026-02"}
MONTH_UNKNOWN = {"R0": "o01", "R2": "dont_know"}
NEW, OLD, UNSURE = ("apr", "tcr"), ("as_before",), ("not_sure", None)
SAYS_IN, SAYS_OUT, SAYS_UNSURE = ("yes",), ("no",), ("not_sure", None)

KNOWN_SETTING = [
    (IN_PILOT, (*NEW, *UNSURE), "pilot"),
    (IN_PILOT, OLD, "unclear"),
    (BEFORE, (*OLD, *UNSURE), "old"),
    (BEFORE, NEW, "unclear"),
    (NOT_IN_PILOT, (*OLD, *UNSURE), "old"),
    (NOT_IN_PILOT, NEW, "unclear"),
    (MONTH_UNKNOWN, NEW, "pilot"),
    (MONTH_UNKNOWN, OLD, "old"),
    (MONTH_UNKNOWN, UNSURE, "unclear"),
]
UNKNOWN_SETTING = [
    (SAYS_IN, NEW, "pilot"),
    (SAYS_IN, (*OLD, *UNSURE), "unclear"),
    (SAYS_OUT, (*OLD, *UNSURE), "old"),
    (SAYS_OUT, NEW, "unclear"),
    (SAYS_UNSURE, (*NEW, *OLD, *UNSURE), "unclear"),
]
NO_SETTING = ("not_on_list", "not_at_a_setting", "rather_not_say", None)


@pytest.fixture(scope="module")
def lead(tmp_path_factory):
    folder = outside_folder(tmp_path_factory.mktemp("outside"))
    survey, council = load_survey(folder), load_council(folder)

    def route(answers):
        given = {name: value for name, value in answers.items() if value is not None}
        return find_route(survey, council, given, DAY)

    return route


def on_the_way(route):
    return set(route.items)


@pytest.mark.parametrize(
    ("place", "called", "process"),
    [(place, called, process) for place, names, process in KNOWN_SETTING for called in names],
)
def test_a_known_setting_its_month_and_the_name_decide_the_process(lead, place, called, process):
    assert lead(REVIEWED | place | {"R3b": called}).found["process"] == process


@pytest.mark.parametrize(
    ("setting", "said", "called", "process"),
    [
        (setting, said, called, process)
        for said_any, names, process in UNKNOWN_SETTING
        for setting, said, called in product(NO_SETTING, said_any, names)
    ],
)
def test_without_a_setting_the_familys_word_and_the_name_decide(
    lead, setting, said, called, process
):
    route = lead(REVIEWED | {"R0": setting, "R4": said, "R3b": called})
    assert route.found["process"] == process


def test_a_family_that_gave_a_setting_is_not_asked_whether_it_was_in_the_pilot(lead):
    assert "R4" not in on_the_way(lead(REVIEWED | IN_PILOT))


@pytest.mark.parametrize(
    ("answer", "page"),
    [
        ({"E1": "being_assessed"}, "exit_being_assessed"),
        ({"E1": "another_council"}, "exit_another_council"),
        ({"E1": "young_person"}, "exit_young_person"),
        ({"E1": "work_with_families"}, "exit_work_with_families"),
        ({"E2": "no"}, "exit_under_16"),
        ({"C1": None}, "exit_no_consent"),
    ],
)
def test_who_cannot_go_on_is_told_where_to_go_instead(lead, answer, page):
    route = lead(REVIEWED | answer)
    assert route.exit.id == page
    assert any("{" in line for line in route.exit.lead), "a number or an address to turn to"


def test_a_plan_that_ended_goes_on(lead):
    assert lead(REVIEWED | {"E1": "ended_last_12_months"}).exit is None


@pytest.mark.parametrize(
    ("answers", "asked", "not_asked"),
    [
        ({"R1": "no_never"}, {"N1", "N2", "N3", "O5", "O6", "C3", "D2", "D5"}, {"R2", "A1a", "O1"}),
        ({"R1": "not_sure"}, {"R1b", "N1"}, {"R2"}),
        ({"R1": "not_sure", "R1b": "yes"}, {"R1b", "R2", "A1a"}, {"N1"}),
        ({"R1": "no_never", "N1": "under_12_months_old_plan"}, {"N1", "N3"}, {"N2"}),
        ({"R5": "no_meeting", "T5": "change"}, {"T4n", "T7"}, {"T1", "T2", "T3", "T4", "T6"}),
        ({"R5": None}, {"T1", "T4"}, {"T4n"}),
        ({"T5": "change"}, {"T5a", "T6", "T7"}, {"P1", "P2", "O4"}),
        ({"T5": "keep"}, {"T5a", "T7", "P1", "P2", "O4"}, {"T6"}),
        ({"T5": "nothing_yet"}, {"T5b"}, {"T5a", "T6", "T7"}),
        ({"T5b": "both"}, {"T5c", "T5d"}, {"T5a"}),
        ({"T5b": "no"}, set(), {"T5c", "T5d"}),
        ({"R7": "was_not_asked"}, {"A2b"}, set()),
        ({"D1": "nursery"}, {"T8a", "T8b"}, {"A3p"}),
        ({"D1": "reception"}, set(), {"T8a", "T8b", "A3p"}),
        ({"D1": "none_under_5"}, {"T8a"}, {"T8b"}),
        ({"D1": "year_11"}, {"A3p", "T8b"}, {"T8a"}),
        ({"D1": "college_or_training"}, {"A3p"}, {"T8a", "T8b"}),
        ({"D1": "not_sure"}, set(), {"A3p", "T8a", "T8b"}),
        ({"A4n": "yes"}, {"A4d", "A4e", "P3", "P4"}, {"P5"}),
        ({"A4n": "no"}, set(), {"A4d", "A4e", "P3", "P4"}),
        ({"O6": "written"}, {"C2"}, set()),
        ({}, {"C3"}, {"C2"}),
    ],
)
def test_an_old_review_is_asked_what_fits_it(lead, answers, asked, not_asked):
    ids = on_the_way(lead(REVIEWED | NOT_IN_PILOT | answers))
    assert asked <= ids
    assert not not_asked & ids


@pytest.mark.parametrize(
    ("answers", "asked", "not_asked"),
    [
        ({"R3b": "apr"}, {"P1", "P2", "P3", "P4", "P5", "O4"}, {"A4d"}),
        ({"R3b": "apr", "T5": "end"}, {"P3", "P5"}, {"P1", "P2", "O4"}),
        ({"R3b": "tcr"}, {"P3", "P4", "P5"}, {"P1", "O4"}),
        ({"R3b": "as_before"}, {"P3", "P4", "P5"}, {"P1"}),  # unclear: it may be the pilot
    ],
)
def test_a_review_that_may_be_the_pilot_is_asked_what_fits_it(lead, answers, asked, not_asked):
    ids = on_the_way(lead(REVIEWED | IN_PILOT | answers))
    assert asked <= ids
    assert not not_asked & ids


def test_the_way_most_families_take_has_at_most_thirty_pages(lead):
    usual = REVIEWED | NOT_IN_PILOT | {"T5": "keep", "T5b": "no", "A4n": "no", "O1": "written"}
    assert len(lead(usual).pages) <= 30


def test_questions_about_the_family_come_after_sending(lead):
    after = [page.id for page in lead(REVIEWED).pages if page.after_sending]
    assert after == ["equality"]
