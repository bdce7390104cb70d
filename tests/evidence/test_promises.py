"""What the words promise, held by made-up pilots whose truth is known."""

from math import sqrt

import pytest

from tests.simulations.cases import AT_LEAST, AT_MOST, COVERED, GAP, NOTHING_DIFFERS, READINGS
from tests.simulations.limits import simulate_limits
from tests.simulations.odds import simulate_odds
from tests.simulations.pilots import Pilot, simulate
from tests.simulations.themes import simulate_themes

RUNS = 150
SHORT = "50 read of 150 and of 300"


def room(share, runs=RUNS):
    """How far from a share chance takes so many runs: further once in a hundred times."""
    return 2.58 * sqrt(share * (1 - share) / runs)


@pytest.mark.parametrize("case", NOTHING_DIFFERS)
def test_where_nothing_differs_hardly_ever_more_or_less_likely_is_said(case, measured):
    found = simulate(NOTHING_DIFFERS[case], RUNS, seed=7)
    share = found.share(found.likely)
    measured(f"nothing differs, {case}: more or less likely said in {share:.1%} of {RUNS} runs")

    assert share <= AT_MOST + room(AT_MOST)


def test_a_gap_of_25_is_said_in_at_least_half_of_the_pilots(measured):
    found = simulate(GAP, RUNS, seed=7)
    said, likely = found.share(found.first_said), found.share(found.first_likely)
    measured(f"25 points apart: said in {said:.0%}, more likely in {likely:.0%} of {RUNS} runs")

    assert said >= AT_LEAST


def test_with_most_settings_unknown_no_word_is_stronger_than_no_clear_difference():
    found = simulate(Pilot(8, 20, 80, 160, unknown=0.85, gap=0.4, share=0.4), 60, seed=7)

    assert set(found.rules) <= {"W2", "W4"}


def test_the_range_of_a_theme_holds_the_truth_where_the_computers_count_does_not(measured):
    found = simulate_themes(READINGS[SHORT], 300, seed=7)
    measured(
        f"range of a theme, {SHORT}: holds the truth in {found.ours:.1%} of 300 runs,"
        f" the computer's count alone in {found.naive:.1%}"
    )

    assert COVERED[0] - room(COVERED[0], 300) <= found.ours <= COVERED[1] + room(COVERED[1], 300)
    assert found.naive < 0.8


def test_ranges_of_odds_hold_the_truth_where_settings_differ(measured):
    found = simulate_odds(8, 20, 6, 100, seed=7)
    measured(
        f"range of odds, 8 and 20 settings: holds the truth in {found.settings:.0%} of 100 runs"
        f" with settings told apart, {found.plain:.0%} as counted, {found.naive:.0%} without either"
    )

    assert min(found.settings, found.plain) >= COVERED[0] - room(COVERED[0], 100)


def test_the_bounds_of_a_time_limit_always_hold_the_truth(measured):
    found = simulate_limits(families=80, runs=60, seed=7)
    measured(
        f"time limits, 60 surveys of 80: truth {found.truth:.0%}, counted {found.counted:.0%}, all"
        f" who know {found.naive:.0%}; bounds {found.width:.0%} wide, right in {found.held:.0%}"
    )

    assert found.held == 1
    assert abs(found.counted - found.truth) < 0.03
    assert found.naive > found.truth + 0.05
