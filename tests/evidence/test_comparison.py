import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.stats import false_discovery_control

from analysis.errors import InputError
from analysis.evidence.comparison import (
    benjamini_hochberg,
    design_effect,
    design_effects,
    effective_counts,
)

FACTS = Path(__file__).parents[1] / "facts" / "statistics.json"
STATISTICS = json.loads(FACTS.read_text(encoding="utf-8"))

chances = st.lists(st.floats(0, 1), min_size=1, max_size=40)


@pytest.mark.parametrize("fact", STATISTICS["benjamini_hochberg"])
def test_the_published_family_keeps_its_four_findings(fact):
    adjusted = benjamini_hochberg(fact["p_values"])
    assert sum(p <= 0.05 for p in adjusted) == fact["at_most_0.05"], fact["source"]
    assert adjusted[3] == pytest.approx(fact["fourth"])


@given(chances)
def test_adjusted_values_are_those_of_scipy(p_values):
    assert benjamini_hochberg(p_values) == pytest.approx(false_discovery_control(p_values))


@given(chances)
def test_adjusting_keeps_the_order_and_lowers_nothing(p_values):
    adjusted = benjamini_hochberg(p_values)
    assert all(p <= after <= 1 for p, after in zip(p_values, adjusted, strict=True))
    for one, other in combinations(range(len(p_values)), 2):
        if p_values[one] <= p_values[other]:
            assert adjusted[one] <= adjusted[other]


@given(chances, st.randoms(use_true_random=False))
def test_each_value_goes_back_to_its_own_place(p_values, random):
    order = random.sample(range(len(p_values)), len(p_values))
    adjusted = benjamini_hochberg(p_values)
    shuffled = benjamini_hochberg([p_values[at] for at in order])
    assert shuffled == pytest.approx([adjusted[at] for at in order])


def test_what_was_not_tested_is_no_question_asked():
    assert benjamini_hochberg([0.02, None, 0.04]) == [0.04, None, 0.04]


def test_a_missing_number_does_not_spoil_the_family():
    first, missing, last = benjamini_hochberg(np.array([0.02, np.nan, 0.04]))
    assert (first, last) == (0.04, 0.04)
    assert np.isnan(missing)


def test_no_questions_give_no_values():
    assert benjamini_hochberg([]) == []


@pytest.mark.parametrize("p_values", [[0.2, 1.2], [-0.1]])
def test_what_is_no_chance_is_refused(p_values):
    with pytest.raises(InputError, match="expected 0 to 1"):
        benjamini_hochberg(p_values)


def test_effective_counts_keep_the_share():
    count, total = effective_counts(12, 18, 1.3)
    assert count / total == pytest.approx(12 / 18)
    assert total == pytest.approx(18 / 1.3)


def test_replies_are_never_worth_more_than_independent_ones():
    with pytest.raises(InputError, match="expected 1 or more"):
        effective_counts(12, 18, 0.9)


@given(arrays.arrays(np.int64, st.integers(2, 60), elements=st.integers(0, 1)))
def test_one_reply_a_setting_has_a_design_effect_of_1(agreed):
    assert design_effect(agreed, np.ones_like(agreed)) == pytest.approx(1)


def test_settings_of_one_mind_count_as_one_reply_each():
    # Ten settings of five, half of them all agreeing: variance of 10, not of 50, replies.
    effect = design_effect([5, 0] * 5, [5] * 10)
    assert effect == pytest.approx((0.25 / 9) / (0.25 / 49))


def test_settings_that_agree_with_each_other_do_not_narrow_the_range():
    assert design_effect([2, 2, 2, 2], [4, 4, 4, 4]) == 1


@pytest.mark.parametrize(
    ("counts", "totals"),
    [([], []), ([3], [9]), ([0, 0], [4, 6]), ([4, 6], [4, 6]), ([1, 0], [2, 0])],
)
def test_where_clustering_cannot_be_told_the_floor_stands(counts, totals):
    assert design_effect(counts, totals) == 1
    assert design_effect(counts, totals, at_least=1.5) == 1.5


def test_a_setting_without_replies_changes_nothing():
    assert design_effect([4, 1, 0], [4, 4, 0]) == design_effect([4, 1], [4, 4])


def test_measures_side_by_side_have_the_effects_they_have_alone():
    counts = np.array([[4, 0, 2], [1, 0, 3], [0, 0, 3]])
    totals = np.array([[4, 4, 5], [4, 4, 3], [3, 4, 3]])
    alone = [design_effect(counts[:, at], totals[:, at]) for at in range(3)]
    assert design_effects(counts, totals).tolist() == alone


@pytest.mark.parametrize(
    ("counts", "totals"), [([1, 2], [3]), ([5], [4]), ([-1], [4]), ([[1]], [[4]]), (1, 4)]
)
def test_counts_that_are_not_one_a_setting_are_refused(counts, totals):
    with pytest.raises(InputError, match="counts"):
        design_effect(counts, totals)
