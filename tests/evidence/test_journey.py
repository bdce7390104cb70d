import json
from datetime import date
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.evidence.journey import (
    count_band,
    first_problem,
    seen_problem,
    sign_flip_p_value,
    stage_state,
)
from analysis.evidence.timeliness import clock_state

FACTS = Path(__file__).parents[1] / "facts" / "journey.json"
JOURNEY = json.loads(FACTS.read_text(encoding="utf-8"))

sums = st.lists(st.integers(-5, 5), max_size=10)


@pytest.mark.parametrize("fact", JOURNEY["two_markers"])
def test_two_markers_come_to_one_state_in_either_order(fact):
    first, second = fact["markers"]
    assert stage_state(first, second) == stage_state(second, first) == fact["state"]
    assert seen_problem(first, second) == seen_problem(second, first) == fact["seen_problem"]


@pytest.mark.parametrize("fact", JOURNEY["one_family"], ids=lambda fact: fact["stage"])
def test_one_family_has_the_states_reckoned_by_hand(fact):
    first, second = fact["markers"]
    if fact["clock"]:
        days = zip(fact["markers"], fact["clock"], strict=True)
        reply = date(2026, 5, 20)
        first, second = (clock_state(marker, "2026-03", reply, after) for marker, after in days)
    found = {"state": stage_state(first, second), "seen_problem": seen_problem(first, second)}
    assert found == {name: fact[name] for name in found}, fact["by_hand"]


@pytest.mark.parametrize("rule", [stage_state, seen_problem])
def test_a_word_that_is_no_state_is_refused(rule):
    with pytest.raises(InputError, match="'fine'"):
        rule("right", "fine")


@pytest.mark.parametrize("fact", JOURNEY["first_and_band"])
def test_the_first_problem_is_known_only_if_every_earlier_stage_is(fact):
    states = dict(zip(JOURNEY["order"], fact["states"], strict=True))
    assert first_problem(states) == fact["first"]


@pytest.mark.parametrize("fact", JOURNEY["first_and_band"])
def test_stages_with_a_problem_fall_into_bands(fact):
    assert count_band(fact["states"].count("problem")) == fact["band"]


def test_eight_stages_have_four_bands():
    bands = [count_band(problems) for problems in range(9)]
    assert bands == ["0", "1-2", "1-2", "3-4", "3-4", "5-8", "5-8", "5-8", "5-8"]


def test_the_last_band_ends_with_the_journey():
    bands = [[count_band(problems, stages) for problems in range(stages + 1)] for stages in (3, 5)]
    assert bands == [["0", "1-2", "1-2", "3"], ["0", "1-2", "1-2", "3-4", "3-4", "5"]]


@pytest.mark.parametrize(("problems", "stages"), [(-1, 8), (9, 8), (4, 3)])
def test_more_problems_than_stages_are_refused(problems, stages):
    with pytest.raises(InputError, match="problems"):
        count_band(problems, stages)


@pytest.mark.parametrize("fact", JOURNEY["sign_flips"])
def test_flipping_whole_settings_gives_the_chance_reckoned_by_hand(fact):
    assert sign_flip_p_value(fact["sums"]) == pytest.approx(fact["expected"]), fact["by_hand"]


@given(sums)
def test_the_exact_chance_is_that_of_every_flip_tried(differences):
    tried = [
        abs(sum(sign * one for sign, one in zip(signs, differences, strict=True)))
        for signs in product([-1, 1], repeat=len(differences))
    ]
    expected = sum(one >= abs(sum(differences)) for one in tried) / len(tried)
    assert sign_flip_p_value(differences) == expected


@given(sums, st.randoms(use_true_random=False))
def test_neither_the_settings_names_nor_the_stages_order_matter(differences, random):
    other_way = [-one for one in random.sample(differences, len(differences))]
    assert sign_flip_p_value(other_way) == sign_flip_p_value(differences)


def test_without_settings_nothing_is_told():
    assert sign_flip_p_value([]) == sign_flip_p_value([0, 0, 0]) == 1


def test_twenty_settings_of_one_mind_are_flipped_in_every_way():
    assert sign_flip_p_value([1] * 20) == 2 / 2**20


def test_more_settings_are_flipped_at_random_by_the_seed():
    differences = np.random.default_rng(2).integers(-3, 6, 60)
    one, other = (sign_flip_p_value(differences, seed=seed) for seed in (7, 7))
    assert one == other
    assert sign_flip_p_value([1] * 60, draws=99) == 0.01


def test_flips_at_random_come_near_to_all_flips():
    differences = [2, -1, 3, 1, -2, 1, 2, -1, 1, 1, 2, -3, 1, 2, -1, 1, 1, -2, 1, 2]
    # Two settings more that cancel nothing out: too small to matter, too many to try all.
    found = sign_flip_p_value([*differences, 1e-12, 1e-12])
    assert found == pytest.approx(sign_flip_p_value(differences), abs=0.02)


@pytest.mark.parametrize("wrong", [[[1, 2], [3, 4]], 5, [1, float("nan")], [float("inf")]])
def test_what_is_no_row_of_sums_is_refused(wrong):
    with pytest.raises(InputError, match="sums"):
        sign_flip_p_value(wrong)
