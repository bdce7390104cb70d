"""What becomes of thin, even and torn answers: each model comes to a state, none to an error."""

from math import isfinite

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.evidence.annex.findings import Odds, find_annex
from analysis.evidence.counting.selection import select
from analysis.evidence.counting.tally import count
from tests.evidence.annex.made import ANSWERS, GROUPS, models
from tests.evidence.counting.cases import outside_cases
from tests.surveys.folders import outside_folder


def states(found):
    return found.plain.state, found.alike.state, found.settings.state


BETTER, WORSE = [1, 1, 2, 4, 3], [3, 2, 2, 3, 1]


def test_enough_answers_are_fitted_in_all_three_ways():
    found = models([BETTER] * 9, [WORSE] * 9)

    assert states(found) == ("fitted",) * 3
    for odds in (found.plain, found.alike, found.settings):
        ratio, low, high = odds.ratio
        assert 0 < low < ratio < high
        assert ratio > 1
    assert found.parallel > 0.05


def test_answers_turned_round_turn_every_ratio_round():
    there, back = models([BETTER] * 9, [WORSE] * 9), models([WORSE] * 9, [BETTER] * 9)

    for odds, turned in ((there.plain, back.plain), (there.settings, back.settings)):
        ratio, low, high = odds.ratio
        assert turned.ratio == pytest.approx((1 / ratio, 1 / high, 1 / low), rel=1e-3)


def test_a_process_that_nobody_is_of_is_too_few():
    assert states(models([], [WORSE] * 9)) == ("too_few",) * 3


def test_a_process_that_nobody_of_answered_is_too_few():
    assert states(models([[0] * 5] * 9, [WORSE] * 9)) == ("too_few",) * 3


def test_nine_families_in_a_process_are_too_few():
    found = models([[1, 2, 2, 2, 2]], [WORSE] * 9)

    assert found.plain == Odds("too_few")


def test_one_answer_for_all_is_no_ratio():
    found = models([[0, 0, 0, 0, 6]] * 9, [[0, 0, 0, 0, 6]] * 9)

    assert states(found) == ("all_same",) * 3
    assert found.parallel is None


def test_one_answer_in_one_process_is_no_ratio():
    assert models([[0, 0, 6, 0, 0]] * 9, [WORSE] * 9).plain.state == "all_same"


def test_answers_that_never_meet_are_torn_apart():
    found = models([[0, 0, 0, 3, 3]] * 9, [[3, 3, 0, 0, 0]] * 9)

    assert states(found) == ("separated",) * 3


def test_answers_that_meet_in_one_place_are_torn_apart():
    assert models([[0, 0, 3, 3, 0]] * 9, [[3, 3, 3, 0, 0]] * 9).plain.state == "separated"


def test_fourteen_settings_are_not_told_apart():
    found = models([BETTER] * 7, [WORSE] * 7)

    assert (found.plain.state, found.settings.state) == ("fitted", "too_few")


def test_two_settings_of_a_process_are_not_told_apart():
    assert models([BETTER] * 2, [WORSE] * 18).settings.state == "too_few"


def test_families_of_settings_that_nobody_knows_are_compared_without_them():
    found = models([BETTER] * 9, [WORSE] * 9, known=False)

    assert (found.plain.state, found.settings.state) == ("fitted", "too_few")


def test_groups_that_are_not_known_are_in_no_like_for_like():
    assert models([BETTER] * 9, [WORSE] * 9, groups=("old|",)).alike.state == "too_few"


def test_settings_that_differ_widen_a_range():
    apart = [[3, 2, 3, 4, 0], [1, 0, 1, 4, 6]]
    even = np.mean(apart, axis=0).tolist()
    wide, narrow = (models(cells * 5, [WORSE] * 10).plain.ratio for cells in (apart, [even, even]))

    assert wide[0] == pytest.approx(narrow[0], rel=1e-4)
    assert wide[2] - wide[1] > 1.3 * (narrow[2] - narrow[1])


def test_processes_that_differ_otherwise_at_each_line_give_no_ratio():
    found = models([[4, 1, 1, 1, 4]] * 9, [[1, 4, 2, 4, 1]] * 9)

    assert states(found) == ("assumption_fails",) * 3
    assert found.parallel < 0.05


cell = st.lists(st.integers(0, 6), min_size=ANSWERS, max_size=ANSWERS)


@given(st.lists(cell, max_size=12), st.lists(cell, max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_was_answered_there_is_a_state_and_no_number_but_a_finite_one(pilot, old):
    found = models(pilot, old, groups=GROUPS)

    for odds in (found.plain, found.alike, found.settings):
        assert (odds.ratio is not None) == (odds.state == "fitted")
        assert all(isfinite(number) for number in odds.ratio or ())


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    folder = outside_folder(tmp_path_factory.mktemp("outside"))
    survey = load_survey(folder)
    return survey, count(outside_cases(survey, load_council(folder)), survey)


def test_each_compared_measure_has_a_row_and_questions_in_an_order_have_models(outside):
    survey, counted = outside
    found = {one.measure: one for one in find_annex(counted, select(counted), survey)}

    ordered = {name for aim in survey.aims for name in aim.composite}
    assert {name for name in found if found[name].models} >= ordered
    assert found["T1"].models is None
    assert "T6" not in found  # of another kind of family in each process


def test_the_models_rest_on_the_same_families_as_the_comparison(outside):
    survey, counted = outside
    tally = select(counted)
    for one in find_annex(counted, tally, survey):
        assert (one.pilot, one.old) == (
            tally.items[one.measure, "pilot"],
            tally.items[one.measure, "old"],
        )
        if one.models and one.models.plain.state == "fitted":
            assert one.models.plain.smaller == min(one.pilot.base, one.old.base)


def test_under_ten_families_there_is_no_chance(outside):
    survey, counted = outside
    for one in find_annex(counted, select(counted), survey):
        assert (one.chance is None) == (min(one.pilot.base, one.old.base) < 10)
