import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.evidence.intervals import newcombe_interval
from analysis.evidence.power import replies_for_power, replies_needed, two_share_power

FACTS = Path(__file__).parents[1] / "facts" / "statistics.json"
STATISTICS = json.loads(FACTS.read_text(encoding="utf-8"))

shares = st.floats(0.02, 0.98)


@pytest.mark.parametrize("fact", STATISTICS["two_share_power"])
def test_the_power_is_the_published_one(fact):
    found = two_share_power(*fact["inputs"])
    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("fact", STATISTICS["replies_for_power"])
def test_the_replies_for_a_power_are_the_published_ones(fact):
    found = replies_for_power(*fact["shares"], power=fact["power"])
    assert found == fact["expected"], fact["source"]


@given(shares, shares, st.floats(0.5, 0.99))
def test_the_replies_asked_for_reach_the_power_and_one_fewer_does_not(one, other, power):
    assume(abs(one - other) > 0.01)
    n = replies_for_power(one, other, power)
    assert two_share_power(n, one, other) >= power - 1e-9
    assert two_share_power(n - 1, one, other) < power


@given(st.integers(0, 500), shares, shares)
def test_power_is_a_chance_whichever_share_comes_first(n, one, other):
    found = two_share_power(n, one, other)
    assert 0 <= found <= 1
    assert two_share_power(n, other, one) == pytest.approx(found)
    assert two_share_power(n, 1 - one, 1 - other) == pytest.approx(found)


@given(st.integers(1, 500), shares, shares)
def test_more_replies_never_tell_less(n, one, other):
    assert two_share_power(n + 1, one, other) >= two_share_power(n, one, other)


def test_no_replies_tell_nothing():
    assert two_share_power(0, 0.2, 0.9) == 0


@pytest.mark.parametrize(
    ("n", "one", "other", "expected"), [(50, 0, 0, 0), (50, 1, 1, 0), (1, 0, 1, 0), (50, 0, 1, 1)]
)
def test_all_and_none_have_a_power_too(n, one, other, expected):
    assert two_share_power(n, one, other) == expected


def test_equal_shares_are_named_apart_by_luck_alone():
    assert two_share_power(200, 0.6, 0.6) == pytest.approx(0.025)


def test_a_range_of_ten_either_way_needs_185_replies_in_each_process():
    assert replies_needed(0.10, share=0.6) == 185  # 2 x 1.96 squared x 0.24 / 0.01


def test_replies_that_come_in_settings_are_worth_less():
    assert replies_needed(0.10, share=0.6, design_effect=1.3) == 240


@pytest.mark.parametrize("share", [0, 1])
def test_all_or_none_so_far_asks_for_the_cautious_number(share):
    assert replies_needed(0.10, share=share) == replies_needed(0.10, share=0.5) == 193


@given(st.floats(0.3, 0.7), st.floats(0.04, 0.2))
def test_with_so_many_replies_the_range_is_about_as_narrow_as_asked(share, half_width):
    n = replies_needed(half_width, share)
    low, high = newcombe_interval(share * n, n, share * n, n)
    assert (high - low) / 2 == pytest.approx(half_width, rel=0.06)


@pytest.mark.parametrize("inputs", [(-1, 0.5, 0.6), (10, 1.5, 0.6), (10, 0.5, -0.1)])
def test_power_of_what_cannot_be_is_refused(inputs):
    with pytest.raises(InputError, match="expected 0"):
        two_share_power(*inputs)


@pytest.mark.parametrize(
    "inputs", [(0.6, 0.6), (0.6, 1.2), (0.6, 0.7, 1.0), (0.6, 0.7, 0.4), (0.6, 0.7, 0.8, 0.5)]
)
def test_replies_that_no_number_would_meet_are_refused(inputs):
    with pytest.raises(InputError):
        replies_for_power(*inputs)


@pytest.mark.parametrize("inputs", [(0,), (1.5,), (0.1, -0.2), (0.1, 0.5, 0.9)])
def test_a_range_that_cannot_be_asked_for_is_refused(inputs):
    with pytest.raises(InputError):
        replies_needed(*inputs)
