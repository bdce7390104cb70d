from dataclasses import replace

from analysis.report import Answer, Shown
from analysis.reporting.html.tables import (
    answer_rows,
    comparison_row,
    outcome_rows,
    side_lines,
    standing_of,
)
from analysis.reporting.html.themes import theme_lines
from tests.reporting.made import CLOSED, EARLY, FULL, SURVEY, report, side


def test_a_process_is_told_by_count_share_and_range():
    assert side_lines(side(24, 40)) == ("24 of 40", "60 in every 100", "range 49 to 71")


def test_below_thirty_the_count_stands_with_the_reason_for_no_share():
    assert side_lines(side(9, 23)) == ("9 of 23", "no percentage below 30 replies")


def test_below_ten_there_is_one_reason():
    assert side_lines(side(3, 6)) == ("fewer than 10 replies",)


def test_a_time_limit_says_between_which_shares_the_truth_lies():
    found = replace(side(24, 40), between=Shown(0.6, 40, (0.455, 0.701)))

    assert side_lines(found)[-1] == "45 to 71 with those who may be too early to count"


def test_a_difference_is_told_like_with_like_too_where_that_is_known():
    alike = replace(FULL, like_for_like=Shown(0.1, 40, (-0.05, 0.25)))

    assert comparison_row(alike).alike == "like with like: 5 fewer to 25 more"
    assert comparison_row(FULL).alike == ""


def test_a_comparison_says_to_which_day_it_counts():
    moved = replace(FULL, old=replace(FULL.old, as_of="2026-02-28"))
    assert comparison_row(moved).replies_to == "28 February 2026, 31 March 2026"


def test_answers_keep_the_order_of_the_question_where_one_process_lacks_one():
    def given(*keys):
        return tuple(Answer(key, key.upper(), Shown(5, 40)) for key in keys)

    found = replace(
        FULL, pilot=side(24, 40, given("a", "c")), old=side(30, 61, given("a", "b", "d"))
    )
    assert [row.says for row in answer_rows(found)] == ["A", "B", "C", "D"] or [
        row.says for row in answer_rows(found)
    ] == ["A", "C", "B", "D"]
    assert {row.says: row.old for row in answer_rows(found)}["C"] == "0"


def test_answers_of_a_hidden_process_say_why():
    found = replace(FULL, pilot=side(3, 6))
    assert {row.pilot for row in answer_rows(found)} == {"fewer than 10 replies"}


def test_each_stage_has_a_row_a_process_and_no_rank():
    rows = outcome_rows(report().stages, SURVEY)
    assert [(row.stage, row.process) for row in rows[:2]] == [
        ("Asking for a book", "pilot"),
        ("Asking for a book", "old"),
    ]
    assert rows[0].outcomes == ("7", "7", "7", "7", "7")


def test_a_themes_small_tone_is_too_few_to_show():
    first = theme_lines(report())[0]
    assert (first.families, first.negative, first.positive) == ("41", "30", "too few to show")


def test_early_and_closed_comparisons_have_no_figure_left_to_format():
    for found in (EARLY, CLOSED):
        row = comparison_row(found)
        assert all(isinstance(line, str) and line for line in (*row.pilot, *row.old))


def test_a_draw_of_two_answers_is_told_in_whole_times_of_a_hundred():
    found = replace(FULL, standing=Shown(0.623, 40, (0.512, 0.731)))

    assert standing_of(found) == {"number": 62, "low": 51, "high": 74}
    assert standing_of(FULL) == {}
