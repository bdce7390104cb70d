import pytest

from analysis.coding.language.stems import StemReader
from analysis.coding.likeness import Likeness
from tests.coding.made import codebook

STEMS = StemReader({})
LIKENESS = Likeness(codebook(no_code=("the shop is on the corner",)), STEMS)


def shares(text):
    return LIKENESS.shares(STEMS.features_of_text(text))


def test_a_clause_is_likest_to_the_code_whose_words_it_has():
    found = shares("the crust and the crumb")
    assert found["BR-1"] > found.get("QU-1", 0)


def test_another_form_of_a_word_counts():
    assert shares("crusts") == shares("crust")


@pytest.mark.parametrize("text", ["", "xylophone", "and of"])
def test_a_clause_without_a_known_word_is_like_nothing(text):
    assert shares(text) == {}


def test_a_clause_like_those_without_a_code_leaves_little_for_the_codes():
    assert sum(shares("the shop is on the corner").values()) < 0.5


def test_shares_sum_to_one_at_most():
    assert sum(shares("the crust at the till").values()) <= 1


def test_the_words_that_speak_for_a_code_are_told():
    assert LIKENESS.telling(["quite", "a", "lovely", "crust", "today"], "BR-1") == [3]
