import pytest

from analysis.coding.redaction.lexicon import (
    CAPITAL,
    GIVEN,
    LETTER,
    LOOSE,
    MIXED,
    NUMBER,
    POSSESSIVE,
    START,
    SURNAME,
    TAKEN,
    UNLISTED,
    UPPER,
    WORD,
)
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import read_tokens


def marks(text, word):
    tokens = read_tokens(text)
    return tokens.marks[tokens.low.index(word)]


def test_a_text_is_cut_into_words_and_numbers():
    assert read_tokens("He isn't 3rd, co-op T.M.").low == [
        "he", "isn't", "3rd", "co-op", "t", "m"
    ]  # fmt: skip


def test_a_possessive_ending_is_no_part_of_a_name():
    tokens = read_tokens("Olivia’s plan")
    assert (tokens.low[0], tokens.end[0], tokens.stop[0]) == ("olivia", 6, 8)
    assert tokens.marks[0] & POSSESSIVE & GIVEN or tokens.marks[0] & POSSESSIVE


def test_a_possessive_without_its_apostrophe_is_seen_in_a_listed_name():
    assert marks("maisies views", "maisie") & GIVEN


@pytest.mark.parametrize(
    ("word", "mark"),
    [("Zubayr", CAPITAL), ("NASA", UPPER), ("SaLT", MIXED), ("J", LETTER), ("4b", NUMBER)],
)
def test_capitals_letters_and_numbers_are_told_apart(word, mark):
    assert marks(f"so {word} was there then", word.lower()) & mark


@pytest.mark.parametrize("word", ["McDonald", "O'Brien", "Okonjo-Hale", "MacLeod"])
def test_capitals_inside_a_name_are_no_acronym(word):
    assert not marks(f"so {word} was there", word.lower()) & MIXED


def test_a_name_with_a_hyphen_is_known_by_its_parts():
    assert marks("so Okonjo-Hale", "okonjo-hale") & SURNAME
    assert marks("so Ellie-Mae", "ellie-mae") & GIVEN
    assert marks("so co-written", "co-written") & WORD


def test_a_full_stop_begins_a_sentence_but_not_after_a_title():
    assert marks("It ended. Ann left", "ann") & START
    assert not marks("with Mrs. Ann left", "ann") & (START | LOOSE)


def test_a_comma_parts_words_without_beginning_a_sentence():
    assert marks("us, Ann left", "ann") & (START | LOOSE) == LOOSE


def test_capitals_say_nothing_where_all_is_in_capitals():
    tokens = read_tokens("NOBODY CAME AGAIN TO BRAMBLEHOLT")
    assert not any(mark & (CAPITAL | UPPER) for mark in tokens.marks)
    assert tokens.marks[-1] == UNLISTED


def test_capitals_say_nothing_where_every_word_has_one():
    assert not marks("We Had To Wait For The Plan Again", "plan") & CAPITAL


def test_a_word_once_taken_is_seen_by_no_later_rule():
    tokens = read_tokens("Ann Bee rang")
    assert tokens.take(0, 1, "person") == Span(0, 7, "person")
    assert tokens.marks[1] == TAKEN | LOOSE
    assert tokens.before(2) == TAKEN | LOOSE
