import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.evidence.annex.parallel import brant_test, told_apart

FACTS = Path(__file__).parents[2] / "facts"
STATISTICS = json.loads((FACTS / "statistics.json").read_text(encoding="utf-8"))
answers = st.lists(st.integers(0, 20), min_size=5, max_size=5)


@pytest.mark.parametrize("fact", STATISTICS["brant_test"])
def test_brant_s_test_comes_out_as_published(fact):
    found = brant_test(fact["pilot"], fact["old"])

    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


def test_odds_that_are_alike_at_each_threshold_pass():
    found = brant_test([40, 20, 15], [20, 20, 30])  # 40 / 35 and 20 / 50; 60 / 15 and 40 / 30

    assert np.log(40 / 35 * 50 / 20) == pytest.approx(1.05, abs=0.005)
    assert np.log(60 / 15 * 30 / 40) == pytest.approx(1.10, abs=0.005)
    assert found.p_value > 0.8


def test_a_process_that_goes_to_both_ends_is_found():
    assert brant_test([40, 5, 5, 5, 40], [5, 40, 30, 40, 5]).p_value < 1e-6


def test_settings_that_differ_make_the_test_say_less():
    alone, wider = (brant_test([14, 10, 3, 2], [11, 7, 8, 4], effect) for effect in (1, 2))

    assert wider.statistic == pytest.approx(alone.statistic / 2)
    assert wider.p_value > alone.p_value


@pytest.mark.parametrize(
    ("pilot", "old"),
    [
        ([0, 0, 0], [3, 4, 5]),
        ([3, 9], [4, 5]),
        ([3, 0, 9], [4, 0, 5]),
        ([0, 7, 9], [4, 5, 6]),
        ([7, 0, 0], [9, 0, 0]),
        ([0, 0, 9], [8, 0, 0]),
        ([5], [5]),
    ],
)
def test_what_cannot_be_tested_says_so(pilot, old):
    assert brant_test(pilot, old) is None


def test_other_numbers_of_answers_are_refused():
    with pytest.raises(InputError, match="one count a category"):
        brant_test([1, 2, 3], [1, 2])


@given(answers, answers)
def test_answers_put_together_lose_no_family_and_can_always_be_tested(pilot, old):
    ours, theirs = told_apart(pilot, old)

    assert (ours.sum(), theirs.sum()) == (sum(pilot), sum(old))
    for counts in (ours, theirs):
        below = counts.cumsum()[:-1]
        assert all(min(n, counts.sum() - n) >= 5 for n in below)
        assert all(first <= second for first, second in pairwise(below))
    found = brant_test(ours, theirs)
    assert found is None or 0 <= found.p_value <= 1
