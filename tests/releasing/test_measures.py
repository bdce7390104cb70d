"""What is shown of one process: the bounds of a time limit give no few families away."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import difference_of, share_of
from analysis.evidence.timeliness import limit_bounds
from analysis.evidence.verdict import Verdict, View
from analysis.releasing.measures import release_finding, release_side
from analysis.report import Audience, Hidden, Shown, Why
from tests.counts import counts

SIGNED_IN = [Audience.FORUM, Audience.COUNCIL]
few = st.integers(0, 9)


def between(right, problem, open_, audience=Audience.FORUM):
    found = replace(counts(right, problem, settings=6), open=open_)
    return release_side(found, share_of(found), {}, audience).between


def test_a_share_has_bounds_where_the_month_leaves_some_limits_open():
    assert between(30, 20, (12, 7)).range == limit_bounds(30, 50, 20, 10)


def test_where_all_limits_have_passed_for_certain_or_not_there_are_none():
    assert between(30, 20, (0, 0)) is None


@pytest.mark.parametrize("audience", list(Audience))
def test_under_thirty_no_bounds_are_shown(audience):
    assert isinstance(between(20, 9, (12, 7), audience), Hidden)


@pytest.mark.parametrize("audience", SIGNED_IN)
@given(one=st.tuples(few, few).filter(any), other=st.tuples(few, few).filter(any))
def test_what_a_few_open_families_said_moves_no_bound(audience, one, other):
    assert between(30, 20, one, audience) == between(30, 20, other, audience)


@given(
    right=st.integers(0, 90),
    problem=st.integers(30, 90),
    open_=st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(any),
    passed=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_whichever_open_limits_have_passed_the_share_lies_within(right, problem, open_, passed):
    more = [int(n * part) for n, part in zip(open_, passed, strict=True)]
    truth = (right + more[0]) / (right + problem + sum(more))
    low, high = between(right, problem, open_).range

    assert low <= truth <= high


def test_the_public_sees_bounds_in_whole_hundredths():
    shown = between(31, 22, (12, 7), Audience.PUBLIC)

    assert isinstance(shown, Shown)
    assert shown.range == (0.49, 0.70)


def early(number, audience, right=30):
    found = counts(right, 20, settings=6)
    found = replace(found, answers={**found.answers, "not_due": number})
    return release_side(found, share_of(found), {}, audience).early


def test_those_signed_in_see_how_many_are_still_inside_the_limit():
    assert early(3, Audience.COUNCIL) == Shown(3, 50)


def test_the_public_is_told_of_many_alone_and_roughly():
    assert isinstance(early(9, Audience.PUBLIC), Hidden)
    assert early(12, Audience.PUBLIC) == Shown(10, 50)


@pytest.mark.parametrize("audience", list(Audience))
def test_beside_a_small_base_nobody_is_said_to_be_early(audience):
    found = replace(counts(4, 5, settings=4), answers={"not_due": 25})

    assert isinstance(release_side(found, None, {}, audience).early, Hidden)


def test_where_nobody_is_early_nothing_is_said_of_it():
    assert early(0, Audience.FORUM) is None


def told(pilot, old, rule, audience=Audience.PUBLIC):
    """What is released of 60 families of each process, so many of them counted."""
    arms = [counts(right, 60 - right, settings=9) for right in (pilot, old)]
    shares = [share_of(one) for one in arms]
    view = View(difference_of(*arms))
    empty = counts(0, 0)
    parts = ("A", "item", "aims", "W1", True, True, *arms, empty, *shares, view, Verdict(rule))
    return release_finding(Finding(*parts), ("Was it warm?", "found it warm"), {}, audience)


@pytest.mark.parametrize("right", [57, 59, 60])
def test_the_public_reads_all_or_almost_all_whichever_it_was(right):
    found = told(right, 30, "W7")

    assert found.pilot.share == Hidden(Why.NEARLY_ALL)
    assert found.old.share.value == 0.5
    assert found.rule == "W7"


def test_a_difference_does_not_tell_the_public_if_the_last_family_said_it_too():
    all_, but_one = told(60, 30, "W7"), told(59, 30, "W7")

    assert all_.pilot == but_one.pilot
    assert all_.difference.value == but_one.difference.value == 0.5
    ends = [end for found in (all_, but_one) for end in found.difference.range]
    assert ends == [pytest.approx(round(20 * end) / 20) for end in ends]


@pytest.mark.parametrize(("pilot", "old"), [(60, 60), (58, 59), (1, 0)])
@pytest.mark.parametrize("rule", ["W2", "W3", "W4", "W3s"])
def test_where_nearly_all_answered_alike_the_public_reads_that_alone(pilot, old, rule):
    assert told(pilot, old, rule).rule == "W3s"
    assert told(pilot, old, rule, Audience.FORUM).rule == rule


@pytest.mark.parametrize(("pilot", "old", "rule"), [(60, 0, "W7"), (60, 30, "W4"), (30, 30, "W3")])
def test_where_they_did_not_the_rule_stays(pilot, old, rule):
    assert told(pilot, old, rule).rule == rule
