import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from analysis.errors import InputError
from analysis.evidence.trend import anhoj_signals, run_chart_limits, xmr_limits

FACTS = Path(__file__).parents[1] / "facts" / "statistics.json"
STATISTICS = json.loads(FACTS.read_text(encoding="utf-8"))

months = st.lists(st.integers(-50, 50), min_size=2, max_size=40)


@pytest.mark.parametrize("fact", STATISTICS["run_chart_limits"])
def test_the_limits_of_a_run_chart_are_the_published_ones(fact):
    assert run_chart_limits(fact["n"]) == tuple(fact["expected"]), fact["source"]


@given(st.integers(1, 400))
def test_the_fewest_crossings_are_the_5_percent_point_of_a_binomial(n):
    assert run_chart_limits(n)[1] == binom.ppf(0.05, n - 1, 0.5)


@pytest.mark.parametrize("n", [0, -3])
def test_a_chart_without_points_has_no_limits(n):
    with pytest.raises(InputError, match="useful point"):
        run_chart_limits(n)


def test_eight_of_twelve_on_one_side_are_too_long_a_run():
    signals = anhoj_signals([1, -1, 1, 1, 1, 1, 1, 1, 1, 1, -1, 1], centre=0)
    assert (signals.longest_run, signals.long_run) == (8, True)


def test_seven_of_twelve_on_one_side_are_not():
    signals = anhoj_signals([1, -1, 1, 1, 1, 1, 1, 1, 1, -1, 1, -1], centre=0)
    assert (signals.longest_run, signals.long_run, signals.few_crossings) == (7, False, False)


def test_two_crossings_of_twelve_points_are_too_few():
    signals = anhoj_signals([-1] * 4 + [1] * 5 + [-1] * 3, centre=0)
    assert (signals.crossings, signals.few_crossings) == (2, True)


def test_three_crossings_of_twelve_points_are_enough():
    signals = anhoj_signals([-1] * 4 + [1] * 4 + [-1] * 3 + [1], centre=0)
    assert (signals.crossings, signals.few_crossings) == (3, False)


def test_nine_points_are_too_short_to_call_a_trend():
    signals = anhoj_signals([1] * 9, centre=0)
    assert (signals.longest_run, signals.long_run, signals.few_crossings) == (9, False, False)


def test_points_on_the_middle_line_neither_lengthen_nor_end_a_run():
    signals = anhoj_signals([1, 1, 0, 1, -1, 0], centre=0)
    assert (signals.useful, signals.longest_run, signals.crossings) == (4, 3, 1)


def test_the_middle_line_is_the_median_unless_it_is_given():
    assert anhoj_signals([1, 2, 3, 4]) == anhoj_signals([1, 2, 3, 4], centre=2.5)


def test_months_that_are_all_the_same_have_no_signal():
    assert anhoj_signals([40] * 15) == (0, 0, 0, False, False)


def test_no_months_have_no_signal():
    assert anhoj_signals([]) == (0, 0, 0, False, False)


@given(months, st.integers(-50, 50))
def test_turning_the_chart_upside_down_changes_no_signal(values, centre):
    upside_down = [-value for value in values]
    assert anhoj_signals(values, centre) == anhoj_signals(upside_down, -centre)


def test_the_process_limits_are_those_reckoned_by_hand():
    # Moving ranges 2, 4, 2, 4: mean 3, times 2.66 is 7.98.
    assert xmr_limits([10, 12, 8, 10, 14]) == pytest.approx((10.8, 2.82, 18.78))


def test_one_jump_does_not_widen_the_limits_it_is_judged_by():
    values = [10, 11, 10, 11, 10, 11, 16, 17, 16, 17, 16, 17]
    # Moving ranges: ten of 1 and one of 5; mean 15 / 11, times 3.267 is 4.455, below 5.
    mean, low, high = xmr_limits(values)
    assert (high - mean, mean - low) == pytest.approx((2.66, 2.66))
    mean, low, high = xmr_limits(values, screened=False)
    assert high - mean == pytest.approx(2.66 * 15 / 11)


def test_a_jump_within_its_own_limit_is_kept():
    values = [10, 11, 10, 11, 10, 11, 15, 16, 15, 16, 15, 16]
    # Mean 14 / 11, times 3.267 is 4.158, above the jump of 4.
    assert xmr_limits(values) == xmr_limits(values, screened=False)


def test_months_that_never_move_lie_on_the_line():
    assert xmr_limits([40, 40, 40]) == (40, 40, 40)


@given(months)
def test_screening_never_widens_the_limits(values):
    screened, every = xmr_limits(values), xmr_limits(values, screened=False)
    assert screened[0] == every[0]
    assert every[1] <= screened[1] <= screened[2] <= every[2]


@pytest.mark.parametrize("values", [[], [3], [3, float("nan")], [3, float("inf")]])
def test_months_that_cannot_be_charted_are_refused(values):
    with pytest.raises(InputError, match="values"):
        xmr_limits(values)
