import random
from multiprocessing import get_context

import pytest

from analysis.store.database import connect
from analysis.store.schema import ROOMS, prepare
from tests.store.made import DAY, completed, send

# Written on arrival, these do not follow it: each row's key is drawn from 63 bits. The others:
NOT_WRITTEN_ON_ARRIVAL = {
    "_sqlite_migrations": "written at start-up",
    "definitions": "written at start-up",
    "releases": "written when a snapshot is",
    "changes": "one row",
    "audit_end": "one row",
    "audit": "follows arrival, and names no response",
}


def schema(path):
    return connect(path).execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()


def each_once(path):
    """Say whether every migration of every room was applied, and none twice."""
    db = connect(path)
    rows = db.execute("SELECT migration_set, name FROM _sqlite_migrations").fetchall()
    applied = [name for room in ROOMS for name in room.migration.applied(db)]
    pending = [name for room in ROOMS for name in room.migration.pending(db)]
    return not pending and len(rows) == len(set(rows)) == len(applied) >= len(ROOMS)


def test_migrations_run_twice_are_migrations_run_once(tmp_path):
    path = tmp_path / "answers.db"
    prepare(path)
    before = schema(path)

    prepare(path)

    assert schema(path) == before
    assert each_once(path)


def test_four_programs_that_start_together_prepare_once(tmp_path):
    path = tmp_path / "answers.db"
    started = [get_context("fork").Process(target=prepare, args=(path,)) for _ in range(4)]
    for one in started:
        one.start()
    for one in started:
        one.join()

    assert [one.exitcode for one in started] == [0, 0, 0, 0]
    assert each_once(path)


def test_a_start_that_was_killed_is_simply_made_again(tmp_path):
    path, draw = tmp_path / "answers.db", random.Random(3)
    for _ in range(12):
        started = get_context("fork").Process(target=prepare, args=(path,))
        started.start()
        started.join(draw.uniform(0, 0.06))
        started.kill()
        started.join()

    prepare(path)

    assert each_once(path)
    assert connect(path).execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_the_journal_is_written_ahead(folder):
    assert connect(folder.database).execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_nobody_else_on_the_machine_may_read_the_database(intake, folder):
    send(intake)

    modes = {path.stat().st_mode & 0o777 for path in folder.path.glob("answers.*")}

    assert modes == {0o600}


def test_every_table_written_on_arrival_has_a_random_rowid(folder):
    db = connect(folder.database)

    for name in set(db.table_names()) - set(NOT_WRITTEN_ON_ARRIVAL):
        keys = [column.name for column in db.table(name).columns if column.is_pk]
        kinds = [column.type for column in db.table(name).columns if column.is_pk]
        assert kinds == ["INTEGER"], f"{name}: {keys} leaves a hidden rowid in order of arrival"


def test_no_rowid_tells_who_answered_first(intake, desk):
    for _ in range(20):
        send(intake, danger="welfare", setting="oak", setting_item="R0")

    for name in set(desk.db.table_names()) - set(NOT_WRITTEN_ON_ARRIVAL):
        for (rowid,) in desk.db.execute(f"SELECT rowid FROM {name}"):
            assert rowid > 2**24, f"{name} counts its rows"


def test_responses_do_not_stand_in_the_order_they_came(intake, desk):
    sent = [completed(channel=f"number {place}") for place in range(20)]
    for one in sent:
        send(intake, channel=one.channel)

    stand = [channel for (channel,) in desk.db.execute("SELECT channel FROM responses")]

    assert sorted(stand) == sorted(one.channel for one in sent)
    assert stand != [one.channel for one in sent]


def test_no_audit_row_holds_an_id_of_what_arrived(intake, desk):
    for _ in range(5):
        send(intake)
    ids = {
        row[0]
        for table in ("responses", "words")
        for row in desk.db.execute(f"SELECT id FROM {table}")
    }

    said = str(list(desk.db.query("SELECT day, action, details FROM audit")))

    assert DAY in said
    assert not any(str(one) in said for one in ids)


@pytest.mark.parametrize("table", ["words", "codings", "redactions", "coded", "flags", "additions"])
def test_a_row_that_hangs_on_nothing_is_refused(folder, table):
    db = connect(folder.database)

    keys = db.table(table).foreign_keys

    assert keys
    assert {key.on_delete for key in keys} == {"CASCADE"}
