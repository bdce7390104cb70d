"""An aim's headline month by month: points of enough replies, and what their row shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.comparing.series import merge_months, read_series

YEAR = [f"2025-{month:02d}" for month in range(1, 13)]
counts = st.dictionaries(
    st.sampled_from([*YEAR, "2026-01", "2026-02"]),
    st.integers(1, 25).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
)


def row(*wells, base=20):
    """Points of one base, month after month."""
    months = [f"{2025 + at // 12}-{at % 12 + 1:02d}" for at in range(len(wells))]
    return {month: (base, well) for month, well in zip(months, wells, strict=True)}


def test_a_month_of_ten_replies_is_a_point_of_its_own():
    assert merge_months({"2026-01": (10, 4)}) == {"2026-01": (10, 4)}


def test_smaller_months_are_told_together_up_to_a_quarter_of_a_year():
    months = {"2026-01": (4, 1), "2026-02": (3, 2), "2026-03": (5, 5), "2026-04": (11, 3)}

    assert merge_months(months) == {"2026-01/2026-03": (12, 8), "2026-04": (11, 3)}


def test_a_quarter_of_fewer_than_ten_is_no_point():
    assert merge_months({"2026-01": (2, 1), "2026-03": (3, 1), "2026-04": (4, 4)}) == {}


def test_a_period_that_was_shown_is_not_cut_anew():
    months = {"2026-01": (10, 4), "2026-02": (10, 5)}

    assert merge_months(months, ["2026-01/2026-02"]) == {"2026-01/2026-02": (20, 9)}


@given(counts)
def test_every_point_has_ten_replies_and_no_reply_stands_in_two(months):
    points = merge_months(months)

    assert all(base >= 10 for base, _ in points.values())
    assert sum(base for base, _ in points.values()) <= sum(base for base, _ in months.values())


@given(counts)
def test_points_merged_again_stay_as_they_are(months):
    points = merge_months(months)

    assert merge_months(points) == points


def test_nine_points_are_too_short_to_call_a_trend():
    series = read_series(row(2, 2, 2, 2, 18, 18, 18, 18, 18))

    assert (series.rule, series.signal) == ("WF0", "")


def test_a_long_run_is_said_with_where_it_began():
    series = read_series(row(9, 11, 8, 9, 14, 15, 16, 14, 15, 16, 14, 15, 6, 7, 8, 5, 9, 8, 6, 7))

    assert (series.rule, series.signal, series.since) == ("WF1", "run", "2025-05")
    assert series.number == 8


def test_few_crossings_are_said():
    series = read_series(row(4, 5, 4, 5, 4, 5, 14, 15, 14, 15, 14, 15))

    assert (series.rule, series.signal) == ("WF1", "crossings")
    assert (series.number, series.fewest) == (1, 3)


def test_a_row_that_goes_up_and_down_shows_nothing():
    assert read_series(row(9, 12, 8, 13, 9, 12, 8, 13, 9, 12)).rule == "WF2"


def test_a_point_far_outside_is_said_from_thirteen_points_on():
    quiet = [9, 10, 9, 10, 9, 10, 9, 10, 9, 10, 9, 20]

    assert read_series(row(*quiet)).rule == "WF2"
    outside = read_series(row(*quiet, 10))
    assert (outside.rule, outside.signal, outside.since) == ("WF1", "limits", "2025-12")


def test_months_of_uneven_size_have_limits_of_their_own():
    points = row(*[10] * 13) | {"2026-02": (60, 30)}
    limits = dict(zip(sorted(points), read_series(points).limits, strict=True))

    assert limits["2026-02"][1] > limits["2025-01"][1]


@given(st.integers(10, 60).flatmap(lambda base: st.tuples(st.just(base), st.integers(0, base))))
def test_points_that_never_move_show_nothing(point):
    base, well = point
    series = read_series(dict.fromkeys(row(*[10] * 14), point))

    assert (series.rule, series.middle) == ("WF2", well / base)


@pytest.mark.parametrize("points", [{}, row(10)])
def test_an_empty_row_and_a_single_point_are_no_fault(points):
    assert read_series(points).rule == "WF0"
