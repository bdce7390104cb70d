from pathlib import Path

import pytest

from analysis.coding.redaction import lexicon
from analysis.coding.redaction.lexicon import (
    GIVEN,
    KEPT,
    KIN,
    PLACE,
    SURNAME,
    WORD,
    fold,
    phrase_table,
    read_lexicon,
)

LISTS = sorted((Path(lexicon.__file__).parent / "lists").rglob("*.txt"))
MARKS = read_lexicon().marks


def count(mark):
    return sum(1 for marks in MARKS.values() if marks & mark)


def test_the_lists_hold_names_of_many_origins():
    given = "olivia eoin gwenllian mohammed priyanka temitope kwame xiao zeynep agnieszka ionut"
    surnames = "okonjo nguyen kowalski popescu shevchenko fernandes ahmed patel macdonald"
    assert all(MARKS[name] & GIVEN for name in given.split(" "))
    assert all(MARKS[name] & SURNAME for name in surnames.split(" "))
    assert count(GIVEN) > 1500
    assert count(SURNAME) > 1000


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_list_says_where_it_is_from(path):
    head = path.read_text(encoding="utf-8").split("\n\n")[0]
    assert "Source: compiled by hand for this project from general knowledge" in head
    assert "Licence:" in head


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_list_is_in_small_letters(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == [line.lower() for line in words]


@pytest.mark.parametrize("word", ["will", "may", "grace", "mark", "hope", "rose", "art", "bill"])
def test_a_name_that_is_also_a_word_is_marked_as_both(word):
    assert MARKS[word] & (GIVEN | WORD) >= WORD


def test_endings_of_ordinary_words_are_words_but_no_given_name_becomes_one():
    assert MARKS["listened"] & MARKS["worries"] & MARKS["stopping"] & WORD
    assert not MARKS["carly"] & WORD


def test_a_word_may_bear_several_marks():
    assert MARKS["son"] & KIN
    assert MARKS["ofsted"] & KEPT
    assert MARKS["croydon"] & PLACE


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("ZOË", "zoe"), ("Łukasz", "lukasz"), ("O’Brien", "o'brien"), ("Ağaoğlu", "agaoglu")],
)
def test_names_are_looked_up_without_accents(typed, folded):
    assert fold(typed) == folded


def test_names_of_several_words_stand_under_their_first_the_longest_first():
    table = phrase_table([("New Cross", "place"), ("new cross gate", "place")])
    assert [words for words, _ in table["new"]] == [("new", "cross", "gate"), ("new", "cross")]
