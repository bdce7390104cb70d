import logging
import shutil
import threading
import time
from pathlib import Path

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.store.folder import open_folder
from app.config import Settings
from app.staff.factory import create_staff_app
from app.staff.keeper import Keeper, files_of
from tests.app.staff.made import CANARY, NOW, PASSPHRASE, write_answers
from tests.surveys.folders import LIBRARY


@pytest.fixture
def arrived(empty_app, empty_folder, tmp_path):
    """The staff side of a folder into which readers' answers have just come."""
    import_responses(empty_folder, write_answers(tmp_path / "answers.csv", 12, 14), NOW.date())
    return empty_app.extensions["staff"]


@pytest.fixture
def keeper(arrived):
    return Keeper(arrived)


def codings(side):
    return side.desk.db.table("codings").count


def test_a_look_makes_the_first_snapshot(keeper, arrived):
    assert arrived.reports.latest("forum") is None
    keeper.look()
    assert arrived.reports.latest("forum").families.value == 26


def test_nothing_is_coded_while_the_words_are_locked(keeper, arrived):
    keeper.look()
    assert codings(arrived) == 0


def test_words_are_coded_once_they_are_unlocked_and_counted_at_once(keeper, arrived):
    keeper.look()
    arrived.words.open(arrived.desk, PASSPHRASE)
    keeper.look()
    assert codings(arrived) > 0
    assert arrived.reports.latest("forum").themes


def test_a_look_at_what_has_not_moved_does_nothing(keeper, arrived):
    keeper.look()
    before = arrived.reports.latest("forum")
    keeper.look()
    assert arrived.reports.latest("forum") is before


def test_coding_does_not_keep_the_words_unlocked(keeper, arrived, clock):
    arrived.words.open(arrived.desk, PASSPHRASE, idle_s=10)
    clock.pass_(9)
    keeper.look()
    clock.pass_(2)
    assert not arrived.words.is_open


def test_a_survey_folder_that_changed_is_read_again(empty_app, empty_folder, tmp_path):
    side = empty_app.extensions["staff"]
    own = shutil.copytree(LIBRARY, tmp_path / "survey")
    side.folder = type(side.folder)(empty_folder.path, own, made_up=True)
    keeper = Keeper(side)
    file = own / "survey.toml"
    file.write_text(file.read_text().replace("Your library at home", "Our library at home"))
    keeper.look()
    assert side.survey.title == "Our library at home"


def test_what_tells_of_a_change_is_names_times_and_sizes(tmp_path):
    (tmp_path / "a.toml").write_text("x = 1")
    before = files_of(tmp_path)
    (tmp_path / "a.toml").write_text("x = 12")
    assert files_of(tmp_path) != before


def test_an_error_is_logged_by_its_kind_alone_and_does_not_end_it(keeper, arrived, caplog):
    looks = threading.Semaphore(0)

    def fail():
        looks.release()
        raise ValueError(f"what a family wrote: {CANARY}")

    keeper.look = fail
    with caplog.at_level(logging.INFO):
        keeper.start()
        assert looks.acquire(timeout=10)
        keeper.stop()
    assert "ValueError" in caplog.text
    assert CANARY not in caplog.text


def test_it_runs_beside_the_pages_and_stops_when_told(folder, clock):
    app = create_staff_app(folder, Settings(data=folder.path, assets=Path("none")), now=clock.now)
    keeper = app.extensions["keeper"]
    assert keeper._thread.is_alive()
    keeper.stop()
    assert not keeper._thread.is_alive()
    app.extensions["staff"].close()


def test_a_stopped_keeper_left_a_whole_snapshot(arrived):
    keeper = Keeper(arrived)
    keeper.start()
    until = time.monotonic() + 20
    while arrived.reports.latest("forum") is None and time.monotonic() < until:
        time.sleep(0.02)
    keeper.stop()
    assert arrived.reports.latest("forum").families.value == 26
    assert open_folder(arrived.folder.path).path == arrived.folder.path
