"""Sixty made-up answers by somebody else, from their file to what each audience may see."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.report import Audience
from analysis.reporting.plain_rows import comparison_rows, journey_table
from tests.surveys.folders import outside_folder

OUTSIDE = Path(__file__).parents[1] / "outside"
EXPECTED = json.loads((OUTSIDE / "expected.json").read_text(encoding="utf-8"))
NOW = datetime(2026, 11, 1, tzinfo=UTC)
ARMS = ["pilot", "old"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("outside")
    init(place / "data", outside_folder(place), "a passphrase for tests", "test", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, OUTSIDE / "answers.csv")
    return folder


@pytest.fixture(scope="module")
def reports(folder):
    return rebuild(folder, NOW)


@pytest.fixture(scope="module")
def seen(reports):
    return {
        audience: {row["measure"]: row for row in comparison_rows(report)}
        for audience, report in reports.items()
    }


@pytest.mark.parametrize("arm", ARMS)
@pytest.mark.parametrize("item", EXPECTED["items"])
def test_the_forum_sees_a_figure_by_its_own_base(seen, item, arm):
    expected, found = EXPECTED["items"][item][arm], seen[Audience.FORUM][item][arm]
    closed = expected["tier"] == "under_10"

    assert found["n"] == (None if closed else expected["n"])
    assert found["count"] == (None if closed else expected["count"])
    assert found["hidden"] == (None if expected["tier"] == "all" else expected["tier"])


@pytest.mark.parametrize("item", EXPECTED["items"])
def test_a_difference_goes_by_the_smaller_process(seen, item):
    found = seen[Audience.FORUM][item]
    closed = EXPECTED["items"][item]["tier_pair"] == "under_10"

    if item != "T6":
        assert (found["difference"] is None) is closed
        assert (found["rule"] == "W0") is closed
    else:
        assert found["difference"] is None


@pytest.mark.parametrize("arm", ARMS)
@pytest.mark.parametrize("stage", EXPECTED["stages"])
def test_a_stage_counts_families_who_met_a_problem(seen, stage, arm):
    expected, found = EXPECTED["stages"][stage]["compared"], seen[Audience.FORUM][stage][arm]

    assert (found["n"], found["count"]) == (expected[arm]["base"], expected[arm]["problem"])


def test_the_council_first_sees_what_the_forum_sees(seen):
    for item in EXPECTED["items"]:
        assert seen[Audience.COUNCIL][item]["pilot"] == seen[Audience.FORUM][item]["pilot"]


def test_the_public_sees_no_number_of_fewer_than_thirty(seen):
    for row in seen[Audience.PUBLIC].values():
        assert [row[arm][key] for arm in ARMS for key in ("n", "count", "share")] == [None] * 6


def test_no_sentence_for_the_public_holds_a_count(seen):
    for row in seen[Audience.PUBLIC].values():
        assert not {word for word in row["sentence"].split() if word.isdigit()} - {"10", "30"}


def test_one_measure_of_each_aim_speaks_for_it(seen):
    headlines = [row["measure"] for row in seen[Audience.FORUM].values() if row["headline"]]

    assert headlines == ["A1b", "A2a", "A3a", "A4a", "A5c"]


def test_the_journey_tells_the_stages_in_their_order(reports):
    found = journey_table(reports[Audience.FORUM])

    assert [row["stage"] for row in found["stages"]] == list(EXPECTED["stages"])
    assert found["no_problem"]["pilot"] == {"families": 2, "of": 19}


def test_the_same_answers_make_the_same_snapshot_to_the_byte(folder, reports):
    first = _reports(folder)
    rebuild(folder, NOW)

    assert _reports(folder) == first


def _reports(folder):
    return {path: path.read_bytes() for path in sorted(folder.snapshots.rglob("*.json"))}
