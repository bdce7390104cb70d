"""Which pages which answers lead through, each way walked to its end in a plain client."""

import pytest

from tests.app.survey.family import GOES_ON, PILOT, Family

FIRST = ["eligibility", "consent", "children", "review", "school_year"]
REVIEW = ["meeting_month", "setting", "purpose", "meeting_how", "times", "decision"]
AIMS = ["support", "aim_1", "aim_2", "aim_3", "aim_4", "aim_5", "overall"]
WORDS = ["words_1", "words_2", "your_words", "about_child"]
TOLD, RIGHTS, KEPT = ["decision_told"], ["plan_and_rights"], ["kept_plan"]
NO_REVIEW = ["no_review", "no_review_why", "words_2", "your_words", "about_child"]
ASKED_IF_PILOT = [*REVIEW[:3], "pilot", *REVIEW[3:]]
OLD = GOES_ON | {"R0": "s11", "R2": "2026-01", "R3b": "as_before"}

WAYS = {
    "pilot, plan kept": (PILOT, FIRST + REVIEW + TOLD + RIGHTS + AIMS + KEPT + WORDS),
    "pilot, nothing decided": (
        PILOT | {"T5": "nothing_yet", "A4n": "no"},
        FIRST + REVIEW + AIMS + KEPT + WORDS,
    ),
    "pilot, asked for a change": (
        PILOT | {"T5": "nothing_yet", "T5b": "i_did"},
        FIRST + REVIEW + TOLD + AIMS + KEPT + WORDS,
    ),
    "old process, plan changed": (
        OLD | {"T5": "change", "A4n": "no"},
        FIRST + REVIEW + TOLD + RIGHTS + AIMS + WORDS,
    ),
    "old process, plan kept": (
        OLD | {"T5": "keep"},
        FIRST + REVIEW + TOLD + RIGHTS + AIMS + KEPT + WORDS,
    ),
    "old process, new outcomes": (OLD | {"A4n": "yes"}, FIRST + REVIEW + AIMS + KEPT + WORDS),
    "old process, plan ended": (
        OLD | {"T5": "end", "A4n": "no"},
        FIRST + REVIEW + TOLD + RIGHTS + AIMS + WORDS,
    ),
    "no meeting": (OLD | {"R5": "no_meeting"}, FIRST + REVIEW + AIMS + WORDS),
    "setting not on the list": (
        OLD | {"R0": "not_on_list", "R4": "no"},
        FIRST + ASKED_IF_PILOT + AIMS + WORDS,
    ),
    "setting left out, pilot not known": (
        GOES_ON | {"R4": "not_sure"},
        FIRST + ASKED_IF_PILOT + AIMS + KEPT + WORDS,
    ),
    "at a pilot school, done as before": (
        OLD | {"R0": "s01"},
        FIRST + REVIEW + AIMS + KEPT + WORDS,
    ),
    "unsure, then sure": (
        OLD | {"R1": "not_sure", "R1b": "yes"},
        [*FIRST[:4], "review_explained", "school_year", *REVIEW, *AIMS, *WORDS],
    ),
    "unsure to the end": (
        GOES_ON | {"R1": "not_sure", "R1b": "not_sure"},
        [*FIRST[:4], "review_explained", "school_year", *NO_REVIEW],
    ),
    "no review for years": (
        GOES_ON | {"R1": "no_longer_ago", "N1": "over_2_years"},
        FIRST + NO_REVIEW,
    ),
    "no review, a new plan": (
        GOES_ON | {"R1": "no_never", "N1": "under_12_months_old_plan"},
        FIRST + NO_REVIEW,
    ),
    "the plan has ended since": (
        OLD | {"E1": "ended_last_12_months"},
        FIRST + REVIEW + AIMS + WORDS,
    ),
}
EXITS = {
    "no plan yet": ({"E1": "being_assessed"}, "exit_being_assessed"),
    "another council": ({"E1": "another_council"}, "exit_another_council"),
    "a young person": ({"E1": "young_person"}, "exit_young_person"),
    "works with families": ({"E1": "work_with_families"}, "exit_work_with_families"),
    "under 16": ({"E2": "no"}, "exit_under_16"),
    "no consent": ({"C1": []}, "exit_no_consent"),
}
ITEMS = {
    "no meeting asks only whether it is decided": ("times", {"R5": "no_meeting"}, {"T4n"}),
    "a meeting asks for the four times": ("times", {}, {"T1", "T2", "T3", "T4"}),
    "under five is asked how many reviews": ("support", {"D1": "nursery"}, {"T8a", "T8b"}),
    "reception is not under five": ("support", {"D1": "reception"}, set()),
    "a year before a move asks for the date": ("support", {"D1": "year_6"}, {"T8b"}),
    "year 9 asks about growing up": ("aim_3", {"D1": "year_9"}, {"A3p"}),
    "year 8 does not": ("aim_3", {"D1": "year_8"}, set()),
    "a year not known asks none of them": ("support", {"D1": "not_sure"}, set()),
    "new outcomes are judged where there are some": ("aim_4", {"A4n": "yes"}, {"A4d", "A4e"}),
    "a plan kept asks how that feels": ("words_2", {"T5": "keep"}, {"O4"}),
}
WATCHED = {"times": "T", "support": "T8", "aim_3": "A3p", "aim_4": "A4d A4e", "words_2": "O4"}


@pytest.mark.parametrize(("answers", "pages"), WAYS.values(), ids=WAYS)
def test_answers_lead_through_these_pages(family, answers, pages):
    family.start()

    assert family.walk(answers) == pages


@pytest.mark.parametrize(("answers", "exit_page"), EXITS.values(), ids=EXITS)
def test_who_cannot_take_part_is_told_where_to_go(family, answers, exit_page):
    family.start()
    family.walk(GOES_ON | answers)

    assert family.page_id == exit_page
    assert not family.page.forms
    assert family.html.count("<p class=") > 2


@pytest.mark.parametrize(("page", "answers", "asked"), ITEMS.values(), ids=ITEMS)
def test_a_page_asks_what_fits_the_answers_before(family, page, answers, asked):
    family.start()
    family.walk(OLD | {"A4n": "no", "T5": "nothing_yet"} | answers, until=page)

    names = {name for _, name, _, _ in family.page.forms[0].fields}
    assert {name for name in names if name.startswith(tuple(WATCHED[page].split()))} == asked


def test_most_families_need_at_most_thirty_pages(family):
    family.start()

    assert len(family.walk(PILOT)) <= 30


def test_a_way_without_an_end_would_be_seen(app):
    family = Family(app)
    family.start()

    with pytest.raises(AssertionError, match="stuck at"):
        family.walk({})
