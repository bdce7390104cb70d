"""What an aim's card and the forum's sentences say beside the comparison."""

from dataclasses import replace
from html import unescape

import pytest

from analysis.report import AimCard
from analysis.reporting.files.public.summary import summary_of
from analysis.reporting.html.pages import aims_page, forum_page
from analysis.reporting.html.views import ruling_words
from tests.reporting.html.test_pages import LINKS, words
from tests.reporting.made import FULL, SURVEY, card, report


@pytest.mark.parametrize(
    ("ruling", "says"),
    [
        ("met", "met"),
        ("not_met", "not met"),
        ("cannot_tell", "can't tell yet"),
        ("not_measured", "not measured"),
        (None, ""),
    ],
)
def test_each_ruling_has_its_words(ruling, says):
    assert ruling_words(replace(FULL, ruling=ruling)) == says


def test_the_forum_reads_beside_each_aim_whether_it_reached_what_was_agreed():
    ruled = replace(FULL, ruling="not_met")
    made = report(aims=(card(ruled),), agreed="The readers, 5 January 2026")
    page = words(forum_page(made, SURVEY, LINKS).content)

    assert "What was agreed beforehand: not met." in page
    assert "was agreed before anybody looked, by The readers, 5 January 2026." in page


def test_the_chart_of_an_aims_questions_stands_under_what_they_say_together():
    made = report(aims=(AimCard("easy", "Easy", FULL, (FULL, replace(FULL, rule="W2"))),))
    page = unescape(aims_page(made, SURVEY, None, LINKS).content)
    said = summary_of(made.aims[0].measures, "questions", SURVEY)

    assert f'<h3 class="govuk-heading-s">{said}</h3>' in page
    assert page.count(said) == 2  # above the chart, and as its name for who can't see it
