import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.words import Quote, Redacted, Released, Words, read_words

STATES = (Words, Redacted, Released, Quote)
CANARY = "the letter never came"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("slip", [str, "{}".format, "%s".__mod__, json.dumps, pickle.dumps])
def test_words_turn_into_nothing_by_accident(state, slip):
    with pytest.raises(TypeError):
        slip(state(CANARY))


@pytest.mark.parametrize("state", STATES)
def test_words_in_a_traceback_say_their_length_alone(state):
    assert repr(state(CANARY)) == f"<{state.__name__}: 21 characters>"


def test_one_state_cannot_stand_in_for_another():
    assert not isinstance(Words(CANARY), Redacted | Released | Quote)


def test_words_are_kept_as_they_were_typed():
    assert read_words("  Très bien.\n\n  Mais   tard! ").reveal() == "Très bien.\n\n  Mais   tard!"


@pytest.mark.parametrize("typed", ["one\r\ntwo", "one\rtwo", "one\ntwo", "one\x0b\ntwo\x00"])
def test_line_breaks_are_written_one_way_and_control_characters_go(typed):
    assert read_words(typed).reveal() == "one\ntwo"


@pytest.mark.parametrize("typed", ["cafe\u0301", "cafe\x00\u0301"])
def test_letters_with_marks_are_written_one_way(typed):
    assert read_words(typed).reveal() == "caf\u00e9"


@pytest.mark.parametrize("typed", ["", "   ", "\n\t ", "\u00a0", "\x00\x1b"])
def test_nothing_to_see_is_no_words(typed):
    assert read_words(typed) is None


@given(st.text())
def test_reading_words_again_changes_nothing(typed):
    words = read_words(typed)
    again = read_words(words.reveal()) if words else None
    assert (again.reveal() if again else None) == (words.reveal() if words else None)
