"""Whether an aim reached what was agreed: met, not met, can't tell yet, not measured."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.definitions.criteria import Agreement, Criteria, Criterion, StopSign
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import difference_of, share_of
from analysis.evidence.comparing.rulings import read_signs, rule_on
from analysis.evidence.verdict import View
from tests.counts import counts

AIM = Criterion(level=60, replies=60, settings=8, not_worse_than=10)
SIGN = StopSign(id="late", says="Letters come late.", measure="A", level=30)
CRITERIA = Criteria(
    agreed=Agreement(by=("Swimmers",), on=date(2026, 1, 5)),
    aims={"W1": AIM},
    stop_signs=(SIGN,),
    hash="h",
)


def found(pilot, old, **changes):
    view = View(difference_of(pilot, old))
    shares = share_of(pilot), share_of(old)
    finding = Finding(
        "A", "item", "aims", "W1", True, True, pilot, old, counts(0, 0), *shares, view
    )
    return replace(finding, **changes)


GOOD, FAIR, POOR = (counts(n, 200 - n, settings=20) for n in (170, 120, 60))


@pytest.mark.parametrize(
    ("pilot", "old", "ruling"),
    [
        (GOOD, FAIR, "met"),
        (POOR, POOR, "not_met"),  # its range lies wholly below the level
        (GOOD, counts(199, 1, settings=20), "cannot_tell"),  # perhaps 11 in 100 worse than the old
        (counts(130, 70, settings=20), counts(190, 10, settings=20), "not_met"),  # far worse
        (FAIR, POOR, "cannot_tell"),  # the level may lie within its range
        (counts(50, 5, settings=10), POOR, "cannot_tell"),  # fewer replies than were agreed
        (counts(170, 30, settings=7), POOR, "cannot_tell"),  # fewer settings
        (counts(0, 0), POOR, "not_measured"),
    ],
)
def test_an_aim_is_ruled_on_as_agreed(pilot, old, ruling):
    assert rule_on(found(pilot, old), CRITERIA) == ruling


def test_what_is_closed_cannot_be_told():
    assert rule_on(found(GOOD, FAIR, pilot_share=None), CRITERIA) == "cannot_tell"


def test_what_is_not_compared_is_never_met():
    assert rule_on(found(GOOD, FAIR, view=View(None)), CRITERIA) == "cannot_tell"


@pytest.mark.parametrize(
    ("criteria", "changes"),
    [
        (None, {}),
        (CRITERIA.model_copy(update={"agreed": None}), {}),
        (CRITERIA, {"headline": False}),
        (CRITERIA, {"aim": "W2"}),
    ],
)
def test_where_nothing_was_agreed_nothing_is_ruled(criteria, changes):
    assert rule_on(found(GOOD, FAIR, **changes), criteria) is None


@pytest.mark.parametrize(
    ("pilot", "shows"), [(counts(20, 180, settings=20), True), (GOOD, False), (POOR, None)]
)
def test_a_stop_sign_shows_only_where_the_whole_range_does(pilot, shows):
    (sign,) = read_signs({"A": found(pilot, FAIR)}, CRITERIA)

    assert sign.shows is shows


def test_a_stop_sign_of_something_never_asked_cannot_be_told():
    assert [sign.shows for sign in read_signs({}, CRITERIA)] == [None]


def test_stop_signs_that_nobody_agreed_are_not_read():
    assert read_signs({}, CRITERIA.model_copy(update={"agreed": None})) == []
