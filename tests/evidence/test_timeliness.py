import json
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from analysis.errors import InputError
from analysis.evidence.timeliness import (
    clock_state,
    limit_bounds,
    median_weeks,
    waiting_curve,
)

FACTS = Path(__file__).parents[1] / "facts"
STATISTICS = json.loads((FACTS / "statistics.json").read_text(encoding="utf-8"))
JOURNEY = json.loads((FACTS / "journey.json").read_text(encoding="utf-8"))

outcomes = st.sampled_from(["right", "problem", "neutral", "unknown"])
reviews = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=60)


@pytest.mark.parametrize("fact", JOURNEY["clock"])
def test_an_answer_counts_only_once_its_limit_has_passed_for_certain(fact):
    reply = date.fromisoformat(fact["reply"])
    found = clock_state(fact["outcome"], fact["meeting"], reply, fact["after_days"])
    assert found == fact["expected"]


@pytest.mark.parametrize(
    ("reply", "expected"), [(date(2026, 3, 31), "na"), (date(2026, 4, 1), "right")]
)
def test_a_known_day_is_used_instead_of_the_end_of_its_month(reply, expected):
    assert clock_state("right", "2026-03-03", reply, 28) == expected


@pytest.mark.parametrize("meeting", [None, "dont_know", "skipped"])
def test_without_a_date_no_answer_counts(meeting):
    assert clock_state("right", meeting, date(2026, 5, 1), 28) == "unknown"


@pytest.mark.parametrize("meeting", [None, "2026-03"])
def test_what_was_not_asked_stays_outside_with_or_without_a_date(meeting):
    assert clock_state("na", meeting, date(2026, 12, 1), 28) == "na"


@given(outcomes, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(0, 200))
def test_whether_an_answer_counts_does_not_hang_on_what_it_says(outcome, meeting, waited):
    reply = meeting + timedelta(days=waited)
    found = clock_state(outcome, meeting.isoformat(), reply, 84)
    assert found == (outcome if waited > 84 else "na")


@given(outcomes, st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(0, 200))
def test_a_month_never_counts_an_answer_that_its_day_would_not(outcome, meeting, waited):
    reply = meeting + timedelta(days=waited)
    by_month = clock_state(outcome, meeting.isoformat()[:7], reply, 28)
    assert by_month in ("na", clock_state(outcome, meeting.isoformat(), reply, 28))


@given(
    certain=st.lists(st.booleans(), max_size=40),
    open_=st.lists(st.tuples(st.booleans(), st.booleans()), max_size=40),
)
def test_the_bounds_hold_the_share_whichever_open_limits_have_passed(certain, open_):
    passed = certain + [in_time for in_time, has_passed in open_ if has_passed]
    in_time = sum(good for good, _ in open_)
    found = limit_bounds(sum(certain), len(certain), in_time, len(open_) - in_time)

    if passed:
        low, high = found
        assert low <= sum(passed) / len(passed) <= high


def test_with_nothing_open_both_bounds_are_the_share():
    assert limit_bounds(20, 40, 0, 0) == (0.5, 0.5)


def test_with_nobody_there_are_no_bounds():
    assert limit_bounds(0, 0, 0, 0) is None


@pytest.mark.parametrize("numbers", [(5, 4, 0, 0), (-1, 4, 0, 0), (1, 4, -1, 0), (1, 4, 0, -1)])
def test_bounds_of_what_is_no_part_are_refused(numbers):
    with pytest.raises(InputError, match="right and base"):
        limit_bounds(*numbers)


@pytest.mark.parametrize("fact", STATISTICS["median_weeks"], ids=lambda fact: fact["who"])
def test_the_median_is_the_published_one(fact):
    found = median_weeks(fact["weeks"], fact["finished"])
    if "expected" in fact:
        assert found == tuple(fact["expected"]), fact["source"]
    else:
        assert found[0] == fact["median"], fact["source"]


@pytest.mark.parametrize("fact", STATISTICS["waiting_curve"])
def test_the_curve_is_the_published_one(fact):
    curve = {step.week: step.waiting for step in waiting_curve(fact["weeks"], fact["finished"])}
    expected = {float(week): share for week, share in fact["expected"].items()}
    assert curve == pytest.approx(expected, abs=fact["within"]), fact["source"]


@given(reviews)
def test_the_curve_is_that_of_scipy(pairs):
    weeks, finished = (np.array(part) for part in zip(*pairs, strict=True))
    curve = waiting_curve(weeks, finished)
    held = CensoredData(uncensored=weeks[finished], right=weeks[~finished])
    expected = ecdf(held).sf
    assert [step.waiting for step in curve] == pytest.approx(
        [float(expected.evaluate(step.week)) for step in curve]
    )


@given(st.lists(st.integers(0, 30), min_size=1, max_size=60))
def test_with_nobody_waiting_it_is_the_lower_median(weeks):
    found, _, _ = median_weeks(weeks, [True] * len(weeks))
    assert found == sorted(weeks)[(len(weeks) - 1) // 2]
    assert found <= median(weeks)


@given(reviews)
def test_the_median_lies_in_its_range(pairs):
    middle, low, high = median_weeks(*zip(*pairs, strict=True))
    if low is not None and middle is not None:
        assert low <= middle
    if high is not None:
        assert middle is not None
        assert middle <= high


def test_those_who_have_it_alone_would_look_too_quick():
    weeks, finished = [2, 3, 4, 9, 9, 9, 9], [1, 1, 1, 0, 0, 0, 0]
    assert median_weeks(weeks[:3], finished[:3])[0] == 3
    assert median_weeks(weeks, finished)[0] is None


@pytest.mark.parametrize(
    ("weeks", "finished"), [([], []), ([3, 5, 8], [False] * 3), ([3, 5, 5], [True, False, False])]
)
def test_a_median_not_reached_is_none(weeks, finished):
    assert median_weeks(weeks, finished)[0] is None


def test_a_single_letter_has_a_median_and_no_range():
    assert median_weeks([6], [True]) == (6, None, None)


@pytest.mark.parametrize(
    ("weeks", "finished"),
    [([1, 2], [True]), ([-1], [True]), ([float("nan")], [True]), ([[1]], [[True]])],
)
def test_weeks_that_do_not_fit_are_refused(weeks, finished):
    with pytest.raises(InputError, match="weeks"):
        median_weeks(weeks, finished)
