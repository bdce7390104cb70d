"""Sixty answers that another program has placed: the survey's tables must place them alike."""

import csv
import json
from collections import Counter
from datetime import date

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.definitions.routing import find_route
from analysis.definitions.survey import NOT_ASKED, SKIPPED, WRITTEN
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

EXPECTED = json.loads((OUTSIDE_ANSWERS / "expected.json").read_text(encoding="utf-8"))
PROCESSES = {"pilot": "pilot", "old": "old", "unclear": "unclear", "no_review": "none"}


@pytest.fixture(scope="module")
def routes(tmp_path_factory):
    folder = outside_folder(tmp_path_factory.mktemp("outside"))
    survey, council = load_survey(folder), load_council(folder)
    with (OUTSIDE_ANSWERS / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        find_route(survey, council, answers_of(survey, row), date.fromisoformat(row["reply_date"]))
        for row in rows
    ]


def answers_of(survey, row):
    return {
        name: value_of(item, row[name].strip())
        for name, item in survey.items().items()
        if row[name].strip()
    }


def value_of(item, cell):
    if item.kind == "text":
        return WRITTEN
    return tuple(cell.split("|")) if item.kind == "many" else cell


def in_process(routes, name):
    return [route for route in routes if route.found["process"] == PROCESSES[name]]


def counted(routes, item):
    given = [route.answers.get(item, NOT_ASKED) for route in routes]
    return Counter(value for one in given for value in ([one] if isinstance(one, str) else one))


def expected_counts(told):
    counts = {NOT_ASKED: told["not_asked"], SKIPPED: told["skipped"]}
    counts |= {WRITTEN: told.get("written", 0), **told.get("values", {}), **told.get("ticks", {})}
    return Counter({value: count for value, count in counts.items() if count})


def test_nobody_ends_at_an_exit(routes):
    assert [route.exit for route in routes] == [None] * 60


@pytest.mark.parametrize("process", PROCESSES)
def test_as_many_reviews_belong_to_each_process_as_should(routes, process):
    assert len(in_process(routes, process)) == EXPECTED["process"][process]


def test_contradictions_are_counted_by_the_same_five_reasons(routes):
    reasons = Counter(route.known.because["process"] for route in in_process(routes, "unclear"))
    assert sorted(reasons.values()) == sorted(EXPECTED["unclear_reasons"].values())


def test_each_review_is_of_the_type_it_should_be(routes):
    found = [r.found["review_type"] for r in routes if r.found["had_review"] == "yes"]
    assert Counter(found) == EXPECTED["review_type"]


def test_families_without_a_review_have_no_type(routes):
    assert {r.found["review_type"] for r in in_process(routes, "no_review")} == {"none"}


@pytest.mark.parametrize("item", EXPECTED["answers"])
def test_an_item_is_asked_skipped_and_answered_as_often_as_it_should_be(routes, item):
    found = {name: counted(in_process(routes, name), item) for name in PROCESSES}
    assert found == {name: expected_counts(EXPECTED["answers"][item][name]) for name in PROCESSES}
