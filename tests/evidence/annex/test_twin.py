import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.evidence.annex.twin import chance_higher

FACTS = Path(__file__).parents[2] / "facts"
STATISTICS = json.loads((FACTS / "statistics.json").read_text(encoding="utf-8"))
counts = st.integers(0, 300).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@pytest.mark.parametrize("fact", STATISTICS["chance_higher"])
def test_the_chance_is_the_one_worked_out_by_hand(fact):
    found = chance_higher(*fact["inputs"])

    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("case", [(12, 18, 20, 41), (0, 10, 0, 20), (9.5, 10.4, 31, 50)])
def test_drawing_by_lot_gives_the_same(case):
    count, total, count_old, total_old = case
    random = np.random.default_rng(1)
    ours = random.beta(count + 0.5, total - count + 0.5, 200_000)
    theirs = random.beta(count_old + 0.5, total_old - count_old + 0.5, 200_000)

    assert chance_higher(*case) == pytest.approx((ours > theirs).mean(), abs=0.005)


@given(counts, counts)
@settings(max_examples=25)
def test_the_two_processes_changed_over_share_the_rest(pilot, old):
    there, back = chance_higher(*pilot, *old), chance_higher(*old, *pilot)

    assert 0 <= there <= 1
    assert there + back == pytest.approx(1, abs=0.001)
