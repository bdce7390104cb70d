import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from analysis.report import Answer, Shown, SignRow
from analysis.reporting.html.pages import (
    Links,
    aims_page,
    explore_page,
    find_aim,
    forum_page,
    journey_page,
)
from tests.house.test_words_people_read import forbidden
from tests.reporting.made import FULL, NONE, STAMP, SURVEY, card, comparison, report, side

LINKS = Links(csv="/file.csv", more="/more", families="")
NASTY = "<img src=x onerror=alert(1)>"
DRAWN = {
    "aims": lambda made: aims_page(made, SURVEY, None, LINKS),
    "forum": lambda made: forum_page(made, SURVEY, LINKS),
    "journey": lambda made: journey_page(made, SURVEY, LINKS),
    "explore": lambda made: explore_page(made, SURVEY, None, LINKS),
}
EMPTY = report(
    stamp=replace(STAMP, as_of=""),
    families=NONE,
    by_process=(("pilot", NONE), ("old", NONE), ("unclear", NONE)),
    settings=NONE,
    no_review=(),
    aims=tuple(
        card(comparison(side(0, 0), side(0, 0), measure=name, aim=aim), aim)
        for aim, name in (("easy", "ask1"), ("company", "visit2"), ("reading", "books1"))
    ),
    themes=(),
    other_themes=NONE,
    wrote=NONE,
    journey_sentence="",
    themes_sentence="",
)


class Outline(HTMLParser):
    """Headings, tables and their captions, and identifiers."""

    def __init__(self, html):
        super().__init__()
        self.levels, self.tables, self.captions, self.ids, self.cells = [], 0, 0, [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.tables += tag == "table"
        self.captions += tag == "caption"
        self.ids += [said["id"]] if "id" in said else []
        if tag == "th":
            self.cells.append(said.get("scope"))


def words(html):
    return " ".join(
        unescape(re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", html, flags=re.S)).split()
    )


@pytest.mark.parametrize("made", [report(), EMPTY], ids=["answers", "none yet"])
@pytest.mark.parametrize("name", DRAWN)
def test_a_page_has_an_outline_that_can_be_heard(name, made):
    outline = Outline(DRAWN[name](made).content)
    assert outline.levels[0] == 1
    assert outline.levels.count(1) == 1
    assert all(
        after - before <= 1
        for before, after in zip(outline.levels, outline.levels[1:], strict=False)
    )
    assert outline.tables == outline.captions
    assert set(outline.cells) <= {"row", "col"}
    assert len(outline.ids) == len(set(outline.ids))


@pytest.mark.parametrize("name", DRAWN)
def test_two_drawings_of_one_report_are_the_same_to_the_byte(name):
    assert DRAWN[name](report()) == DRAWN[name](report())


@pytest.mark.parametrize("made", [report(), EMPTY], ids=["answers", "none yet"])
@pytest.mark.parametrize("name", DRAWN)
def test_no_page_has_a_hole_or_a_forbidden_word(name, made):
    text = words(DRAWN[name](made).content)
    assert re.findall(r"\b(None|nan|inf|null|Hidden|Shown)\b", text) == []
    assert re.findall(r"\{\w+\}", text) == []
    assert forbidden(text) == []


@pytest.mark.parametrize("name", DRAWN)
def test_no_page_has_a_style_or_a_script_of_its_own(name):
    page = DRAWN[name](report()).content
    assert " style=" not in page
    assert re.findall(r"<script(?! type=\"application/json\")", page) == []
    assert re.findall(r"\son\w+=", page) == []


@pytest.mark.parametrize("name", DRAWN)
def test_what_a_survey_says_is_escaped(name):
    nasty = replace(FULL, says=NASTY, counted=NASTY, sentence=NASTY)
    made = report(
        aims=(card(nasty, NASTY),),
        stages=(replace(report().stages[0], name=NASTY, comparison=nasty),),
        caution=NASTY,
        filter=NASTY,
        journey_sentence=NASTY,
        themes_sentence=NASTY,
        agreed=NASTY,
        stop_signs=(SignRow("s", NASTY, "ask1", "shows"),),
    )
    assert "<img" not in DRAWN[name](made).content


@pytest.mark.parametrize("name", DRAWN)
def test_every_page_carries_its_stamp_and_says_that_it_is_made_up(name):
    text = words(DRAWN[name](report()).content)
    assert "Replies to 31 March 2026. 101 readers" in text
    assert "Made-up answers" in text


def test_real_answers_are_not_called_made_up():
    made = report(stamp=replace(STAMP, made_up=False))
    assert "Made-up" not in forum_page(made, SURVEY, LINKS).content


def test_the_aims_stand_in_their_own_order_with_counts_of_both():
    text = words(aims_page(report(), SURVEY, None, LINKS).content)
    assert re.search(r"Easy to ask for.*Good company.*Something to read", text)
    assert "Doorstep : 24 of 40" in text or "Doorstep: 24 of 40" in text
    assert "Doorstep: fewer than 10 replies" in text.replace(" :", ":")


def test_replies_still_needed_are_told_where_they_are_known():
    needed = replace(FULL, replies_needed=Shown(400, 40))
    text = words(aims_page(report(aims=(card(needed),)), SURVEY, None, LINKS).content)
    assert "Replies still needed: about 400 more" in text


def test_an_aim_is_chosen_by_its_id_and_else_it_is_the_first():
    made = report()
    assert find_aim(made, "company").name == "Good company"
    assert find_aim(made, "nothing").name == "Easy to ask for"


def test_rulings_and_stop_signs_are_shown_once_they_were_agreed():
    ruled = replace(FULL, ruling="not_met")
    made = report(
        aims=(card(ruled),),
        agreed="the readers' group, 2026-01-05",
        stop_signs=(SignRow("cold", "Readers are left in the cold", "ask1", "cannot_tell"),),
    )
    text = words(aims_page(made, SURVEY, None, LINKS).content)
    assert "What was agreed beforehand: not met" in text
    assert "Readers are left in the cold can't tell yet" in text


def test_the_forums_sentences_come_before_everything_else():
    text = words(forum_page(report(), SURVEY, LINKS).content)
    assert text.index("The 3 aims in one sentence each") < text.index("Who replied")
    assert text.index("No clear difference so far.") < text.index("These are readers who chose")


def test_who_replied_is_told_in_three_numbers():
    page = forum_page(report(), SURVEY, LINKS).content
    numbers = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page)
    assert numbers == [("doorstep readers", "40"), ("van readers", "61"), ("branches", "9")]


def test_themes_are_sorted_by_families_and_the_small_ones_come_last():
    text = words(forum_page(report(), SURVEY, LINKS).content)
    assert text.index("Waiting Care") < text.index("Choice Books") < text.index("Other things")
    assert "Nobody has checked the computer's work yet." in text


def test_a_group_of_families_has_no_themes():
    text = words(forum_page(report(filter="Knows who comes"), SURVEY, LINKS).content)
    assert "Shown here: Knows who comes." in text
    assert "What came up most" not in text


def test_the_stages_are_an_ordered_list_with_their_counts():
    page = journey_page(report(), SURVEY, LINKS).content
    stages = page.split('<ol class="stages">')[1].split("</ol>")[0]
    assert stages.count("<li ") == 3
    assert "Doorstep 24 of 40, Van 30 of 61 met a problem" in words(stages).replace(" ,", ",")


def test_the_stages_are_never_ranked():
    text = words(journey_page(report(), SURVEY, LINKS).content).lower()
    assert [word for word in ("worst", "most often", "rank ", "largest") if word in text] == []
    assert "they are not ranked" in text


def test_a_stage_between_ten_and_thirty_has_counts_and_no_bar():
    few = comparison(side(9, 23), side(8, 20))
    made = report(
        stages=(replace(report().stages[0], pilot=few.pilot, old=few.old, comparison=few),)
    )
    page = journey_page(made, SURVEY, LINKS).content
    assert "9 of 23" in page
    assert 'class="chart"' not in page


def test_where_both_are_hidden_nobody_is_said_to_have_met_a_problem():
    hidden = comparison(side(3, 6), side(2, 5))
    made = report(
        stages=(replace(report().stages[0], pilot=hidden.pilot, old=hidden.old, comparison=hidden),)
    )
    stages = journey_page(made, SURVEY, LINKS).content.split("<ol")[1].split("</ol>")[0]
    assert "(fewer than 10 replies)" in stages
    assert "met a problem" not in stages


def test_families_without_a_visit_are_told_of_above_the_map():
    text = words(journey_page(report(), SURVEY, LINKS).content)
    assert "14 readers are not on this map" in text
    assert "12 should have had it." in text


def test_few_of_them_are_told_of_without_a_number():
    made = report(no_review=(Answer("problem", "problem", NONE),))
    assert "A few readers are not on this map" in words(journey_page(made, SURVEY, LINKS).content)


def test_a_page_for_files_offers_no_choice_of_families():
    page = journey_page(report(), SURVEY, Links(csv="x")).content
    assert "<form" not in page


def test_a_survey_without_aims_or_stages_still_has_its_pages():
    made = report(aims=(), stages=())
    assert "Who replied" in forum_page(made, SURVEY, LINKS).content
    assert "<h1" in journey_page(made, SURVEY, LINKS).content


def test_a_survey_that_names_no_families_gets_the_plain_word():
    plain = SURVEY.model_copy(update={"words": {"setting": "branch", "settings": "branches"}})
    assert "101 families" in words(forum_page(report(), plain, LINKS).content)
