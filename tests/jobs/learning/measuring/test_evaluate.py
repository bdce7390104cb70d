import numpy as np
import pytest

from analysis.errors import InputError
from analysis.jobs.learning.measuring.evaluate import ASKED, HYBRID, RECIPE, Task, measure
from analysis.jobs.learning.measuring.public_comments import read_comments
from analysis.jobs.learning.measuring.recipe import code_by_recipe
from analysis.jobs.learning.scores import code_f1, f1_ranges, macro_f1, micro_f1


def test_rows_without_words_or_labels_are_dropped_and_a_fifth_is_the_test(comments):
    found = read_comments(comments)

    assert (len(found.texts), len(found.train), len(found.test)) == (120, 96, 24)
    assert set(found.tones) == {"suggestion"}


def test_a_comment_that_stands_in_training_word_for_word_is_not_novel(comments):
    found = read_comments(comments)
    seen = {found.texts[place] for place in found.train}

    assert found.novel.tolist() == [found.texts[place] not in seen for place in found.test]


def test_another_table_is_refused(tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")

    with pytest.raises(InputError, match="found another table"):
        read_comments(tmp_path / "t.csv")


@pytest.mark.parametrize("coder", [RECIPE, ASKED, HYBRID])
def test_each_coder_gets_a_row_with_its_scores_and_costs(comments, coder):
    row = measure(Task(comments, coder, "60", 1))

    assert (row["coder"], row["labels"], row["seed"]) == (coder, 60, 1)
    assert row["micro_f1"] > 0.8
    assert row["peak_mb"] > 0


def test_with_no_label_ours_codes_by_the_codebook_alone(comments):
    row = measure(Task(comments, HYBRID, "0", 1))

    assert row["labels"] == 0
    assert row["micro_f1"] > 0.5
    assert 0 <= row["calibration_error"] < 1


def test_a_comment_without_a_label_gets_the_likeliest_from_the_recipe():
    taught = [("parking", "mixed"), ("food", "mixed")] * 5
    truth = np.array([[True, False], [False, True]] * 5)

    assert code_by_recipe(taught, truth, [("zebra", "mixed")], tones=False).sum() == 1


def test_f1_pools_or_averages():
    truth = np.array([[1, 0], [1, 0], [0, 1]], bool)
    given = np.array([[1, 0], [0, 0], [0, 0]], bool)

    assert micro_f1(given, truth) == pytest.approx(0.5)
    assert code_f1(given, truth) == pytest.approx([2 / 3, 0])
    assert macro_f1(given, truth) == pytest.approx(1 / 3)


def test_a_range_holds_the_score():
    truth = np.arange(60).reshape(-1, 1) % 2 == 0
    given = np.arange(60).reshape(-1, 1) % 3 == 0
    low, high = f1_ranges(given, truth, seed=1)

    assert low[0] < code_f1(given, truth)[0] < high[0]


def test_no_answers_have_no_range():
    empty = np.zeros((0, 2), bool)

    assert [ends.tolist() for ends in f1_ranges(empty, empty, 1)] == [[0, 0], [0, 0]]
