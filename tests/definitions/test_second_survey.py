"""A survey unlike the first is read and led through by the same program."""

from datetime import date

import pytest

from analysis.definitions.codebook import load_codebook
from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.definitions.routing import find_route
from tests.surveys.folders import LIBRARY, REAL

DAY = date(2026, 6, 1)
VISITED = {"reads": "yes", "visited": "yes", "came": "2026-03"}


@pytest.fixture(scope="module")
def survey():
    return load_survey(LIBRARY)


@pytest.fixture(scope="module")
def lead(survey):
    council = load_council(LIBRARY)
    return lambda answers: find_route(survey, council, answers, DAY)


def test_it_shares_no_item_aim_stage_or_code_with_the_first(survey):
    first = load_survey(REAL)
    assert not set(survey.items()) & set(first.items())
    assert not {aim.id for aim in survey.aims} & {aim.id for aim in first.aims}
    assert not {stage.id for stage in survey.stages} & {stage.id for stage in first.stages}
    assert not set(load_codebook(LIBRARY).by_id()) & set(load_codebook(REAL).by_id())


def test_it_calls_no_process_as_the_first_does(survey):
    first = load_survey(REAL)
    assert not {p.name for p in survey.processes.values()} & {
        p.name for p in first.processes.values()
    }


@pytest.mark.parametrize(
    ("branch", "by", "service"),
    [
        ("b01", "volunteer", "pilot"),
        ("b05", "driver", "old"),
        ("b05", "volunteer", "unclear"),
        ("b01", "driver", "unclear"),
        ("other", "driver", "old"),
        ("other", "unsure", "unclear"),
    ],
)
def test_its_own_table_decides_the_process(lead, branch, by, service):
    found = lead(VISITED | {"branch": branch, "by": by}).found
    assert found["service"] == service


def test_each_process_is_asked_its_own_second_marker(lead):
    pilot = lead(VISITED | {"branch": "b01", "by": "volunteer"}).items
    old = lead(VISITED | {"branch": "b05", "by": "driver"}).items
    assert ("books2" in pilot, "books3" in pilot) == (True, False)
    assert ("books2" in old, "books3" in old) == (False, True)


def test_a_reader_without_a_visit_is_asked_what_would_be_better_and_no_more(lead):
    asked = lead({"reads": "yes", "visited": "no"}).items
    assert list(asked) == ["reads", "visited", "better", "study_me", "alone"]
