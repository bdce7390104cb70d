import pytest

from analysis.coding.language.stems import StemReader

READER = StemReader({"council": ["authority", "la"], "school": ["la", "setting"]})


@pytest.mark.parametrize("word", ["chase", "chased", "chasing"])
def test_forms_of_a_word_are_one(word):
    assert READER.stem(word) == "chase"


def test_a_word_of_one_list_is_read_as_its_head():
    assert READER.stem("authority") == READER.stem("council")


def test_a_word_of_two_lists_stays_itself():
    assert READER.stem("la") == "la"


def test_frequent_words_count_in_pairs_only():
    assert READER.features(["not", "in", "place"]) == ["not", "place", "not in", "in place"]


def test_a_text_is_cut_into_words_first():
    assert READER.features_of_text("Late, late!") == ["late", "late", "late late"]
