import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.learning.features import TextFeatures

PUBLIC = [["the", "letter", "was", "late"], ["a", "late", "letter"]]
FEATURES = TextFeatures.learn(PUBLIC, [])


def test_words_and_letters_each_have_length_one():
    places, weights = FEATURES.row(["late", "letter"])
    words = np.array([not FEATURES.names[place].startswith("#") for place in places])

    assert np.linalg.norm(weights[words]) == pytest.approx(1)
    assert np.linalg.norm(weights[~words]) == pytest.approx(1)


def test_what_one_answer_alone_holds_is_no_feature():
    answers = [["our", "olivia", "waited"], ["we", "waited"]]

    names = TextFeatures.learn(PUBLIC, answers).names

    assert "waited" in names
    assert "olivia" not in names
    assert not [name for name in names if name.startswith("#") and "oliv" in name]


def test_a_word_never_seen_is_known_by_its_letters():
    places, _ = FEATURES.row(["latest"])

    assert "# lat" in {FEATURES.names[place] for place in places}


def test_no_words_make_an_empty_row():
    assert len(FEATURES.row([]).places) == 0


def test_rows_become_a_matrix_in_order():
    matrix = FEATURES.matrix([FEATURES.row(["late"]), FEATURES.row([])])

    assert matrix.shape == (2, len(FEATURES.names))
    assert matrix[0].nnz > 0
    assert matrix[1].nnz == 0


@given(st.lists(st.text(min_size=1)))
def test_a_row_says_the_same_twice(words):
    first, second = FEATURES.row(words), FEATURES.row(words)

    assert first.places.tolist() == second.places.tolist()
    assert first.weights.tolist() == second.weights.tolist()
