import pytest

from analysis.evidence.verdict import Arm, choose_rule

MANY = 12


def arm(base, counted, settings=MANY, apart=0):
    return Arm(base, counted, settings, apart)


def rule(pilot, old, low=-0.1, high=0.1):
    return choose_rule(pilot, old, ((low + high) / 2, low, high)).rule


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
def test_the_first_rule_that_matches_is_said(pilot, old, low, high, expected):
    assert rule(pilot, old, low, high) == expected


def test_without_a_difference_nothing_is_shown():
    assert choose_rule(arm(50, 20), arm(50, 20), None).rule == "W0"


def test_few_settings_are_named_by_their_process():
    assert choose_rule(arm(40, 20), arm(40, 20, settings=2), (0, -0.2, 0.2)).settings_few == "old"


def test_settings_known_of_less_than_half_are_not_said_to_be_few():
    assert rule(arm(40, 20, settings=2, apart=21), arm(40, 20)) != "W1s"


def test_few_settings_of_which_some_are_unknown_are_said_so():
    verdict = choose_rule(arm(40, 20, settings=2, apart=5), arm(40, 20), (0, -0.2, 0.2))

    assert verdict.some_unplaced
