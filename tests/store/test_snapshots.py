import shutil

import pytest

from analysis.errors import StoreError
from analysis.store.database import writing
from analysis.store.snapshots import (
    LATEST,
    Step,
    latest,
    read_file,
    release,
    released,
    write_snapshot,
)

FILES = {"report.json": b"{}", "aims.html": b"<p>"}


def test_a_snapshot_is_found_by_its_audience(folder):
    home = write_snapshot(folder, "s1", "forum", FILES)

    assert latest(folder, "forum") == home
    assert {path.name: path.read_bytes() for path in home.iterdir()} == FILES


def test_an_audience_without_a_snapshot_has_none(folder):
    write_snapshot(folder, "s1", "forum", FILES)

    assert latest(folder, "council") is None


def test_the_latest_written_is_the_latest(folder):
    write_snapshot(folder, "s2", "forum", FILES)
    write_snapshot(folder, "s1", "forum", FILES)

    assert latest(folder, "forum") == folder.snapshots / "s1" / "forum"


def test_the_files_are_read_only(folder):
    home = write_snapshot(folder, "s1", "forum", FILES)

    assert {path.stat().st_mode & 0o222 for path in home.iterdir()} == {0}


def test_a_snapshot_once_written_stays_as_it_was(folder):
    write_snapshot(folder, "s1", "forum", FILES)

    home = write_snapshot(folder, "s1", "forum", {"report.json": b"other"})

    assert (home / "report.json").read_bytes() == b"{}"


def test_a_file_that_was_written_is_read(folder):
    home = write_snapshot(folder, "s1", "forum", FILES)

    assert {name: read_file(folder, home, name) for name in FILES} == FILES


@pytest.mark.parametrize("content", [b"", b"{", b"{ }"])
def test_a_file_that_was_cut_or_changed_is_refused(folder, content):
    home = write_snapshot(folder, "s1", "forum", FILES)
    (home / "report.json").chmod(0o644)
    (home / "report.json").write_bytes(content)

    with pytest.raises(StoreError, match=r"report\.json: found it changed"):
        read_file(folder, home, "report.json")


def test_a_file_that_another_snapshot_has_is_refused(folder):
    first = write_snapshot(folder, "s1", "forum", FILES)
    second = write_snapshot(folder, "s2", "forum", {"report.json": b"[]"})
    shutil.copy(second.with_suffix(".seal"), first.with_suffix(".seal"))

    with pytest.raises(StoreError, match="found it changed"):
        read_file(folder, first, "report.json")


@pytest.mark.parametrize("lost", ["report.json", "../forum.seal"])
def test_a_file_or_a_seal_that_is_gone_is_told(folder, lost):
    home = write_snapshot(folder, "s1", "forum", FILES)
    (home / lost).unlink()

    with pytest.raises(StoreError, match=r"report\.json: found no whole file"):
        read_file(folder, home, "report.json")


def test_a_snapshot_that_was_changed_is_made_anew(folder):
    home = write_snapshot(folder, "s1", "forum", FILES)
    (home / "report.json").chmod(0o644)
    (home / "report.json").write_bytes(b"[]")
    write_snapshot(folder, "s1", "forum", FILES)

    assert read_file(folder, home, "report.json") == FILES["report.json"]


def test_a_snapshot_that_was_interrupted_is_written_whole(folder):
    begun = folder.snapshots / ".s1-forum"
    begun.mkdir()
    (begun / "half.html").write_bytes(b"<")

    home = write_snapshot(folder, "s1", "forum", FILES)

    assert {path.name for path in home.iterdir()} == set(FILES)
    assert not begun.exists()


@pytest.mark.parametrize("audience", ["council", "public"])
def test_each_audience_keeps_its_own_steps(desk, audience):
    step = Step("A1/pilot", 20, '{"share": 0.5}', "2026-03-04")

    with writing(desk.db) as db:
        release(db, audience, [step])

    assert released(desk.db, audience) == {"A1/pilot": step}
    assert released(desk.db, "forum") == {}


def test_a_figure_has_one_step_and_it_is_the_last(desk):
    with writing(desk.db) as db:
        release(db, "council", [Step("A1", 10, "{}", "2026-03-04")])
        release(db, "council", [Step("A1", 20, "{}", "2026-04-04")])

    assert released(desk.db, "council")["A1"].base == 20


def test_old_snapshots_go_and_what_people_may_have_signed_stays(folder):
    for number in range(LATEST + 5):
        for audience in ("forum", "public"):
            write_snapshot(folder, f"s{number:03}", audience, {"report.json": b"{}"})

    assert len(list(folder.snapshots.glob("*/forum"))) == LATEST
    assert len(list(folder.snapshots.glob("*/public"))) == LATEST + 5
    assert len(list(folder.snapshots.glob("*/*.seal"))) == 2 * LATEST + 5
