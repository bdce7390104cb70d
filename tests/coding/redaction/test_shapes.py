import pytest

from analysis.coding.redaction.shapes import compound, ordinary, suffixed, unlisted_place


@pytest.mark.parametrize("slip", ["meetign", "shcool", "therapyy", "diasppointed", "unhelpfulness"])
def test_a_misspelt_word_is_taken_for_an_ordinary_one(slip):
    assert ordinary(slip)


@pytest.mark.parametrize("name", ["zubayr", "brambleholt", "okonjo", "x" * 60 + "-y"])
def test_a_name_is_no_misspelt_word(name):
    assert not ordinary(name)


@pytest.mark.parametrize("word", ["lunchbreak", "upskilled", "rebooked", "inbox", "overpromise"])
def test_a_word_made_of_ordinary_ones_is_a_compound(word):
    assert compound(word)


@pytest.mark.parametrize("name", ["temitope", "zubayr", "kayden", "x" * 100_000])
def test_a_name_is_no_compound(name):
    assert not compound(name)


def test_an_ending_counts_in_long_words_alone():
    assert suffixed("dysfluency")
    assert not suffixed("nancy")


def test_a_word_in_no_list_can_sound_like_a_place():
    assert unlisted_place(0, "brambleholt")
    assert not unlisted_place(0, "zubayr")
