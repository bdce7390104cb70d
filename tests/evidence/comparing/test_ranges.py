import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.comparing.ranges import difference_of, effect_of, share_of
from analysis.evidence.intervals import Z90
from tests.counts import counts

FACTS = json.loads(
    (Path(__file__).parents[2] / "facts" / "statistics.json").read_text(encoding="utf-8")
)
sizes = st.integers(0, 60)


def test_one_reply_a_setting_widens_nothing():
    assert effect_of(counts(15, 15, settings=30)) == pytest.approx(1.0)


def test_an_unknown_setting_widens_the_range():
    assert effect_of(counts(15, 15, settings=29, apart=1)) == pytest.approx(1.5)


def test_settings_that_all_differ_widen_it_more():
    alike = counts(20, 20, settings=8)
    apart = type(alike)(alike.outcomes, {}, cells=tuple((n, 5, 5 * (n % 2)) for n in range(8)))

    assert effect_of(apart) > 2 > effect_of(alike)


@pytest.mark.parametrize(("settings", "effect"), [(1, 1 + 39 * 0.15), (2, 1 + 19 * 0.15)])
def test_one_or_two_settings_are_taken_to_differ_as_settings_do(settings, effect):
    alike = counts(20, 20, settings=settings)

    assert effect_of(alike) == pytest.approx(effect)


@pytest.mark.parametrize(("settings", "least"), [(3, 1.5), (4, 1.5), (5, 1.0)])
def test_fewer_than_five_settings_widen_the_range(settings, least):
    assert effect_of(counts(30, 30, settings=settings)) == pytest.approx(least)


@pytest.mark.parametrize("fact", FACTS["about_the_same"])
def test_what_is_about_the_same_is_what_two_one_sided_tests_say(fact):
    (pilot, of), (old, of_old) = fact["pilot"], fact["old"]
    sides = counts(pilot, of - pilot, settings=of), counts(old, of_old - old, settings=of_old)
    _, low, high = difference_of(*sides, Z90)

    assert (max(-low, high) < fact["margin"]) is fact["same"], fact["source"]


def test_nobody_leaves_a_share_open():
    assert share_of(counts(0, 0)) == (0.0, 0.0, 1.0)


@given(a=sizes, b=sizes, c=sizes, d=sizes)
def test_swapping_the_processes_negates_thedifference_of(a, b, c, d):
    one, other = counts(a, b, settings=6), counts(c, d, settings=6)
    forward, back = difference_of(one, other), difference_of(other, one)

    assert forward == pytest.approx((-back[0], -back[2], -back[1]))


@given(a=sizes, b=sizes, c=sizes, d=sizes)
def test_counting_problems_instead_turns_nothing_around(a, b, c, d):
    right = difference_of(counts(a, b, settings=6), counts(c, d, settings=6))
    problem = difference_of(
        counts(a, b, settings=6, of="problem"), counts(c, d, settings=6, of="problem")
    )

    assert problem[1:] == pytest.approx(right[1:])
