"""What the words promise, held by made-up pilots whose truth is known."""

from math import sqrt

import pytest

from tests.simulations import Pilot, simulate, simulate_limits

RUNS = 150
AT_MOST, AT_LEAST = 0.05, 0.5
# By chance 150 runs of a rule that is wrong in 5 of 100 go wrong more often than this in 1 of 200.
ROOM = 2.58 * sqrt(AT_MOST * (1 - AT_MOST) / RUNS)
NOTHING_DIFFERS = {
    "8 and 20 settings, 6 replies each": Pilot(8, 20, 48, 120),
    "8 and 20 settings, 8 replies each": Pilot(8, 20, 64, 160),
    "4 and 30 settings": Pilot(4, 30, 32, 240),
    "45 of 100 settings not known": Pilot(8, 20, 80, 160, unknown=0.45),
    "70 of 100 settings not known": Pilot(8, 20, 80, 160, unknown=0.70),
    "every pilot setting in both": Pilot(8, 12, 80, 160, shared=True),
}


@pytest.mark.parametrize("case", NOTHING_DIFFERS)
def test_where_nothing_differs_hardly_ever_more_or_less_likely_is_said(case, measured):
    found = simulate(NOTHING_DIFFERS[case], RUNS, seed=7)
    share = found.share(found.likely)
    measured(f"nothing differs, {case}: more or less likely said in {share:.1%} of {RUNS} runs")

    assert share <= AT_MOST + ROOM


def test_a_gap_of_25_is_said_in_at_least_half_of_the_pilots(measured):
    pilot = Pilot(8, 12, 100, 150, share=0.5, gap=0.25)
    found = simulate(pilot, RUNS, seed=7)
    said, likely = found.share(found.first_said), found.share(found.first_likely)
    measured(f"25 points apart: said in {said:.0%}, more likely in {likely:.0%} of {RUNS} runs")

    assert said >= AT_LEAST


def test_with_most_settings_unknown_no_word_is_stronger_than_no_clear_difference():
    found = simulate(Pilot(8, 20, 80, 160, unknown=0.85, gap=0.4, share=0.4), 60, seed=7)

    assert set(found.rules) <= {"W2", "W4"}


def test_the_bounds_of_a_time_limit_always_hold_the_truth(measured):
    found = simulate_limits(families=80, runs=60, seed=7)
    measured(
        f"time limits, 60 surveys of 80: truth {found.truth:.0%}, counted {found.counted:.0%}, all"
        f" who know {found.naive:.0%}; bounds {found.width:.0%} wide, right in {found.held:.0%}"
    )

    assert found.held == 1
    assert abs(found.counted - found.truth) < 0.03
    assert found.naive > found.truth + 0.05
