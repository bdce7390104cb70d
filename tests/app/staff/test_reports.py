from datetime import timedelta

import pytest

from analysis.errors import StoreError
from analysis.jobs.import_responses import import_responses
from analysis.jobs.rebuild import rebuild
from analysis.store.snapshots import latest
from app.staff.reports import Reports
from tests.app.staff.made import NOW, write_answers


def test_there_is_none_before_the_first_snapshot(empty_folder):
    assert Reports(empty_folder).latest("forum") is None


def test_each_audience_has_its_own(folder):
    reports = Reports(folder)
    assert {reports.latest(name).stamp.audience for name in ("forum", "council")} == {
        "forum",
        "council",
    }


def test_the_same_snapshot_is_read_once(folder):
    reports = Reports(folder)
    assert reports.latest("forum") is reports.latest("forum")


def test_a_newer_snapshot_takes_its_place(folder, tmp_path):
    reports = Reports(folder)
    before = reports.latest("forum")
    import_responses(folder, write_answers(tmp_path / "more.csv", 11, 0), NOW.date())
    rebuild(folder, NOW + timedelta(hours=1))
    assert reports.latest("forum").families.value > before.families.value


def test_a_group_of_a_declared_cut_has_a_report_of_its_own(folder):
    assert Reports(folder).latest("forum", ("knows", "known")).filter == "Knows who comes"


def test_a_group_that_the_snapshot_lacks_is_none(folder):
    assert Reports(folder).latest("forum", ("knows", "nobody")) is None


def test_a_report_that_was_changed_is_refused(folder):
    path = latest(folder, "forum") / "report.json"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-1])

    with pytest.raises(StoreError, match="found it changed"):
        Reports(folder).latest("forum")
