"""What was agreed, kept in the chain of acts; what was changed later, on every page."""

from datetime import UTC, datetime

import pytest

from analysis.errors import InputError
from analysis.jobs.import_responses import import_responses
from analysis.jobs.rebuild import rebuild
from analysis.jobs.revising.lock_criteria import lock_criteria
from analysis.report import Audience, Shown
from analysis.store.acts import open_acts, read_acts
from tests.app.staff.made import write_answers
from tests.library import TODAY, copy_library, make_library

NOW = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
AGREED = '[agreed]\nby = ["Readers", "The library"]\non = 2026-01-05\n'
LEVEL = "[aims.easy]\nlevel = 60\nreplies = 60\nsettings = 8\nnot_worse_than = 10\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_library(tmp_path_factory.mktemp("lock"))


@pytest.fixture
def folder(made, tmp_path):
    """A data folder with answers, and criteria that nobody has agreed to yet."""
    folder = copy_library(made, tmp_path)
    write(folder, LEVEL)
    return folder


def write(folder, text):
    (folder.survey / "criteria.toml").write_text(text, encoding="utf-8")


def changed(folder):
    return rebuild(folder, NOW)[Audience.FORUM]


def test_what_nobody_agreed_to_is_not_locked(folder):
    with pytest.raises(InputError, match="found nothing, expected who agreed it"):
        lock_criteria(folder, TODAY)


def test_an_agreement_of_tomorrow_is_not_locked(folder):
    write(folder, AGREED.replace("2026-01-05", "2026-06-21") + LEVEL)

    with pytest.raises(InputError, match="expected a day that has come"):
        lock_criteria(folder, TODAY)


def test_the_lock_keeps_hash_day_and_how_many_had_replied(folder):
    write(folder, AGREED + LEVEL)
    lock_criteria(folder, TODAY)
    (act,) = read_acts(open_acts(folder), "lock criteria")

    assert act.day == "2026-06-20"
    assert act.details["replies"] == 62
    assert len(act.details["content"]) == 16


def test_the_same_is_locked_once(folder):
    write(folder, AGREED + LEVEL)

    assert lock_criteria(folder, TODAY)
    write(folder, "# a comment changes nothing\n" + AGREED + LEVEL)
    assert not lock_criteria(folder, TODAY)
    assert changed(folder).agreed_changed == ""


def test_before_the_lock_a_change_is_nobodys_business(folder):
    write(folder, AGREED + LEVEL.replace("60", "50"))

    assert changed(folder).agreed_changed == ""


def test_a_later_change_is_said_though_nobody_locked_it(folder):
    write(folder, AGREED + LEVEL)
    lock_criteria(folder, TODAY)
    write(folder, AGREED + LEVEL.replace("60", "50"))
    report = changed(folder)

    assert report.agreed_changed.startswith("What was agreed was changed after 6")
    assert isinstance(report.changes[0], Shown)


def test_a_change_that_was_locked_too_stays_said_with_its_own_number(folder, tmp_path):
    write(folder, AGREED + LEVEL)
    lock_criteria(folder, TODAY)
    write(folder, AGREED + LEVEL.replace("60", "50"))
    lock_criteria(folder, TODAY)
    import_responses(folder, write_answers(tmp_path / "more.csv", 30, 40), TODAY)

    assert "after 62 replies" in changed(folder).agreed_changed
