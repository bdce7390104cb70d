import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.report import Shown
from analysis.reporting.csv_file import comparisons_csv, journey_csv, safe_cell, themes_csv
from tests.reporting.made import CLOSED, EARLY, FULL, STAMP, report

FORMULA = re.compile("^[=+\\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]")
NASTY = ['=HYPERLINK("x")', "+1", "-1", "@a", "\t=1", "\r=1", "\0=1", " =1", "\uff1d1", "\n=1"]


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_measure_is_a_row_with_both_processes():
    row = rows(comparisons_csv(report(), [FULL]))[0]
    assert (row["pilot families"], row["pilot of"], row["pilot in every 100"]) == ("24", "40", "60")
    assert (row["old families"], row["old of"], row["old in every 100"]) == ("30", "61", "49")
    assert row["what can be said"] == "No clear difference so far."


def test_a_difference_is_told_in_words_so_that_no_cell_begins_with_a_minus():
    row = rows(comparisons_csv(report(), [FULL]))[0]
    ends = ("difference in every 100 from", "difference in every 100 to")
    assert [row[end] for end in ends] == ["4 fewer", "31 more"]


def test_bounds_and_how_the_answers_stand_are_in_the_file_of_the_page():
    bounded = replace(FULL.pilot, between=Shown(0.6, 40, (0.455, 0.701)), early=Shown(7, 40))
    standing = Shown(0.61, 40, (0.48, 0.744))
    row = rows(comparisons_csv(report(), [replace(FULL, pilot=bounded, standing=standing)]))[0]

    ends = [row[f"pilot range {end}, with those who may be too early"] for end in ("from", "to")]
    assert (ends, row["pilot too early to count"]) == (["45", "71"], "7")
    assert [row[f"better of two answers {part}"] for part in ("in 100", "from", "to")] == [
        "61",
        "48",
        "75",
    ]


def test_below_thirty_there_are_counts_and_the_reason_for_no_more():
    row = rows(comparisons_csv(report(), [EARLY]))[0]
    assert (row["pilot families"], row["pilot in every 100"]) == ("9", "")
    assert row["pilot hidden"] == "no percentage below 30 replies"


def test_below_ten_there_is_the_reason_alone():
    row = rows(comparisons_csv(report(), [CLOSED]))[0]
    assert {row[f"pilot {name}"] for name in ("families", "of", "in every 100")} == {""}
    assert row["pilot hidden"] == "fewer than 10 replies"


def test_every_row_says_of_which_snapshot_it_is_and_that_it_is_made_up():
    for content in (comparisons_csv(report(), [FULL]), journey_csv(report()), themes_csv(report())):
        assert {(row["snapshot"], row["made-up"]) for row in rows(content)} == {
            (STAMP.snapshot, "yes")
        }


def test_a_stage_is_a_row_with_what_became_of_the_families():
    found = rows(journey_csv(report()))
    assert [row["name"] for row in found] == ["Asking for a book", "At the door", "Reading"]
    assert found[0]["pilot met a problem"] == "7"
    assert found[2]["pilot met a problem"] == ""


def test_small_themes_stand_together_at_the_end():
    found = rows(themes_csv(report()))
    assert [row["families"] for row in found] == ["41", "12", "6"]
    assert found[0]["praise"] == "too few to show"


@pytest.mark.parametrize("text", NASTY)
def test_no_word_can_be_read_as_a_formula(text):
    for cell in (safe_cell(text), *csv_cells(text)):
        assert not FORMULA.match(str(cell)), cell


def csv_cells(text):
    found = replace(FULL, says=text, sentence=text)
    content = comparisons_csv(report(caution=text), [found]).decode("utf-8-sig")
    return [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]


@given(st.text())
def test_whatever_the_words_are_no_cell_begins_a_formula_or_breaks_the_file(text):
    cell = str(safe_cell(text))
    assert not FORMULA.match(cell)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", cell)


def test_a_file_without_rows_is_empty_but_whole():
    assert comparisons_csv(report(), []).decode("utf-8-sig") == ""
