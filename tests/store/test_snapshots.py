import pytest

from analysis.store.database import writing
from analysis.store.snapshots import LATEST, Step, latest, release, released, write_snapshot

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
