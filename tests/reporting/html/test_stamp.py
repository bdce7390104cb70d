from dataclasses import replace

from analysis.report import Hidden, Shown, Why
from analysis.reporting.html.stamp import head_of, stamp_line
from tests.reporting.made import NONE, STAMP, SURVEY, report


def test_the_line_says_until_when_how_many_from_where_and_made_when():
    assert stamp_line(report(), SURVEY) == (
        "Replies to 31 March 2026. 101 readers: 40 doorstep, 61 van, from 9 branches. "
        "Made 2 April 2026 10:04 UTC, version 0.1.0, snapshot 7c1e55aa."
    )


def test_a_process_of_few_is_named_without_its_number():
    made = report(families=Shown(61, 61), by_process=(("pilot", NONE), ("old", Shown(61, 61))))
    assert "61 readers: fewer than 10 doorstep, 61 van, from 9 branches." in stamp_line(
        made, SURVEY
    )


def test_those_who_could_not_be_placed_are_told_of_from_ten_on():
    placed = (("pilot", Shown(40, 40)), ("old", Shown(61, 61)))
    line = stamp_line(report(by_process=(*placed, ("unclear", Shown(12, 12)))), SURVEY)
    assert "61 van, 12 could not be placed, from" in line


def test_before_ten_replies_it_says_so_and_no_number():
    made = report(families=NONE, settings=NONE, stamp=replace(STAMP, as_of=""))
    assert stamp_line(made, SURVEY).startswith("Fewer than 10 replies so far. Made 2 April")


def test_one_place_is_written_in_the_singular():
    assert "from 1 branch." in stamp_line(report(settings=Shown(1, 101)), SURVEY)


def test_hidden_places_are_left_out():
    line = stamp_line(report(settings=Hidden(Why.UNDER_10)), SURVEY)
    assert "61 van. Made" in line


def test_only_those_who_see_steps_are_told_of_them():
    forum = head_of(report(), SURVEY, "t")
    council = head_of(report(stamp=replace(STAMP, audience="council")), SURVEY, "t")
    assert forum.steps == ""
    assert "10 more replies" in council.steps
