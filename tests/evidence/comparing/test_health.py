"""How far answers bear: one large setting, and how many replies more would tell."""

from dataclasses import replace

import pytest

from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.health import balance_of, in_effect, reach_of, without_one
from tests.counts import counts

POOR, GOOD = counts(24, 36, settings=12), counts(36, 24, settings=12)


def finding(pilot, old):
    return Finding("A", "item", "aims", "W1", True, True, pilot, old, counts(0, 0))


def test_without_any_one_setting_the_difference_moves_between_two_ends():
    uneven = replace(GOOD, cells=tuple((n, 5, 1 + n % 5) for n in range(12)))
    low, high = without_one(uneven, POOR)

    assert low < 0.2 < high


def test_a_large_setting_moves_it_far():
    one_large = replace(GOOD, cells=((1, 40, 36), *((n, 4, 0) for n in range(2, 7))))
    low, high = without_one(one_large, POOR)

    assert low < -0.3
    assert high > 0.2


def test_nothing_is_said_where_too_few_are_left():
    alone = replace(counts(8, 4, settings=2), cells=((1, 10, 7), (2, 2, 1)))

    assert without_one(alone, POOR) is None


def test_a_larger_gap_takes_fewer_replies():
    reach = list(reach_of(finding(GOOD, POOR), {}))

    assert [one.gap for one in reach] == [10, 15, 20, 25]
    assert [one.pilot.more for one in reach] == sorted(
        (one.pilot.more for one in reach), reverse=True
    )


def test_nobody_is_asked_for_more_replies_than_there_are_families():
    reach = next(iter(reach_of(finding(GOOD, POOR), {"pilot": 100, "old": 5000})))

    assert (reach.pilot.state, reach.pilot.more) == ("beyond", 0)
    assert reach.old.state == "needed"


def test_enough_is_enough():
    many = counts(600, 400, settings=500)

    assert [one.pilot.state for one in reach_of(finding(many, many), {})] == ["enough"] * 4


def test_settings_that_differ_ask_for_more_settings():
    apart = replace(GOOD, cells=tuple((n, 6, 6 * (n % 2)) for n in range(10)))

    assert all(one.from_settings for one in reach_of(finding(apart, POOR), {}))


def test_weighted_groups_sum_to_all_families():
    strata = {f"{a}|{b}": (20, 10) for a in "xy" for b in "uv"}
    pilot, old = replace(GOOD, strata=strata), replace(POOR, strata=strata)
    weights = balance_of(pilot, old, ("first", "second"))

    assert sum(w for (cut, _), w in weights.items() if cut == "first") == pytest.approx(1)
    assert weights["second", "u"] == pytest.approx(0.5)


ALIKE = {"a": (30, 20), "b": (30, 10)}


def test_where_both_have_the_same_mix_every_family_counts():
    same = replace(GOOD, strata=ALIKE)

    assert in_effect(same, replace(POOR, strata=ALIKE)) == pytest.approx((60, 60))


def test_where_they_differ_fewer_families_count_in_effect():
    other = replace(POOR, strata={"a": (12, 6), "b": (48, 18)})
    ours, theirs = in_effect(replace(GOOD, strata=ALIKE), other)

    assert 30 < ours < 60
    assert 30 < theirs < 60


def test_too_few_families_count_nobody_in_effect():
    few = replace(counts(6, 6, settings=6), strata={"a": (6, 3), "b": (6, 3)})

    assert in_effect(few, few) is None
