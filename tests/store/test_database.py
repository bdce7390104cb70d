import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.store.database import PRAGMAS, connect, is_id, random_id, reading, writing

SET = {"synchronous": 2, "temp_store": 2, "trusted_schema": 0}  # every other one: 1


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "answers.db"
    path.touch()
    db = connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.table("acts").create({"id": int, "said": str}, pk="id")
    db.close()
    return path


def add(db, said="act"):
    db.execute("INSERT INTO acts VALUES (?, ?)", [random_id(), said])


@pytest.mark.parametrize("name", PRAGMAS)
def test_every_connection_has_every_safety_setting(path, name):
    assert connect(path).execute(f"PRAGMA {name}").fetchone()[0] == SET.get(name, 1)


def test_a_file_that_is_gone_is_not_made_anew(tmp_path):
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        connect(tmp_path / "answers.db")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", ["0", 7, "9211818146851149718", 2**63 - 1])
def test_what_a_row_can_have_is_an_id(said):
    assert is_id(said)


@pytest.mark.parametrize("said", [str(2**63), "9" * 5000, "-1", "٣", "1.0", "", None, True])
def test_what_no_row_can_have_is_none(said):
    assert not is_id(said)


def test_every_id_that_is_drawn_is_an_id():
    assert all(is_id(random_id()) for _ in range(10_000))


def test_sixteen_threads_that_read_and_then_write_lose_nothing(path):
    def write(_):
        db = connect(path)
        for _ in range(20):
            with writing(db):
                add(db, str(db.table("acts").count))
        db.close()

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(write, range(16)))

    assert connect(path).table("acts").count == 320


def test_a_write_that_fails_half_way_leaves_nothing(path):
    db = connect(path)

    def fail_half_way():
        with writing(db):
            add(db)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()

    assert db.table("acts").count == 0


def test_after_a_full_disk_the_same_connection_writes_again(path):
    db = connect(path)
    pages = db.execute("PRAGMA max_page_count").fetchone()[0]
    db.execute("PRAGMA max_page_count = 2")

    with pytest.raises(sqlite3.OperationalError, match="full"), writing(db):
        add(db, "x" * 10_000)
    db.execute(f"PRAGMA max_page_count = {pages}")
    with writing(db):
        add(db)

    assert db.table("acts").count == 1


def test_a_refused_commit_leaves_the_connection_usable(path):
    db = connect(path)
    db.execute("CREATE TABLE parts (act INTEGER REFERENCES acts DEFERRABLE INITIALLY DEFERRED)")

    with pytest.raises(sqlite3.IntegrityError), writing(db):
        db.execute("INSERT INTO parts VALUES (1)")
    with writing(db):
        add(db)

    assert db.table("acts").count == 1


def test_a_reading_sees_one_moment_while_others_write(path):
    reader, writer = connect(path), connect(path)

    with reading(reader):
        before = reader.table("acts").count
        with writing(writer):
            add(writer)
        assert reader.table("acts").count == before

    assert reader.table("acts").count == before + 1
