"""Two versions of a made-up survey: what is worded otherwise, what means something else."""

import pytest

from analysis.definitions.loading import load_survey
from analysis.definitions.versions.changes import find_changes, unchanged_items
from tests.definitions.small import write_survey


@pytest.fixture
def versions(tmp_path):
    """Return a function: the survey, and the same with one text replaced by another."""

    def make(old, new):
        (tmp_path / "a").mkdir()
        (tmp_path / "b").mkdir()
        first = load_survey(write_survey(tmp_path / "a"))
        second = load_survey(write_survey(tmp_path / "b", (old, new)))
        return first, second

    return make


def told(versions, old, new):
    return [(change.place, change.kind, change.key) for change in find_changes(*versions(old, new))]


def test_the_same_survey_has_no_change(versions):
    first, second = versions('version = "1"', 'version = "2"')

    assert find_changes(first, second) == []
    assert unchanged_items(first, second) == set(first.items())


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ('asks = "Did you go?"', 'asks = "Have you been?"', ("item W", "wording", "asks")),
        ('yes = "Yes", no = "No" }', 'yes = "Yes", no = "Not yet" }', ("wording", "says")),
        ('yes = "Yes", no = "No" }', 'yes = "Yes", no = "No", far = "?" }', ("meaning", "options")),
        (", excludes = true }", " }", ("meaning", "excludes")),
        ("  required = true\n", "", ("item W", "meaning", "required")),
    ],
)
def test_a_change_is_told_by_its_kind(versions, old, new, change):
    first = told(versions, old, new)[0]

    assert first[-len(change) :] == change


def test_an_item_of_another_name_is_gone_and_new(versions):
    first, second = versions('id = "C"\n', 'id = "C2"\n')
    found = {(change.item, change.kind) for change in find_changes(first, second)}

    assert found == {("C", "removed"), ("C2", "added")}


def test_asking_other_families_is_told_and_is_no_change_of_the_item(versions):
    first, second = versions('ask_when = { A = "no" }', 'ask_when = { B = "no" }')
    (change,) = find_changes(first, second)

    assert (change.place, change.kind) == ("item C, its page", "asked_of")
    assert unchanged_items(first, second) == set(first.items())


def test_what_results_rest_on_is_told_too(versions):
    found = told(versions, 'measures = ["A", "B"]', 'measures = ["A"]')

    assert found == [("aim W1", "meaning", "measures")]
