import re

import pytest

from tests.app.survey.family import GOES_ON, PILOT


@pytest.fixture
def at_words(family):
    family.start()
    family.walk(GOES_ON | {"T5": "keep"}, until="words_1")
    return family


def test_a_hint_is_drawn_where_there_is_one_and_nowhere_else(family):
    family.start()
    family.walk(PILOT, until="aim_1")
    assert "govuk-hint" not in family.html
    assert "aria-describedby" not in family.html


def test_what_describes_a_field_is_on_the_page(at_words):
    for ids in re.findall(r'aria-describedby="([^"]*)"', at_words.html):
        assert ids.strip()
        assert all(f'id="{name}"' in at_words.html for name in ids.split())


def test_the_same_page_for_another_answer_shows_that_answer(family):
    family.start()
    family.walk(GOES_ON, until="children")
    for value in ("one", "more_than_one"):
        family.open("/q/children")
        family.press({"M1": value})
        family.open("/q/children")
        assert family.filled()["M1"] == value


def test_one_familys_words_are_not_shown_to_another(app, at_words):
    from tests.app.survey.family import Family

    at_words.press({"O1": "only mine"})
    other = Family(app)
    other.start()
    other.walk(GOES_ON, until="words_1")

    assert "only mine" not in other.html


def test_a_box_says_how_much_fits_without_a_script(at_words):
    assert at_words.html.count("You can write up to 1,500 characters") == 3


def test_where_to_call_stands_before_the_first_box_and_at_each(at_words):
    first_box = at_words.html.index("<textarea")

    assert 0 < at_words.html.index('href="tel:999"') < first_box
    assert at_words.html.count("We do not read this straight away") == 4
