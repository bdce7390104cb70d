"""What is said of rows of months, of who replied, and of what was changed."""

from dataclasses import replace

import pytest

from analysis.report import (
    TOO_FEW,
    Point,
    Shown,
    Trend,
    TrendSide,
    WhoRow,
    WhoTable,
)
from analysis.reporting.wording_behind import (
    period_words,
    word_agreed,
    word_changes,
    word_trends,
    word_who,
)

POINT = Point("2026-01", Shown(12, 20), TOO_FEW)
SIDE = TrendSide("pilot", (POINT,), TOO_FEW, "WF0")


def said(**changes):
    trend = Trend("aim", "A", "", "", (replace(SIDE, **changes),), ())
    return word_trends((trend,))[0].sides[0].sentence


def test_a_short_row_is_too_short():
    assert said() == "Too short to call a trend."


def test_a_run_says_since_when_and_how_long():
    sentence = said(rule="WF1", signal="run", since="2026-03", number=Shown(8, 0))

    assert sentence == (
        "Something has changed since March 2026: 8 months in a row on the same side of the"
        " middle line. The chart can't say why."
    )


def test_merged_months_are_called_points():
    merged = replace(POINT, period="2026-01/2026-03")

    assert "8 points in a row" in said(
        points=(merged,), rule="WF1", signal="run", since="2026-03", number=Shown(8, 0)
    )


def test_few_crossings_say_how_many_are_usual():
    sentence = said(rule="WF1", signal="crossings", number=Shown(1, 0), usual=Shown(3, 0))

    assert "crosses its middle line less often than usual, 1 instead of 3 or more" in sentence


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026-03", "March 2026"),
        ("2026-01/2026-03", "January to March 2026"),
        ("2025-12/2026-02", "December 2025 to February 2026"),
        ("", ""),
    ],
)
def test_a_period_is_said_in_words(period, words):
    assert period_words(period) == words


def table(*heard):
    rows = tuple(
        WhoRow(str(n), f"Group {n}", TOO_FEW, TOO_FEW, (TOO_FEW, Shown(0.2, 0)), one)
        for n, one in enumerate(heard)
    )
    return WhoTable("cut", "Cut", rows, ("Here, 2024/25", "England, 2024/25"))


@pytest.mark.parametrize(
    ("heard", "sentence"),
    [
        (("fewer", "", "fewer"), "their share would be: Group 0; Group 2."),
        (("", "", "cannot_tell"), "no group that we can tell apart has clearly replied less"),
        (("cannot_tell",) * 3, "There are too few replies to say which families are missing."),
    ],
)
def test_who_has_not_been_heard_from_is_said_by_the_first_area_with_numbers(heard, sentence):
    found = word_who((table(*heard),))[0].sentence

    assert sentence in found
    assert ("England" in found) is (heard[0] != "cannot_tell")


def test_without_an_area_nothing_is_said():
    row = WhoRow("a", "A", TOO_FEW, TOO_FEW, ())

    assert word_who((WhoTable("cut", "Cut", (row,)),))[0].sentence == ""


def test_a_change_of_what_was_agreed_is_said_with_how_many_had_replied():
    assert word_changes((Shown(64, 64),)) == (
        "What was agreed was changed after 64 replies had come in."
    )
    assert "when few replies had come in" in word_changes((TOO_FEW,))
    assert word_changes(()) == ""


def test_the_day_of_an_agreement_is_said_as_people_say_it():
    assert word_agreed("The swimmers, Pooltown, 2026-01-05") == (
        "The swimmers, Pooltown, 5 January 2026"
    )
    assert word_agreed("") == ""
