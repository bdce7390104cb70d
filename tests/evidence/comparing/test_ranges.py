import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.comparing.ranges import difference_of, effect_of, share_of, standing_of
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


ANSWERS = st.lists(st.integers(0, 30), min_size=5, max_size=5).filter(any)
ORDER = ["worst", "bad", "middling", "good", "best"]


def answered(numbers, settings=0):
    right = sum(numbers[3:])
    found = counts(right, sum(numbers) - right, settings=settings)
    return replace(found, answers=dict(zip(ORDER, numbers, strict=True)))


def test_answers_that_are_all_better_always_win():
    low, high = answered([10, 10, 0, 0, 0]), answered([0, 0, 0, 10, 10])

    assert standing_of(high, low, ORDER)[0] == 1


@given(ANSWERS, ANSWERS)
def test_swapping_the_processes_turns_the_draw_round(one, other):
    forward = standing_of(answered(one, 6), answered(other, 6), ORDER)
    back = standing_of(answered(other, 6), answered(one, 6), ORDER)

    assert forward == pytest.approx((1 - back[0], 1 - back[2], 1 - back[1]))


@given(ANSWERS, ANSWERS)
def test_reading_an_item_from_its_other_end_turns_the_draw_round(one, other):
    pilot, old = answered(one, 6), answered(other, 6)
    forward, back = standing_of(pilot, old, ORDER), standing_of(pilot, old, ORDER[::-1])

    assert forward == pytest.approx((1 - back[0], 1 - back[2], 1 - back[1]))


def test_unknown_settings_widen_the_range_of_a_draw():
    numbers = [4, 6, 9, 12, 9]
    known, unknown = answered(numbers, 40), replace(answered(numbers, 40), apart=(5, 2))
    narrow, wide = (standing_of(pilot, answered(numbers, 40), ORDER) for pilot in (known, unknown))

    assert wide[2] - wide[1] > 1.2 * (narrow[2] - narrow[1])


def test_without_the_answers_themselves_nothing_is_drawn():
    assert standing_of(answered([4, 6, 9, 12, 9]), counts(20, 20), ["worst"]) is None
