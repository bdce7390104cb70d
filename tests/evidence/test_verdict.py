from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.verdict import Arm, Verdict, View, add_time_rules, choose_rule

MANY = 12
CLEAR = {"p_value": 0.001, "adjusted": 0.01}


def arm(base, counted, settings=MANY, apart=0):
    return Arm(base, counted, settings, apart)


def view(low=-0.1, high=0.1, **more):
    return View(((low + high) / 2, low, high), **more)


@pytest.mark.parametrize(
    ("pilot", "old", "low", "high", "expected"),
    [
        (arm(9, 4), arm(40, 20), -0.3, 0.3, "W0"),
        (arm(10, 4), arm(9, 4), -0.3, 0.3, "W0"),
        (arm(10, 4, settings=2), arm(40, 20), -0.3, 0.3, "W1s"),
        (arm(60, 30, settings=4), arm(40, 20), -0.3, 0.3, "W1s"),
        (arm(10, 4), arm(40, 20), -0.3, 0.3, "W1"),
        (arm(29, 29), arm(29, 29), -0.1, 0.1, "W1"),
        (arm(30, 30), arm(30, 30), -0.1, 0.1, "W3s"),
        (arm(30, 0), arm(30, 0), -0.1, 0.1, "W3s"),
        (arm(30, 20), arm(30, 10), -0.2, 0.3, "W2"),
        (arm(90, 20), arm(90, 10), 0.01, 0.2, "W2"),
        (arm(90, 20), arm(90, 10), -0.2, -0.01, "W2"),
        (arm(90, 40), arm(90, 40), -0.14, 0.14, "W4"),
    ],
)
def test_without_a_test_across_settings_nothing_is_said_to_differ(pilot, old, low, high, expected):
    assert choose_rule(pilot, old, view(low, high)).rule == expected


@pytest.mark.parametrize(
    ("base", "settings", "low", "expected"),
    [
        (29, MANY, 0.02, "W1e"),
        (60, 4, 0.02, "W1e"),
        (60, 2, 0.02, "W1s"),
        (60, MANY, 0.02, "W6"),
        (60, MANY, 0.10, "W7"),
    ],
)
def test_a_clear_difference_is_said_as_strongly_as_the_numbers_bear(base, settings, low, expected):
    both = arm(base, base // 2, settings)

    verdict = choose_rule(both, arm(90, 40), view(low, 0.4, **CLEAR))

    assert (verdict.rule, verdict.direction) == (
        expected,
        None if expected == "W1s" else "more",
    )


def test_one_clear_question_among_many_is_only_possible():
    one = view(0.02, 0.3, p_value=0.04, adjusted=0.2)

    assert choose_rule(arm(60, 40), arm(60, 20), one).rule == "W5"


def test_settings_that_part_as_far_by_chance_leave_it_open():
    chance = view(0.02, 0.3, p_value=0.2, adjusted=0.2)

    assert choose_rule(arm(60, 40), arm(60, 20), chance).rule == "W2"


def test_settings_known_of_less_than_half_leave_it_open():
    unknown = arm(60, 40, apart=31)

    assert choose_rule(unknown, arm(60, 20), view(0.02, 0.3, **CLEAR)).rule == "W2"


@pytest.mark.parametrize(("largest", "also"), [(30, ()), (31, ("WL",))])
def test_one_setting_with_more_than_half_is_told_beside_what_is_claimed(largest, also):
    large = replace(arm(70, 40, apart=10), largest=largest)

    assert choose_rule(large, arm(60, 20), view(0.02, 0.3, **CLEAR)).also == also
    assert choose_rule(arm(60, 20), large, view(0.02, 0.3, **CLEAR)).also == also


def test_where_nothing_is_claimed_one_large_setting_is_not_told_of():
    large = replace(arm(60, 40), largest=50)

    assert choose_rule(large, arm(60, 20), view()).also == ()


def test_a_range_within_what_was_agreed_is_about_the_same():
    narrow = view(-0.09, 0.09, narrow=(-0.07, 0.08))

    assert choose_rule(arm(400, 200), arm(400, 200), narrow, margin=0.1).rule == "W3"
    assert choose_rule(arm(400, 200), arm(400, 200), narrow).rule == "W4"


def test_what_changes_among_similar_children_is_unclear():
    mixed = view(0.02, 0.3, **CLEAR, like_for_like=(0.0, -0.1, 0.1))

    assert choose_rule(arm(60, 40), arm(60, 20), mixed).rule == "W9"


def test_a_difference_that_shows_among_similar_children_alone_is_unclear():
    mixed = view(-0.1, 0.1, like_for_like=(0.1, 0.02, 0.2))

    assert choose_rule(arm(60, 40), arm(60, 20), mixed).rule == "W9"


def test_a_range_that_settings_do_not_bear_out_is_no_story_that_could_change():
    chance = view(0.02, 0.3, p_value=0.2, adjusted=0.2, like_for_like=(0.1, -0.02, 0.2))

    assert choose_rule(arm(60, 40), arm(60, 20), chance).rule == "W2"


def test_settings_known_of_less_than_half_are_not_called_about_the_same():
    narrow = view(-0.05, 0.05, narrow=(-0.04, 0.04))

    assert choose_rule(arm(400, 200, apart=201), arm(400, 200), narrow, margin=0.1).rule == "W4"


def test_without_a_difference_nothing_is_shown():
    assert choose_rule(arm(50, 20), arm(50, 20), View(None)).rule == "W0"


def test_few_settings_are_named_by_their_process():
    assert choose_rule(arm(40, 20), arm(40, 20, settings=2), view()).settings_few == "old"


def test_settings_known_of_less_than_half_are_not_said_to_be_few():
    assert choose_rule(arm(40, 20, settings=2, apart=21), arm(40, 20), view()).rule != "W1s"


def test_few_settings_of_which_some_are_unknown_are_said_so():
    assert choose_rule(arm(40, 20, settings=2, apart=5), arm(40, 20), view()).some_unplaced


ends = st.floats(-1, 1).map(lambda x: round(x, 3))
p_values = st.sampled_from([None, 0.001, 0.04, 0.06])


@given(ends=st.tuples(ends, ends).map(sorted), p=p_values, q=p_values, base=st.integers(10, 99))
def test_swapping_the_processes_says_the_same_the_other_way(ends, p, q, base):
    low, high = ends
    one, other = arm(base, base // 3), arm(60, 30)
    forward = choose_rule(one, other, view(low, high, p_value=p, adjusted=q))
    back = choose_rule(other, one, view(-high, -low, p_value=p, adjusted=q))
    turned = {"more": "less", "less": "more", None: None}

    if low + high:
        assert replace(back, direction=turned[back.direction]) == forward


SHORT, OPEN, LONG = (0.8, 0.7, 0.9), (0.4, 0.3, 0.5), (0.3, 0.2, 0.49)


def beside(pilot, old, arms=None, early=False):
    arms = arms or {"pilot": arm(60, 30), "old": arm(60, 30)}
    found = add_time_rules(Verdict("W2"), {"pilot": pilot, "old": old}, arms, early)
    return found.also, found.waited


@pytest.mark.parametrize(
    ("pilot", "old", "waited"),
    [(LONG, LONG, "both"), (LONG, SHORT, "pilot"), (OPEN, LONG, "old"), (None, LONG, "old")],
)
def test_more_than_half_still_waited_where_the_whole_range_lies_below_one_half(pilot, old, waited):
    assert beside(pilot, old) == (("WT1",), waited)


@pytest.mark.parametrize("share", [OPEN, SHORT, None])
def test_where_the_range_leaves_it_open_nobody_is_said_to_have_waited(share):
    assert beside(share, share) == ((), None)


@pytest.mark.parametrize("few", [arm(29, 5), arm(60, 5, settings=2)])
def test_few_families_or_settings_are_not_said_to_have_waited(few):
    assert beside(LONG, SHORT, {"pilot": few, "old": arm(60, 30)}) == ((), None)


def test_families_whose_limit_may_not_have_passed_are_told_of_last():
    assert beside(LONG, SHORT, early=True) == (("WT1", "WT2"), "pilot")
