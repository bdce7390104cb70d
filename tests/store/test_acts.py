import sqlite3

import pytest

from analysis.errors import StoreError
from analysis.store import audit
from analysis.store.acts import open_acts, read_acts
from analysis.store.database import writing


@pytest.fixture
def acts(folder):
    acts = open_acts(folder)
    yield acts
    acts.db.conn.close()


def test_acts_of_one_kind_come_in_their_order(acts):
    with writing(acts.db):
        audit.append(acts.db, acts.key, "publish", "2026-03-01", snapshot="a")
        audit.append(acts.db, acts.key, "other", "2026-03-02", snapshot="b")
        audit.append(acts.db, acts.key, "publish", "2026-03-03", snapshot="c")

    assert [(act.day, act.details) for act in read_acts(acts, "publish")] == [
        ("2026-03-01", {"snapshot": "a"}),
        ("2026-03-03", {"snapshot": "c"}),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM responses",
        "SELECT count(*) FROM words",
        "SELECT * FROM drafts",
        "DELETE FROM audit",
        "INSERT INTO releases VALUES ('a', 'b', 1, 'c', 'd')",
        "ATTACH DATABASE ':memory:' AS other",
        "PRAGMA writable_schema = ON",
        "CREATE TABLE mine (id)",
    ],
)
def test_nothing_else_is_reached(acts, statement):
    with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited"):
        acts.db.conn.execute(statement)


def test_a_broken_chain_is_not_read(folder, acts):
    with writing(acts.db):
        audit.append(acts.db, acts.key, "publish", "2026-03-01", snapshot="a")
    db = sqlite3.connect(folder.database)
    db.execute("DROP TRIGGER audit_UPDATE_refused")
    db.execute("UPDATE audit SET day = '2026-03-09'")
    db.commit()
    db.close()

    with pytest.raises(StoreError, match="audit chain, row 1"):
        read_acts(acts, "publish")
