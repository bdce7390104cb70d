"""Answers about a time limit as integers: past for certain, open, too early, without a date."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.definitions.loading import load_survey
from analysis.evidence.counting.encoding import (
    Dates,
    coding_of,
    day_number,
    encode,
    end_number,
    start_number,
)
from analysis.evidence.counting.tally import Case, tally
from analysis.evidence.timeliness import clock_state
from tests.definitions.small import write_survey

LIMIT = 14
DONT_KNOW = (
    'yes = { says = "Yes", means = "right" }',
    'yes = { says = "Yes", means = "right" }\n'
    'dont_know = { says = "Don\'t know", means = "unknown" }',
)
OUTCOMES = {"yes": "right", "no": "problem"}


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    return load_survey(write_survey(tmp_path_factory.mktemp("small"), DONT_KNOW))


def encoded(survey, value, meeting, reply):
    coding = coding_of(survey.items()["B"])
    numbers = (start_number(meeting), end_number(meeting), day_number(reply))
    found = encode(coding, [value], Dates(*(np.array([n], dtype=np.int32) for n in numbers)))
    return coding.values[found[0]]


@pytest.mark.parametrize(
    ("value", "meeting", "reply", "expected"),
    [
        ("yes", "2026-03", "2026-03-15", "not_due"),
        ("yes", "2026-03", "2026-03-16", "open_right"),
        ("no", "2026-03", "2026-04-14", "open_other"),
        ("dont_know", "2026-03", "2026-04-14", "not_due"),
        ("skipped", "2026-03", "2026-04-14", "not_due"),
        ("yes", "2026-03", "2026-04-15", "yes"),
        ("no", "2026-03-20", "2026-04-03", "not_due"),
        ("no", "2026-03-20", "2026-04-04", "no"),
        ("yes", "dont_know", "2026-04-15", "no_month"),
        ("skipped", "dont_know", "2026-04-15", "skipped"),
        ("not_asked", "2026-03", "2026-04-14", "not_asked"),
    ],
)
def test_an_answer_about_a_limit(survey, value, meeting, reply, expected):
    assert encoded(survey, value, meeting, reply) == expected


@given(
    value=st.sampled_from(list(OUTCOMES)),
    day=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    waited=st.integers(0, 60),
)
def test_a_month_is_open_only_where_some_of_its_days_would_count(survey, value, day, waited):
    reply, month = day + timedelta(days=waited), day.isoformat()[:7]
    days = [day.replace(day=1) + timedelta(days=n) for n in range(31)]
    by_day = {
        clock_state(OUTCOMES[value], each.isoformat(), reply, LIMIT) != "na"
        for each in days
        if each.month == day.month
    }
    found = encoded(survey, value, month, reply.isoformat())

    assert (
        found
        == {
            frozenset({True}): value,
            frozenset({False}): "not_due",
            frozenset({True, False}): "open_right" if value == "yes" else "open_other",
        }[frozenset(by_day)]
    )


@pytest.mark.parametrize("month", ["dont_know", "skipped", "", None, "2026-13", 5])
def test_what_is_no_month_has_neither_end(month):
    assert (start_number(month), end_number(month)) == (-1, -1)


def test_open_families_are_told_as_too_early_and_counted_apart(survey):
    said = [("yes", "20"), ("yes", "20"), ("no", "20"), ("no", "10"), ("yes", "30")]
    cases = [
        Case(
            f'{{"M": "2026-03", "B": "{v}"}}', "pilot", None, "visit", None, f"2026-{when}", "link"
        )
        for v, when in [(v, {"20": "03-20", "10": "03-10", "30": "04-30"}[d]) for v, d in said]
    ]
    counts = tally(cases, survey).items["B", "pilot"]

    assert counts.open == (2, 1)
    assert counts.answers["not_due"] == 4
    assert (counts.base, counts.na) == (1, 4)
    assert type(counts).from_json(counts.to_json()) == counts
