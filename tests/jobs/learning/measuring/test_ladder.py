import json

import pytest

from analysis.definitions.codebook import load_codebook
from analysis.jobs.learning.measuring.ladder import STEPS, by_examples, ladder, with_examples
from tests.coding.made import BREAD, QUEUE
from tests.coding.made import codebook as made_codebook
from tests.surveys.folders import LIBRARY

BOOK = load_codebook(LIBRARY)
FIRST, SECOND = (code.id for code in BOOK.codes[:2])
TEXTS = {"it was shut by noon again": FIRST, "same old shelf as ever": SECOND, "lovely day": None}


@pytest.fixture
def files(tmp_path):
    """Write decisions to teach and, in other words of the same kind, decisions to test."""
    paths = tmp_path / "train.jsonl", tmp_path / "test.jsonl"
    for path, number in zip(paths, (30, 9), strict=True):
        texts = [*TEXTS.items()]
        lines = [
            {
                "id": str(n),
                "question": "",
                "text": texts[n % 3][0],
                "codes": {texts[n % 3][1]: "-"} if texts[n % 3][1] else {},
            }
            for n in range(number)
        ]
        path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return paths


def test_each_step_has_its_scores_and_range(files):
    rows = [*ladder(*files, LIBRARY, encode=False)]

    assert [row["step"] for row in rows] == [*STEPS]
    for row in rows:
        assert (row["taught"], row["tested"]) == (30, 9)
        assert 0.9 < row["low"] <= row["micro_f1"] <= row["high"] <= 1


def test_more_examples_are_more_of_the_codebook(files):
    rows = [*by_examples(files[1], LIBRARY, [0, 2], encode=False)]

    assert [(row["examples"], row["taught"]) for row in rows] == [(0, 0), (2, 0)]


def test_polarities_take_turns_where_examples_are_few():
    told = {"-": ("stale", "burnt", "dry"), "+": ("soft", "warm"), "unlike": ("toast", "buns")}
    book = made_codebook(BREAD | {"examples": told}, QUEUE)

    few = with_examples(book, 3).by_id()["BR-1"].examples

    assert (few.negative, few.positive, few.unlike) == (
        ("stale", "burnt"),
        ("soft",),
        told["unlike"],
    )
    assert with_examples(book, 0).by_id()["BR-1"].examples.all() == ()


def test_all_examples_are_all_of_the_codebook():
    book = made_codebook()

    assert with_examples(book, 1_000) == book
