"""A survey that changes while it runs: which earlier answers still count."""

from datetime import UTC, datetime

import pytest

from analysis.definitions.loading import load_survey
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import open_data
from analysis.jobs.rebuild import rebuild
from analysis.report import Audience
from tests.app.staff.made import DOORSTEP, write_answers
from tests.library import TODAY, copy_library, make_library

NOW = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_library(tmp_path_factory.mktemp("versions"))


@pytest.fixture
def folder(made, tmp_path):
    """A data folder with answers to the first version of the survey."""
    return copy_library(made, tmp_path)


def reword(folder, item):
    """Change one question's words, as a person would in the file; return the earlier version."""
    earlier = load_survey(folder.survey)
    path = folder.survey / "survey.toml"
    text, asks = path.read_text(encoding="utf-8"), earlier.items()[item].asks
    assert asks in text
    path.write_text(text.replace(asks, f"{asks} Please say."), encoding="utf-8")
    return earlier


def answer_again(folder, tmp_path):
    folder = open_data(folder.path)  # what it serves now is kept beside the answers
    import_responses(folder, write_answers(tmp_path / "again.csv", 31, 41), TODAY)
    return folder


def base(folder, item):
    report = rebuild(folder, NOW)[Audience.FORUM]
    measures = [m for card in report.aims for m in card.measures]
    return next(m.pilot.families.base for m in measures if m.measure == item)


def test_answers_to_the_same_question_are_counted_together(folder, tmp_path):
    reword(folder, "visit1")
    folder = answer_again(folder, tmp_path)

    assert base(folder, "ask1") == DOORSTEP + 31


def test_answers_to_a_question_of_other_words_are_not(folder, tmp_path):
    reword(folder, "ask1")
    folder = answer_again(folder, tmp_path)

    assert base(folder, "ask1") == 31


def test_unless_a_named_person_declared_them_the_same(folder, tmp_path):
    earlier = reword(folder, "ask1")
    (folder.survey / "equivalent.toml").write_text(
        f'[[same]]\nitem = "ask1"\nof = "{earlier.hash}"\nby = "A Made-Up Name"\n'
        'on = 2026-05-01\nbecause = "a word of politeness"\n',
        encoding="utf-8",
    )
    folder = answer_again(folder, tmp_path)

    assert base(folder, "ask1") == DOORSTEP + 31


def test_families_keep_their_process(folder, tmp_path):
    before = rebuild(folder, NOW)[Audience.FORUM].by_process
    reword(folder, "visit1")

    assert rebuild(open_data(folder.path), NOW)[Audience.FORUM].by_process == before
