from pathlib import Path

import numpy as np
import pytest

from analysis.coding.language.text import tokenize
from analysis.coding.learning.features import TextFeatures
from analysis.coding.polarity.learned import learn_polarity, settle_polarity, spoken_rows
from analysis.definitions.codebook import load_codebook
from tests.surveys.folders import REAL

NOWHERE = np.empty(0)  # no encoder


def words(text):
    return [token.word for token in tokenize(text)]


@pytest.fixture(scope="module")
def learned():
    spoken = spoken_rows(load_codebook(Path(REAL)), words)
    features = TextFeatures.learn(spoken.words, [])
    return learn_polarity(features, spoken, None), features


@pytest.mark.parametrize(
    ("text", "said", "tone", "polarity"),
    [
        ("this year they really took in what we told them", "-", "mixed", "+"),
        ("he turns eighteen and nobody could tell us one thing", "suggestion", "problem", "-"),
        ("it says a session each week, we have seen her twice", "+", "problem", "-"),
        ("one person to ring and one number", "-", "suggestion", "suggestion"),
        ("come to the house if the mother cannot drive", "-", "suggestion", "suggestion"),
    ],
)
def test_what_no_list_of_words_knows_is_learned_from_examples(learned, text, said, tone, polarity):
    assert settle_polarity(*learned, words(text), NOWHERE, said, tone) == polarity


def test_praise_asked_for_is_heard_as_praise_where_the_words_are_silent(learned):
    silent = words("the table by the window")

    heard = [
        settle_polarity(*learned, silent, NOWHERE, "-", tone) for tone in ("praise", "problem")
    ]
    assert heard == ["+", "-"]


def test_a_codebook_with_few_examples_teaches_nothing():
    few = spoken_rows(load_codebook(Path(REAL)), words)
    few = few._replace(texts=few.texts[:40], words=few.words[:40], truth=few.truth[:40])
    features = TextFeatures.learn(few.words, [])

    weights = learn_polarity(features, few, None)

    assert not np.any(weights.text)
    for said in ("-", "+", "mixed", "suggestion"):
        heard = settle_polarity(weights, features, words("any words"), NOWHERE, said, "praise")
        assert heard == said


def test_where_words_are_silent_the_encoders_point_of_a_clause_says_how_it_speaks():
    spoken = spoken_rows(load_codebook(Path(REAL)), words)
    features = TextFeatures.learn(spoken.words, [])
    points = np.where(spoken.truth[:, [1]], [[1.0, 0.0]], [[0.0, 1.0]]).astype(np.float32)

    weights = learn_polarity(features, spoken, points)

    silent = words("the table by the window")
    near_praise, near_blame = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    assert settle_polarity(weights, features, silent, near_praise, "-", "mixed") == "+"
    assert settle_polarity(weights, features, silent, near_blame, "-", "mixed") == "-"
