import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import brunnermunzel

from analysis.errors import InputError
from analysis.evidence.counting.counts import Counts
from analysis.evidence.intervals import (
    Z90,
    brunner_munzel_interval,
    newcombe_interval,
    wilson_interval,
)

FACTS = Path(__file__).parents[1] / "facts"
STATISTICS = json.loads((FACTS / "statistics.json").read_text(encoding="utf-8"))
JOURNEY = json.loads((FACTS / "journey.json").read_text(encoding="utf-8"))

counts = st.integers(1, 400).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
answers = st.lists(st.integers(0, 30), min_size=5, max_size=5)


@pytest.mark.parametrize("fact", STATISTICS["wilson_interval"])
def test_wilson_gives_the_published_interval(fact):
    found = wilson_interval(*fact["inputs"])
    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("fact", JOURNEY["stage_share"])
def test_the_share_of_a_stage_is_of_those_who_answered_and_to_whom_it_applies(fact):
    base = fact["problem"] + fact["right"] + fact["neutral"]
    found = wilson_interval(fact["problem"], base)
    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["by_hand"]


@pytest.mark.parametrize("fact", JOURNEY["stage_share"])
def test_the_bounds_of_a_stage_are_of_all_to_whom_it_applies(fact):
    outcomes = {name: fact[name] for name in ("problem", "right", "neutral", "unknown")}
    found = Counts(outcomes, {}, of="problem", seen_problem=fact["seen_problem"]).bounds()
    assert found == pytest.approx(fact["bounds"], abs=fact["within"]), fact["by_hand"]


def test_nobody_answering_leaves_the_share_open():
    assert wilson_interval(0, 0) == (0.0, 1.0)


def test_nobody_of_twenty_could_still_be_one_in_six():
    low, high = wilson_interval(0, 20)
    assert low == 0
    assert high == pytest.approx(0.1611, abs=5e-5)


@pytest.mark.parametrize(("count", "total"), [(5, 4), (-1, 4), (1, 0), (float("nan"), 4)])
def test_a_count_outside_its_total_is_refused(count, total):
    with pytest.raises(InputError, match="expected 0 to the total"):
        wilson_interval(count, total)


@given(counts)
def test_the_range_holds_the_share_and_stays_in_0_to_1(answered):
    low, high = wilson_interval(*answered)
    assert 0 <= low <= answered[0] / answered[1] + 1e-12
    assert answered[0] / answered[1] - 1e-12 <= high <= 1


@given(counts)
def test_those_who_did_not_agree_have_the_mirrored_range(answered):
    count, total = answered
    low, high = wilson_interval(count, total)
    assert wilson_interval(total - count, total) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(counts)
def test_the_90_percent_range_lies_inside_the_95_percent_one(answered):
    low, high = wilson_interval(*answered)
    narrow_low, narrow_high = wilson_interval(*answered, z=Z90)
    assert low <= narrow_low <= narrow_high <= high


@pytest.mark.parametrize("fact", STATISTICS["newcombe_interval"])
def test_newcombe_gives_the_published_interval(fact):
    difference, low, high = fact["expected"]
    count_pilot, total_pilot, count_old, total_old = fact["inputs"]
    shares_differ_by = count_pilot / total_pilot - count_old / total_old
    assert shares_differ_by == pytest.approx(difference, abs=fact["within"])
    found = newcombe_interval(*fact["inputs"])
    assert found == pytest.approx((low, high), abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("fact", JOURNEY["difference"])
def test_fewer_problems_in_the_pilot_count_as_better(fact):
    (pilot, pilot_base), (old, old_base) = fact["pilot"], fact["old"]
    difference, *ends = fact["expected"]
    assert old / old_base - pilot / pilot_base == pytest.approx(difference)
    found = newcombe_interval(old, old_base, pilot, pilot_base)
    assert found == pytest.approx(ends, abs=fact["within"]), fact["by_hand"]


@pytest.mark.parametrize("inputs", [(0, 0, 3, 9), (3, 9, 0, 0), (0, 0, 0, 0)])
def test_nobody_in_one_process_leaves_the_difference_open(inputs):
    assert newcombe_interval(*inputs) == (-1.0, 1.0)


def test_a_count_above_its_total_is_refused_though_the_other_process_is_empty():
    with pytest.raises(InputError):
        newcombe_interval(5, 4, 0, 0)


@given(counts, counts)
def test_swapping_the_processes_mirrors_the_difference(pilot, old):
    low, high = newcombe_interval(*pilot, *old)
    assert newcombe_interval(*old, *pilot) == pytest.approx((-high, -low), abs=1e-12)


@given(counts, counts)
def test_the_difference_never_leaves_minus_one_to_one(pilot, old):
    low, high = newcombe_interval(*pilot, *old)
    assert -1 <= low <= pilot[0] / pilot[1] - old[0] / old[1] <= high <= 1


def as_counts(scores):
    return np.bincount(scores, minlength=6)[1:]


@pytest.mark.parametrize("fact", STATISTICS["brunner_munzel_interval"])
def test_brunner_munzel_gives_the_published_effect(fact):
    expected, within = fact["expected"], fact["within"]
    found = brunner_munzel_interval(as_counts(fact["higher"]), as_counts(fact["lower"]))
    assert found.estimate == pytest.approx(expected["relative_effect"], abs=within)
    assert (found.low, found.high) == pytest.approx(expected["ci"], abs=within), fact["source"]
    assert found.degrees == pytest.approx(expected["df"], abs=5e-4)


@pytest.mark.parametrize("fact", STATISTICS["brunner_munzel_interval"])
def test_its_error_gives_the_published_statistic(fact):
    found = brunner_munzel_interval(as_counts(fact["higher"]), as_counts(fact["lower"]))
    statistic = (found.estimate - 0.5) / found.error
    assert statistic == pytest.approx(fact["expected"]["stat"], abs=5e-5)
    other_way = brunnermunzel(fact["lower"], fact["higher"])
    assert other_way.statistic == pytest.approx(statistic)
    assert other_way.pvalue == pytest.approx(fact["expected"]["p"], abs=5e-7)


@given(answers, answers)
def test_swapping_the_processes_mirrors_the_effect(pilot, old):
    one, other = brunner_munzel_interval(pilot, old), brunner_munzel_interval(old, pilot)
    mirrored = (1 - one.estimate, 1 - one.high, 1 - one.low)
    assert (other.estimate, other.low, other.high) == pytest.approx(mirrored, abs=1e-9)


@pytest.mark.parametrize(
    ("pilot", "old", "estimate"),
    [
        ([0, 0, 0], [1, 2, 3], 0.5),
        ([0, 0, 9], [0, 0, 7], 0.5),
        ([0, 0, 9], [7, 0, 0], 1.0),
        ([0, 1, 0], [3, 2, 4], 4 / 9),
    ],
)
def test_where_the_spread_cannot_be_told_the_effect_is_open(pilot, old, estimate):
    found = brunner_munzel_interval(pilot, old)
    assert (found.low, found.high, found.error) == (0.0, 1.0, None)
    assert found.estimate == pytest.approx(estimate)


@pytest.mark.parametrize("old", [[1, 2], [[1, 2, 3]], [1, -2, 3]])
def test_answers_of_another_scale_are_refused(old):
    with pytest.raises(InputError, match="pilot and old"):
        brunner_munzel_interval([1, 2, 3], old)
