"""What standards of reporting ask, filled from a report."""

from dataclasses import replace

from analysis.report import NO_HEALTH, Balance, Missing, Shown
from analysis.reporting.files.standards import standards_table
from tests.house.test_words_people_read import forbidden
from tests.reporting.files.made import REPORT

NOT_DONE = "not done"


def told(report, survey):
    return {item: says for _, item, says in standards_table(report, survey).rows}


def test_every_item_says_something_or_that_it_was_not_done(survey):
    found = told(REPORT, survey)

    assert len(found) == 15
    assert all(found.values())
    assert found["How many were asked, and how many of them replied"] == NOT_DONE
    assert "102 families" in found["How many families, at each step"]


def test_how_both_came_about_is_told_in_the_surveys_own_words(survey):
    found = told(replace(REPORT, caution="Branches chose to begin."), survey)

    assert list(found.values()).count("Branches chose to begin.") == 2


def test_what_a_report_lacks_was_not_done(survey):
    bare = replace(REPORT, health=NO_HEALTH, who_replied=(), agreed="", themes_sentence="")
    found = told(bare, survey)

    items = ("Were the two alike to begin with?", "Who did not reply", "Answers that are missing")
    assert [found[item] for item in items] == [NOT_DONE] * 3
    assert found["What was agreed before looking"] == NOT_DONE


def test_what_it_has_is_told(survey):
    health = replace(
        NO_HEALTH,
        balance=(Balance("age", "Old", Shown(0.3, 40), Shown(0.5, 61), Shown(0.4, 101)),),
        in_effect=(Shown(35, 43), Shown(45, 59)),
        missing=(Missing("A", "Was it warm?", Shown(2, 43), Shown(3, 59)),),
    )
    alike = replace(REPORT.aims[0].measures[0], like_for_like=Shown(0.1, 43, (-0.1, 0.2)))
    found = told(replace(REPORT, health=health, others=(alike,), aims=()), survey)

    assert found["Were the two alike to begin with?"].endswith("35 of 43, 45 of 59.")
    assert "like with like" in found["What was done about ways in which they were not"]
    assert "question by question" in found["Answers that are missing"]
    assert found["What was agreed before looking"].startswith("What each aim must reach")


def test_a_bracket_in_a_familys_words_fills_no_slot(survey):
    odd = replace(REPORT, themes_sentence="A {pilot} of words.", agreed="{settings}")
    found = told(odd, survey)

    assert found["How words were turned into numbers"] == "A {pilot} of words."


def test_nothing_is_said_that_figures_cannot_say(survey):
    assert [forbidden(says) for says in told(REPORT, survey).values() if forbidden(says)] == []
