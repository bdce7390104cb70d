"""What stands beside the aims: change within a family, signs not agreed yet, themes aim by aim."""

from dataclasses import replace
from html import unescape

from analysis.report import SignRow
from analysis.reporting.html.pages import Links, aims_page, forum_page
from tests.reporting.made import SURVEY, comparison, report, side

LINKS = Links(csv="/file.csv", more="/more", families="")
PROPOSED = SignRow("slow", "Most wait for weeks", "ask1", "not_agreed")
BETTER = comparison(side(24, 40), side(30, 61), measure="before", aim=None, headline=False)


def test_change_within_a_family_stands_beside_the_aims():
    drawn = aims_page(report(change=BETTER), SURVEY, None, LINKS).content

    assert drawn.count('<section class="card') == 4
    assert 'id="difference-before"' in drawn


def test_where_nobody_asks_of_change_there_is_no_such_card():
    assert "change-title" not in aims_page(report(), SURVEY, None, LINKS).content


def test_what_is_not_agreed_yet_is_shown_as_that():
    drawn = unescape(aims_page(report(stop_signs=(PROPOSED,)), SURVEY, None, LINKS).content)

    assert "<td>not agreed yet</td>" in drawn
    assert drawn.count("What was agreed beforehand: not agreed yet") == 3
    assert "was agreed before anybody looked" not in drawn


def test_themes_are_shown_under_the_aims_that_they_bear_on():
    themes = [
        replace(row, aims=aims)
        for row, aims in zip(report().themes, (("easy", "reading"), ("company",)), strict=True)
    ]
    drawn = aims_page(report(themes=tuple(themes)), SURVEY, None, LINKS).content

    assert drawn.count('class="dark-4">41<') == 2
    assert drawn.count('class="dark-2">12<') == 1


def test_the_forums_page_opens_with_ten_themes_and_keeps_the_rest_behind():
    row = report().themes[0]
    many = tuple(replace(row, code=f"C-{n}", label=f"Theme {n}") for n in range(13))
    drawn = forum_page(report(themes=many), SURVEY, LINKS).content
    open_, _, behind = drawn.partition("Show what came up less often")

    assert "Theme 9<" in open_
    assert "Theme 10<" not in open_
    assert "Theme 12<" in behind
