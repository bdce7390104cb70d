"""Two versions of a survey, line by line."""

import pytest

from analysis.definitions.loading import load_survey
from analysis.jobs.revising.diff import diff
from tests.definitions.small import write_survey


@pytest.fixture
def folders(tmp_path):
    """Return a function: the folder of a survey, and that of a changed one."""

    def make(*changes):
        for name, made in (("old", ()), ("new", changes)):
            (tmp_path / name).mkdir()
            write_survey(tmp_path / name, *made)
        return tmp_path / "old", tmp_path / "new"

    return make


def test_wording_is_told_apart_from_meaning(folders):
    lines = diff(*folders(('asks = "Was it warm?"', 'asks = "Was the water warm?"')))

    assert lines[0] == (
        'item A: worded otherwise, asks: was "Was it warm?", is "Was the water warm?"'
    )


def test_what_means_something_else_comes_first(folders):
    lines = diff(*folders(("due_after_days = 14", 'due_after_days = 21\n  hint = "Look it up."')))

    assert lines[0] == 'item B: means something else, due_after_days: was "14", is "21"'
    assert "worded otherwise, hint" in lines[1]


def test_it_says_what_is_not_counted_together_and_how_to_declare_it(folders):
    old, new = folders(("due_after_days = 14", "due_after_days = 21"))

    assert diff(old, new)[-1] == (
        "Not counted with answers to the earlier version: B. A named person can declare them the"
        f' same in equivalent.toml, of = "{load_survey(old).hash}".'
    )


def test_who_declared_what_the_same_is_told(folders):
    old, new = folders(("due_after_days = 14", "due_after_days = 21"))
    (new / "equivalent.toml").write_text(
        f'[[same]]\nitem = "B"\nof = "{load_survey(old).hash}"\nby = "A Made-Up Name"\n'
        'on = 2026-05-01\nbecause = "a week of post"\n',
        encoding="utf-8",
    )

    assert diff(old, new)[-1] == ("B: counted with B; A Made-Up Name declared it so on 2026-05-01.")


def test_the_same_survey_is_the_same(folders):
    old, _ = folders()

    assert diff(old, old) == ["8 items are the same: their answers are counted together."]
