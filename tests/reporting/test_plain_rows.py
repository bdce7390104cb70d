"""What programs read: the figures of a report, and None where one is hidden or does not exist."""

from dataclasses import replace

from analysis.report import Shown
from analysis.reporting.plain_rows import comparison_rows
from tests.reporting.made import CLOSED, FULL, card, report, side

BETWEEN = Shown(0.6, 40, (0.455, 0.701))


def row_of(found):
    return next(comparison_rows(report(aims=(card(found),))))


def test_a_time_limit_has_the_bounds_of_its_share_and_who_is_early():
    found = row_of(replace(FULL, pilot=replace(side(24, 40), between=BETWEEN, early=Shown(7, 40))))

    assert (found["pilot"]["between_low"], found["pilot"]["between_high"]) == (0.455, 0.701)
    assert (found["pilot"]["early"], found["old"]["early"]) == (7, None)
    assert found["old"]["between_low"] is None


def test_a_question_with_an_order_has_how_often_the_pilot_stands_better():
    found = row_of(replace(FULL, standing=Shown(0.61, 40, (0.48, 0.74))))

    assert [found[name] for name in ("standing", "standing_low", "standing_high")] == [
        0.61,
        0.48,
        0.74,
    ]


def test_a_difference_has_the_same_where_like_is_compared_with_like():
    found = row_of(replace(FULL, like_for_like=Shown(0.1, 40, (-0.05, 0.25))))

    assert (found["like_for_like_low"], found["like_for_like_high"]) == (-0.05, 0.25)


def test_what_is_hidden_is_none_with_its_reason():
    found = row_of(CLOSED)

    assert found["pilot"]["hidden"] == "under_10"
    assert [v for k, v in found["pilot"].items() if k != "hidden"] == [None] * 8
    assert found["standing"] is None


def test_a_theme_that_nobody_checked_has_the_same_keys_and_no_number():
    rows = list(comparison_rows(report()))
    theme = next(row for row in rows if row["rule"] == "W0h")

    assert list(theme) == list(rows[0])
    assert theme["pilot"] == dict.fromkeys(rows[0]["pilot"])
    assert theme["difference"] is None
