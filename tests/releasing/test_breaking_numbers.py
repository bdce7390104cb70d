"""What is said where numbers break: from counts to the sentence somebody reads."""

import re
from dataclasses import replace
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.definitions.loading import load_survey
from analysis.disclosure import open_bases
from analysis.evidence.comparing.findings import Terms, find_measures
from analysis.evidence.counting.counts import Counts, Journey, Tally
from analysis.releasing.measures import release_finding
from analysis.report import Audience, Hidden, Shown, Why
from analysis.reporting.wording import comparison_sentence
from tests.counts import counts
from tests.definitions.small import write_survey
from tests.report_parts import parts_of

ARMS = ("pilot", "old", "unclear")
NOBODY = counts(0, 0)
W0 = (
    "We can't show this yet. We need at least 10 replies about the new way and 10 about the old"
    " way, so that no family can be picked out."
)


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    return load_survey(write_survey(tmp_path_factory.mktemp("small")))


def told(survey, pilot, old, *, beside=(NOBODY, NOBODY), unclear=NOBODY, audience=Audience.FORUM):
    """The comparison of A, with B asked beside it, as an audience reads it."""
    items = {("A", arm): found for arm, found in zip(ARMS, (pilot, old, unclear), strict=True)}
    items |= {("B", arm): found for arm, found in zip(ARMS, (*beside, NOBODY), strict=True)}
    tally = Tally({}, {}, items, {}, {}, {"pilot": Journey(0, {}, {})}, {}, {}, {}, {})
    openings = open_bases({key: found.base for key, found in items.items()})
    finding = find_measures(tally, survey, Terms(openings, seed=7, margin=0.1))[0]
    comparison = release_finding(finding, ("Was it warm?", "found it warm"), {}, audience)
    return comparison, comparison_sentence(comparison, survey, audience)


def test_of_an_empty_process_nothing_is_said_and_the_other_stands_alone(survey):
    comparison, said = told(survey, NOBODY, counts(20, 21, settings=9))

    assert said == W0
    assert comparison.pilot.families == Hidden(Why.UNDER_10)
    assert comparison.old.families == Shown(20, 41)


def test_both_empty_say_the_same(survey):
    assert told(survey, NOBODY, NOBODY)[1] == W0


@pytest.mark.parametrize(("right", "problem"), [(40, 0), (0, 40)])
def test_where_everybody_answered_the_same_that_is_said(survey, right, problem):
    same = counts(right, problem, settings=9)

    assert told(survey, same, same)[1] == "All or almost all who replied gave the same answer."


def test_about_the_same_says_within_which_margin_whatever_is_compared(survey):
    """A stage or a theme too: nothing but the finding itself carries the margin."""
    pilot, old = counts(1500, 1500, settings=40), counts(1500, 1500, settings=40)
    comparison, said = told(survey, pilot, old)

    assert comparison.rule == "W3"
    assert said == (
        "About the same. Any difference is likely to be smaller than 10 in every 100 families."
    )
    for kind in ("stage", "code"):
        alike = replace(comparison, kind=kind)
        assert comparison_sentence(alike, survey, Audience.PUBLIC) == said


def test_where_a_few_all_answered_the_same_the_counts_are_said(survey):
    same = counts(14, 0, settings=9)

    assert told(survey, same, same)[1].startswith("14 of 14 new swimmers found it warm, and 14 of")


def test_none_of_one_and_all_of_the_other_have_a_range(survey):
    none, all_ = counts(0, 40, settings=9), counts(40, 0, settings=9)
    comparison, said = told(survey, none, all_)

    assert comparison.difference.range[0] == -1
    assert comparison.difference.range[1] < -0.8
    assert said.startswith("New swimmers were less likely to be among those who found it warm")


def test_nothing_is_said_of_a_process_that_is_one_pool(survey):
    comparison, said = told(survey, counts(35, 5, settings=1), counts(10, 30, settings=9))

    assert comparison.rule == "W1s"
    assert "All the new replies come from 1 pool, so this tells us about those pools." in said


def test_a_question_that_cannot_be_tested_takes_no_other_with_it(survey):
    """B has too few pools for a test: A is judged as if B had not been asked."""
    good, poor = counts(54, 6, settings=12), counts(18, 42, settings=12)
    few = counts(30, 10, settings=2), counts(10, 30, settings=2)

    assert told(survey, good, poor, beside=few) == told(survey, good, poor)


def test_where_one_pool_has_more_than_half_the_sentence_says_so(survey):
    sizes = [(1, 200, 190), *((n, 3, 1) for n in range(2, 9))]
    large = Counts({"right": 197, "problem": 24}, {}, cells=tuple(sizes))
    _, said = told(survey, large, counts(60, 60, settings=12))

    assert said.endswith(
        "More than half of the replies about one of the two come from a single pool. So this may"
        " be about that pool."
    )


@st.composite
def any_counts(draw):
    cells = draw(
        st.lists(st.integers(1, 30).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
    )
    n, k = draw(st.integers(0, 40).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))))
    right, base = k + sum(k for _, k in cells), n + sum(n for n, _ in cells)
    return Counts(
        {"right": right, "problem": base - right},
        {},
        cells=tuple((at, *cell) for at, cell in enumerate(cells)),
        apart=(n, k),
        strata={"a": (base, right), "b": (n, k)},
    )


@settings(max_examples=150)
@given(
    pilot=any_counts(), old=any_counts(), unclear=any_counts(), audience=st.sampled_from(Audience)
)
def test_whatever_was_counted_a_sentence_and_numbers_come_of_it(
    survey, pilot, old, unclear, audience
):
    comparison, said = told(survey, pilot, old, unclear=unclear, audience=audience)

    assert said.endswith(".")
    assert not re.search(r"[{}]|\b(nan|inf|None(?! of the))\b|\d\.\d", said)
    assert all(isfinite(number) for number in parts_of(comparison, (int, float)))


def test_a_group_too_close_to_all_families_is_told_as_such(survey):
    comparison, said = told(survey, replace(NOBODY, withheld=True), counts(20, 21, settings=9))

    assert said == "We can't show this view because it could give away one family's answer."
    assert comparison.pilot.families == comparison.difference == Hidden(Why.NEIGHBOUR)
