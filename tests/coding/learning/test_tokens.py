import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.learning.tokens import LONGEST, PieceTokenizer

PIECES = ["[UNK]", "[CLS]", "[SEP]", "let", "##ter", "##s", "letter", "cafe", "!", "漢", "l"]
TOKENIZER = PieceTokenizer(PIECES)


def pieces(text):
    return [PIECES[number] for number in TOKENIZER.numbers(text)[1:-1]]


def test_the_longest_piece_is_taken_first():
    assert pieces("letters") == ["letter", "##s"]


def test_capitals_and_accents_do_not_count():
    assert pieces("Café") == ["cafe"]


def test_a_mark_and_an_ideograph_stand_alone():
    assert pieces("letter!漢") == ["letter", "!", "漢"]


def test_a_word_with_a_part_that_is_no_piece_is_unknown_as_a_whole():
    assert pieces("letterbox") == ["[UNK]"]


def test_a_word_of_more_than_a_hundred_letters_is_unknown():
    assert pieces("l" + "letter" * 20) == ["[UNK]"]


@pytest.mark.parametrize("text", ["", " \t\n", "\u200b"])
def test_a_text_without_words_is_its_two_marks(text):
    assert TOKENIZER.numbers(text) == [1, 2]


def test_a_long_text_is_read_to_its_limit():
    assert len(TOKENIZER.numbers("letter " * 1_000)) == LONGEST


@given(st.text())
def test_any_text_begins_and_ends_with_the_marks(text):
    numbers = TOKENIZER.numbers(text)

    assert (numbers[0], numbers[-1]) == (1, 2)
    assert len(numbers) <= LONGEST
