import pytest

from analysis.coding.language.stems import StemReader
from analysis.coding.nearness import NO_CODE, Nearness
from tests.coding.made import codebook

STEMS = StemReader({})
NEARNESS = Nearness(codebook(no_code=("we are quite happy here",)), STEMS)


def pulls(text):
    return NEARNESS.pulls(STEMS.features_of_text(text))


def test_an_example_word_for_word_pulls_fully():
    assert pulls("My nan would have been proud of such baking.")["BR-1"] == pytest.approx(1)


def test_an_example_in_other_words_pulls_less():
    assert 0 < pulls("my nan would have been proud of this")["BR-1"] < 1


def test_an_unlike_segment_pushes_away():
    assert pulls("we queued up questions for the radio show")["QU-1"] == pytest.approx(-1)


@pytest.mark.parametrize("text", ["", "baking", "the radio is on in the shop all day long"])
def test_one_word_in_common_is_not_near(text):
    assert pulls(text) == {}


def test_a_segment_about_nothing_pushes_away_from_every_code():
    assert pulls("we are quite happy here") == {NO_CODE: pytest.approx(-1)}
