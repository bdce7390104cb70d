from dataclasses import replace

from analysis.report import Shown
from analysis.reporting.html.charts import (
    aims_chart,
    answers_chart,
    difference_chart,
    difference_scale,
    stage_chart,
)
from tests.reporting.made import CLOSED, EARLY, FULL, SURVEY, card, often, report, side, stage


def test_one_scale_holds_every_difference_of_a_page():
    wide = replace(FULL, difference=Shown(0.4, 40, (0.1, 0.71)))
    scale = difference_scale([FULL, wide, CLOSED])
    assert (scale.low, scale.high) == (-0.8, 0.8)
    assert [said for _, said in scale.ticks] == ["80 fewer", "same", "80 more"]


def test_a_scale_without_any_difference_is_still_a_scale():
    assert difference_scale([CLOSED]).high == 0.2


def test_a_hidden_difference_is_not_drawn():
    assert difference_chart(CLOSED, difference_scale([FULL])) == ""


def test_a_chart_is_called_by_the_sentence_above_it():
    chart = difference_chart(FULL, difference_scale([FULL]))
    assert "No clear difference so far. All numbers are in the table below.</title>" in chart


def test_the_aims_stand_in_one_chart_in_their_own_order():
    chart = aims_chart(report().aims, SURVEY)
    places = [chart.index(card.name) for card in report().aims]
    assert places == sorted(places)


def test_below_thirty_a_line_of_that_chart_has_counts_in_words():
    assert "Doorstep: 9 of 23" in aims_chart([card(EARLY)], SURVEY)


def test_a_stage_draws_the_processes_that_have_a_share():
    assert stage_chart(stage(FULL), "").count("<circle") == 2
    assert stage_chart(stage(EARLY), "").count("<circle") == 1


def test_a_stage_without_a_share_has_no_chart():
    both_few = replace(EARLY, old=side(9, 23))
    assert stage_chart(stage(both_few), "") == ""


def test_answers_that_count_make_up_the_bar_and_the_others_stand_outside():
    chart = answers_chart(card(FULL), SURVEY, "How often")
    assert chart.count("<rect") == 8  # four answers that count, in two processes
    assert "I don't need this" not in chart


def test_answers_that_do_not_make_up_the_whole_are_not_drawn():
    partly = replace(FULL, pilot=side(24, 40, often(14, 10)), old=side(30, 61, often(20, 10)))
    assert answers_chart(card(partly), SURVEY, "How often") == ""


def test_ticks_of_one_family_overlap_and_make_no_bar():
    ticks = replace(FULL, measure="media")
    assert answers_chart(card(ticks), SURVEY, "What") == ""


def test_a_measure_that_the_survey_no_longer_has_is_left_out():
    assert answers_chart(card(replace(FULL, measure="gone")), SURVEY, "What") == ""
