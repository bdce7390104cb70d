import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.learning.thresholds import (
    choose_thresholds,
    expected_calibration_error,
    fit_calibration,
    held_out_confidence,
    weighed,
)


def test_without_decisions_the_usual_threshold_stands():
    empty = np.zeros((0, 3))

    assert choose_thresholds(empty, empty.astype(bool), 0.25).tolist() == [0.25] * 3


def test_many_decisions_move_a_threshold_to_where_the_code_parts():
    truth = np.arange(200) % 2 == 0
    probability = np.where(truth, 0.8, 0.6)

    [threshold] = choose_thresholds(probability[:, None], truth[:, None], 0.25)

    assert 0.55 < threshold < 0.8


def test_two_positives_leave_a_code_at_the_common_threshold():
    truth = np.zeros((100, 2), bool)
    truth[:50, 0] = True
    truth[:2, 1] = True
    probability = np.where(truth, 0.9, 0.1)
    probability[:, 1] /= 4

    own, common = choose_thresholds(probability, truth, 0.25)

    alone = choose_thresholds(probability[:, :1], truth[:, :1], 0.25)
    assert common == pytest.approx(own, abs=0.2)
    assert own == pytest.approx(alone[0], abs=0.05)


def test_rare_codes_have_a_threshold_that_common_ones_do_not_decide():
    truth = np.zeros((400, 9), bool)
    truth[:200, 0] = True
    for code in range(1, 9):
        truth[code * 4 : code * 4 + 4, code] = True
    probability = np.full(truth.shape, 0.05)
    probability[:, 0] = np.where(truth[:, 0], 0.9, 0.4)
    probability[:, 1:][truth[:, 1:]] = 0.25

    common, *rare = choose_thresholds(probability, truth, 0.28)

    assert common > 0.35
    assert max(rare) < 0.25


def test_overconfidence_is_calibrated_away():
    draw = np.random.default_rng(1)
    odds = np.full(400, 3.0)
    right = draw.random(400) < 0.6
    odds[:200] = 2.0

    slope, shift = fit_calibration(odds, right)

    sure = 1 / (1 + np.exp(-(slope * odds + shift)))
    assert expected_calibration_error(sure, right) < 0.05


@pytest.mark.parametrize("right", [True, False])
def test_one_kind_of_outcome_moves_confidence_and_breaks_nothing(right):
    slope, shift = fit_calibration(np.zeros(100), np.full(100, right))

    assert slope == pytest.approx(1)
    assert 1 < (shift if right else -shift) < 10


def test_fifty_decisions_tell_how_sure_to_be_of_what_is_given():
    draw = np.random.default_rng(4)
    errors: dict[str, list[float]] = {"given": [], "weighed": []}
    for _ in range(40):
        likely = draw.beta(0.3, 4, (50, 20))
        truth = draw.random(likely.shape) < likely
        for name, counts in (("given", likely >= 0.3), ("weighed", weighed(likely, 0.3))):
            odds = np.log(likely[counts] / (1 - likely[counts]))
            slope, shift = fit_calibration(odds, truth[counts], (1.7, 1.28))
            asked = np.linspace(0.3, 0.9, 20)
            sure = 1 / (1 + np.exp(-(slope * np.log(asked / (1 - asked)) + shift)))
            errors[name].append(np.abs(sure - asked).mean())

    assert np.mean(errors["weighed"]) < 0.7 * np.mean(errors["given"])


def test_every_code_that_is_given_counts_for_confidence():
    likely = np.array([[0.01, 0.03, 0.2]])

    assert weighed(likely, np.array([0.02, 0.02, 0.3])).tolist() == [[False, True, True]]


def test_two_decisions_hardly_move_confidence():
    slope, shift = fit_calibration(np.array([2.0, 2.0]), np.array([True, False]))

    assert 0.5 < slope <= 1
    assert abs(shift) < 0.5


def test_held_out_decisions_are_within_a_twentieth_of_the_confidence_shown():
    draw = np.random.default_rng(2)
    odds = draw.normal(1, 1.5, 2_000)
    right = draw.random(2_000) < 1 / (1 + np.exp(-(0.5 * odds - 0.4)))
    part = np.arange(2_000) % 5

    as_given = 1 / (1 + np.exp(-odds))

    assert expected_calibration_error(as_given, right) > 0.15
    assert expected_calibration_error(held_out_confidence(odds, right, part), right) <= 0.05


def test_a_part_has_no_say_in_its_own_confidence():
    odds, part = np.zeros(40), np.arange(40) % 2
    right = part == 1

    sure = held_out_confidence(odds, right, part)

    assert sure[part == 1].max() < 0.5 < sure[part == 0].min()


def test_confidence_that_comes_true_has_no_error():
    assert expected_calibration_error([1.0, 0.0], [True, False]) == 0


def test_nothing_said_has_no_error():
    assert expected_calibration_error([], []) == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_the_error_is_a_proportion(pairs):
    sure, right = zip(*pairs, strict=True)

    assert 0 <= expected_calibration_error(sure, right) <= 1
