"""Sixty made-up answers by somebody else, against what they said these must come to."""

from collections import Counter

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.evidence.counting.tally import tally
from tests.evidence.counting.cases import EXPECTED, outside_cases
from tests.surveys.folders import outside_folder

ARMS = ("pilot", "old", "unclear")


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    folder = outside_folder(tmp_path_factory.mktemp("outside"))
    survey, council = load_survey(folder), load_council(folder)
    return tally(outside_cases(survey, council), survey)


def test_every_family_is_placed_as_expected(counted):
    expected = EXPECTED["process"]
    assert counted.families == {
        **{arm: expected[arm] for arm in ARMS},
        "none": expected["no_review"],
    }


def test_unclear_replies_are_counted_by_as_many_reasons(counted):
    expected = Counter(EXPECTED["unclear_reasons"].values())
    assert Counter(counted.unclear_reasons.values()) == expected


def test_review_types_come_to_what_is_expected(counted):
    assert counted.review_types == EXPECTED["review_type"]


def test_families_without_a_review_stand_apart(counted):
    expected = {key: n for key, n in EXPECTED["no_review"].items() if key != "families"}
    assert counted.no_review == expected


def test_settings_are_counted_where_known(counted):
    assert counted.settings == {arm: EXPECTED["settings"][arm]["settings"] for arm in ARMS}


@pytest.mark.parametrize("arm", ARMS)
@pytest.mark.parametrize("item", EXPECTED["items"])
def test_an_item_comes_to_what_is_expected(counted, item, arm):
    expected = EXPECTED["items"][item][arm]
    counts = counted.items[item, arm]
    found = {
        "n": counts.base,
        "count": counts.right,
        "neutral": counts.outcomes["neutral"],
        "problem": counts.problem,
        "na": counts.na,
        "unknown": counts.unknown,
        "not_due": counts.answers.get("not_due", 0),
        "not_asked": counts.answers["not_asked"],
        "dont_know": counts.answers.get("dont_know", 0),
        "skipped": counts.answers.get("skipped", 0),
        "no_month": counts.answers.get("no_month", 0),
    }
    assert found == {key: expected[key] for key in found}


@pytest.mark.parametrize("arm", ["pilot", "old"])
@pytest.mark.parametrize("stage", EXPECTED["stages"])
def test_a_stage_comes_to_what_is_expected(counted, stage, arm):
    expected = EXPECTED["stages"][stage][arm]
    counts = counted.stages[stage, arm]
    found = {name: counts.outcomes[name] for name in ("problem", "right", "neutral", "na")}
    found |= {"base": counts.base, "unknown": counts.unknown}
    found |= {"unknown_seen_problem": counts.seen_problem}
    assert found == {key: expected[key] for key in found}


@pytest.mark.parametrize("arm", ["pilot", "old"])
def test_the_plan_is_compared_on_the_marker_both_were_asked(counted, arm):
    expected = EXPECTED["stages"]["plan"]["compared"][arm]
    counts = counted.compared["plan", arm]
    assert {"base": counts.base, "problem": counts.problem} == expected


@pytest.mark.parametrize("arm", ["pilot", "old"])
def test_how_far_problems_reach_comes_to_what_is_expected(counted, arm):
    expected = EXPECTED["no_problem"][arm]
    journey = counted.journey[arm]
    assert journey.eligible == expected["eligible"]
    assert Counter(journey.bands) == Counter(expected["bands"])
    assert Counter(journey.first) == Counter(expected["first"])


@pytest.mark.parametrize("arm", ["pilot", "old"])
def test_kinds_of_review_sum_to_every_family_in_every_question(counted, arm):
    told = {key: found.families for key, found in counted.crossed.items() if key[2] == arm}

    assert len(told) > 4
    assert set(told.values()) == {counted.families[arm]}


@pytest.mark.parametrize("arm", ["pilot", "old"])
def test_a_column_by_kind_of_review_sums_to_its_answers(counted, arm):
    agreed = counted.crossed["decisions", "T5c", arm].cells
    answers = counted.items["T5c", arm].answers

    for column in ("yes", "partly", "no"):
        assert sum(line[column] for line in agreed.values()) == answers.get(column, 0)


def test_a_question_knows_which_one_it_hangs_on(counted):
    agreed = counted.crossed["decisions", "T5c", "old"]

    assert (agreed.parent, agreed.outside, agreed.rest) == ("T5b", ("nobody",), "open")


@pytest.mark.parametrize("arm", ["pilot", "old"])
def test_change_within_a_family_leaves_out_those_without_a_review_before(counted, arm):
    change = counted.change["OV2", arm]
    answers = counted.items["OV2", arm].answers

    assert change.right == answers.get("much_better", 0) + answers.get("a_little_better", 0)
    assert change.na == answers.get("no_earlier_review", 0) + answers["not_asked"]
