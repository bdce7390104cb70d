"""Months, who replied, and how far answers bear, as the pages tell them."""

import re
from dataclasses import replace

import pytest

from analysis.report import NO_HEALTH, TOO_FEW, TrendSide
from analysis.reporting.figure_words import reliability_words
from analysis.reporting.html.behind import health_of, mix_tables, who_tables
from analysis.reporting.html.months import months_chart, months_of
from analysis.reporting.html.pages import Links, aims_page, forum_page
from tests.house.test_words_people_read import forbidden
from tests.reporting.behind import BEHIND, TREND
from tests.reporting.html.test_pages import Outline
from tests.reporting.made import SURVEY, report

LINKS = Links(csv="/file.csv", more="/more", families="")
FULL = report(**BEHIND)


@pytest.fixture(scope="module")
def aims():
    return aims_page(FULL, SURVEY, "easy", LINKS).content


@pytest.fixture(scope="module")
def forum():
    return forum_page(FULL, SURVEY, LINKS).content


def test_the_aims_page_has_the_months_of_its_aim_and_the_health_of_all(aims):
    assert 'id="months-title"' in aims
    assert 'id="health-title"' in aims


def test_an_aim_without_a_point_has_no_months():
    assert months_of(FULL, "company", SURVEY) is None
    nothing = replace(TREND, sides=(TrendSide("pilot", (), TOO_FEW, "WF0"),))
    assert months_of(replace(FULL, trends=(nothing,)), "easy", SURVEY) is None


def test_each_period_has_a_row_and_a_process_without_a_point_says_so():
    rows = months_of(FULL, "easy", SURVEY)["rows"]

    assert [row["period"] for row in rows] == [
        "January 2026",
        "February to March 2026",
        "April 2026",
    ]
    assert rows[0]["pilot"] == "12 of 20"
    assert rows[0]["old"] == "no point"
    assert rows[2]["pilot"] == "9 of 24 (usual: 21 to 79 in every 100)"


def test_only_a_process_with_points_is_spoken_of():
    assert [process for process, _ in months_of(FULL, "easy", SURVEY)["sentences"]] == ["pilot"]


def test_the_chart_is_named_by_its_sentence_and_marks_the_start():
    chart = months_chart(TREND, SURVEY)

    assert "Too short to call a trend." in chart
    assert "February 2026: 4" in chart


def test_the_forum_hears_who_is_missing(forum):
    assert "fewer families replied: Over 70." in forum


def test_a_hidden_group_is_hidden_in_a_word():
    (table,) = who_tables(FULL)

    assert table["rows"][1]["pilot"] == ("hidden", "")
    assert table["rows"][1]["grey"]


def test_a_group_is_told_in_a_hundred_from_thirty_replies_on():
    (table,) = who_tables(FULL)

    assert table["rows"][0]["pilot"] == ("12", "30 in 100")


def test_an_area_without_numbers_is_named_and_has_no_column():
    (table,) = who_tables(FULL)

    assert table["areas"] == ["Elsewhere, 2025"]
    assert table["unknown"] == ["Here, 2025"]
    assert table["rows"][0]["areas"] == ["50"]


def test_one_large_setting_is_said_first(aims):
    assert "has more than half of the replies" in aims


def test_without_one_setting_the_difference_is_told_from_where_to_where():
    ((aim, ends),) = health_of(FULL, "easy", SURVEY)["without"]

    assert (aim, ends) == ("Easy to ask for", "10 fewer and 25 more")


def test_the_question_with_most_blanks_comes_first():
    assert health_of(FULL, "easy", SURVEY)["missing"][0]["says"] == "Many blanks"


def test_replies_still_needed_are_those_of_the_chosen_aim():
    found = health_of(FULL, "easy", SURVEY)

    assert [row["pilot"] for row in found["reach"]] == ["320", "more than there are families"]
    assert [row["old"] for row in found["reach"]] == ["enough now", "enough now"]
    assert health_of(FULL, "company", SURVEY)["reach"] == []


def test_families_that_count_in_effect_stand_below_the_balance(aims):
    assert "Families that count in effect" in aims
    assert "<td>35 of 40</td><td>45 of 61</td>" in aims


def test_a_score_says_how_far_its_questions_hang_together():
    first, second = health_of(FULL, "easy", SURVEY)["scores"]

    assert first["reliability"] == "alpha 0.80, range 0.70 to 0.90; omega 0.82"
    assert second["reliability"] == ""


def test_two_questions_name_what_they_are_measured_by():
    score = replace(FULL.health.scores[0], omega=None)

    assert reliability_words(score) == "Spearman-Brown 0.80, range 0.70 to 0.90"


def test_a_score_that_does_not_hang_together_has_no_number():
    first, second = health_of(FULL, "easy", SURVEY)["scores"]

    assert first["pilot"] == "61 (range 52 to 71)"
    assert (second["pilot"], second["difference"]) == ("", "")


def test_a_mix_without_a_group_is_left_out():
    empty = replace(FULL, mixes=(replace(FULL.mixes[0], rows=()),))

    assert mix_tables(empty, SURVEY) == []


def test_health_that_is_not_shown_leaves_no_section():
    public = replace(FULL, health=NO_HEALTH)

    assert "health-title" not in aims_page(public, SURVEY, "easy", LINKS).content


def test_nothing_is_said_that_figures_cannot_say(aims, forum):
    assert forbidden(aims) == forbidden(forum) == []


def test_every_table_has_a_caption_and_each_id_stands_once(aims):
    outline = Outline(aims)
    assert outline.tables == outline.captions
    assert len(outline.ids) == len(set(outline.ids))


def test_every_table_that_has_a_row_has_a_file_beside_it():
    where = replace(LINKS, table=lambda name, part: f"/{name}/{part}")
    drawn = aims_page(FULL, SURVEY, None, where).content + forum_page(FULL, SURVEY, where).content

    found = set(re.findall(r'href="(/\w+/\w*)" download', drawn))
    cuts = {f"/groups/{one.cut}" for one in FULL.who_replied}
    assert found >= {"/health/", "/scores/", "/mixes/", "/missing/", "/who/", "/months/easy"}
    assert found >= cuts | {"/answers/easy"}


@pytest.mark.parametrize("page", ["aims", "forum"])
def test_who_wrote_that_there_is_nothing_stands_on_both_pages_with_its_file(page, request):
    content = request.getfixturevalue(page)
    table = content.split("Who wrote “nothing” and the like</caption>")[1].split("</table>")[0]

    cells = re.findall(r"<td[^>]*>([^<]*)</td>", table)
    assert cells == ["61", "40", "14", "hidden", "hidden"]
    assert "“Nothing” is praise where we asked what could be better" in content


def test_without_words_there_is_no_such_table():
    bare = replace(FULL, health=replace(FULL.health, written=()))

    assert "Who wrote" not in forum_page(bare, SURVEY, LINKS).content
