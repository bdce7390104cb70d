import pytest

from app.survey.check import date_in_words

MONTHS = "January February March April May June July August September October November December"


def test_answers_are_shown_in_the_surveys_words(ready):
    for said in ("Annual Progress Review", "Blue Teapot Primary School", "January 2026"):
        assert said in ready.html
    assert "My child<br>Someone from health" in ready.html


def test_words_are_shown_to_who_wrote_them_as_written(ready):
    assert "Kind &lt;people&gt; &amp; tea\nand cake" in ready.html


def test_what_was_left_out_is_said_to_be(ready):
    assert ready.html.count("Not answered") > 20


def test_each_page_has_a_link_to_change_it(ready):
    assert ready.html.count(">Change<") == ready.html.count('href="/q/') - 1
    assert 'Change<span class="govuk-visually-hidden"> How you met</span>' in ready.html


def test_only_pages_on_the_way_are_shown(ready):
    assert "No review in the last 12 months" not in ready.html
    assert "The pilot<" not in ready.html


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2025-09", "September 2025"),
        ("2025-09-07", "7 September 2025"),
        ("2025-12", "December 2025"),
    ],
)
def test_a_date_is_said_in_words(value, said):
    assert date_in_words(value, MONTHS.split()) == said
