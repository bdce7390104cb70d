import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.language.text import tokenize


def words(text):
    return [token.word for token in tokenize(text)]


@pytest.mark.parametrize("typed", ["didn't", "didn’t", "DIDN'T", "didnt"])
def test_capitals_and_apostrophes_do_not_count(typed):
    assert words(typed) == ["didnt"]


def test_a_ratio_and_a_decimal_are_one_word():
    assert words("1:1 for 2.5 hours") == ["1:1", "for", "2.5", "hours"]


def test_a_number_is_parted_from_what_it_counts():
    assert words("6wks") == ["6", "wks"]


def test_a_picture_character_is_a_word():
    assert words("great😊") == ["great", "😊"]


@given(st.text())
def test_every_word_stands_where_it_says(text):
    for token in tokenize(text):
        assert text[token.start : token.end].strip() == text[token.start : token.end] != ""


@given(st.text())
def test_words_come_in_order_and_do_not_overlap(text):
    places = [place for token in tokenize(text) for place in (token.start, token.end)]
    assert places == sorted(places)
