"""Months, groups and scores of the answers from outside, counted a second way: row by row."""

import csv
from collections import Counter

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.evidence.counting.months import month_number
from analysis.evidence.counting.tally import tally
from tests.evidence.counting.cases import OUTSIDE, outside_cases
from tests.surveys.folders import outside_folder

ARMS = ("pilot", "old")
AGREE = {"strongly_agree": 100, "agree": 75, "neither": 50, "disagree": 25, "strongly_disagree": 0}


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """The survey, the tally, and each row of answers with its process."""
    folder = outside_folder(tmp_path_factory.mktemp("outside"))
    survey, council = load_survey(folder), load_council(folder)
    cases = outside_cases(survey, council)
    with (OUTSIDE / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [{key: value.strip() for key, value in row.items()} for row in csv.DictReader(file)]
    return survey, tally(cases, survey), list(zip(cases, rows, strict=True))


@pytest.mark.parametrize("arm", ARMS)
def test_families_are_counted_by_the_groups_of_each_cut(read, arm):
    survey, counted, rows = read
    for name, cut in survey.cuts.items():
        of = {value: group for group, g in cut.groups.items() for value in g.values}
        expected = Counter(of.get(row[cut.of], "") for case, row in rows if case.process == arm)
        assert {g: n for g, n in counted.who[name, arm].items() if n} == expected


@pytest.mark.parametrize("arm", ARMS)
def test_a_headline_is_counted_by_the_month_of_the_meeting(read, arm):
    survey, counted, rows = read
    meeting = survey.roles.meeting
    for aim in survey.aims:
        expected = Counter()
        for case, row in rows:
            if case.process == arm and row[aim.headline] in AGREE and row[meeting][:2] == "20":
                expected[row[meeting][:7]] += 1
        assert {month: n for month, (n, _) in counted.months[aim.headline, arm].items()} == expected


@pytest.mark.parametrize("arm", ARMS)
def test_a_score_is_the_mean_of_what_a_family_answered(read, arm):
    survey, counted, rows = read
    for aim in survey.aims:
        scores = []
        for case, row in rows:
            points = [AGREE[row[name]] for name in aim.composite if row[name] in AGREE]
            if case.process == arm and len(points) >= 2:
                scores.append(sum(points) / len(points))
        families, total, _ = counted.scores[aim.id, arm].total
        assert (families, total) == (len(scores), pytest.approx(sum(scores)))


@pytest.mark.parametrize("value", ["dont_know", "skipped", "", None, "1889-04"])
def test_what_is_no_month_has_no_number(value):
    assert month_number(value) == -1
