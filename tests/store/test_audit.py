import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError, StoreError
from analysis.store import audit
from analysis.store.database import connect, writing
from analysis.store.schema import prepare

KEY, DAY = b"k" * 32, "2026-03-04"
ROWS = 6


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    """A chain that anybody with the file could tamper with: its triggers are dropped."""
    path = tmp_path_factory.mktemp("audit") / "answers.db"
    prepare(path)
    db = connect(path)
    with writing(db):
        audit.start(db, KEY)
        for place in range(ROWS):
            audit.append(db, KEY, "file", DAY, responses=place)
    for act in ("update", "delete"):
        db.execute(f"DROP TRIGGER audit_{act}_refused")
    return db


def flip(db, draw):
    row, column = draw.randrange(1, ROWS + 1), draw.choice(["day", "action", "details", "hash"])
    text = db.execute(f"SELECT {column} FROM audit WHERE id = ?", [row]).fetchone()[0]
    place = draw.randrange(len(text))
    other = chr(ord(text[place]) ^ (1 << draw.randrange(5)))
    changed = text[:place] + other + text[place + 1 :]
    db.execute(f"UPDATE audit SET {column} = ? WHERE id = ?", [changed, row])


def delete(db, draw):
    db.execute("DELETE FROM audit WHERE id = ?", [draw.randrange(1, ROWS + 1)])


def delete_and_close_the_gap(db, draw):
    row = draw.randrange(1, ROWS)
    db.execute("DELETE FROM audit WHERE id = ?", [row])
    for later in range(row + 1, ROWS + 1):
        db.execute("UPDATE audit SET id = id - 1 WHERE id = ?", [later])


def swap(db, draw):
    first, second = draw.sample(range(1, ROWS + 1), 2)
    for before, after in ((first, 0), (second, first), (0, second)):
        db.execute("UPDATE audit SET id = ? WHERE id = ?", [after, before])


def truncate(db, draw):
    db.execute("DELETE FROM audit WHERE id > ?", [draw.randrange(ROWS)])


def truncate_with_its_end(db, draw):
    kept = draw.randrange(ROWS)
    db.execute("DELETE FROM audit WHERE id > ?", [kept])
    db.execute("UPDATE audit_end SET rows = ?", [kept])


def empty(db, draw):
    db.execute("DELETE FROM audit")
    db.execute("DELETE FROM audit_end")


def insert(db, draw):
    db.execute("INSERT INTO audit VALUES (?, ?, 'file', '{}', '0')", [ROWS + 1, DAY])


TAMPERING = [
    flip,
    delete,
    delete_and_close_the_gap,
    swap,
    truncate,
    truncate_with_its_end,
    empty,
    insert,
]


def test_an_untouched_chain_says_how_long_it_is(chain):
    assert audit.verify(chain, KEY) == ROWS


@pytest.mark.parametrize("tamper", TAMPERING)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=40)
def test_every_tampering_is_seen(chain, tamper, seed):
    chain.execute("BEGIN")
    tamper(chain, random.Random(seed))

    with pytest.raises(StoreError, match=r"audit chain, (after )?row"):
        audit.verify(chain, KEY)

    chain.execute("ROLLBACK")


@pytest.mark.parametrize("tamper", [truncate, truncate_with_its_end, empty])
def test_an_act_after_the_tampering_does_not_cover_it(chain, tamper):
    chain.execute("BEGIN")
    tamper(chain, random.Random(1))
    audit.append(chain, KEY, "file", DAY)

    with pytest.raises(StoreError):
        audit.verify(chain, KEY)

    chain.execute("ROLLBACK")


def test_the_position_of_a_change_is_named(chain):
    chain.execute("BEGIN")
    chain.execute("UPDATE audit SET day = '2026-03-05' WHERE id = 4")

    with pytest.raises(StoreError, match="row 4"):
        audit.verify(chain, KEY)

    chain.execute("ROLLBACK")


def test_another_key_does_not_verify(chain):
    with pytest.raises(StoreError, match="row 1"):
        audit.verify(chain, b"o" * 32)


def test_an_id_is_no_count(chain):
    with pytest.raises(InputError, match="found an identifier"):
        audit.append(chain, KEY, "file", DAY, response=7_301_994_120)


def test_the_head_moves_with_every_act(chain):
    chain.execute("BEGIN")
    before = audit.head(chain)
    audit.append(chain, KEY, "file", DAY)

    assert audit.head(chain) != before

    chain.execute("ROLLBACK")


@pytest.mark.parametrize("act", ["UPDATE audit SET day = ''", "DELETE FROM audit"])
def test_the_program_itself_cannot_change_the_chain(desk, act):
    with writing(desk.db):
        audit.append(desk.db, desk.audit_key, "file", DAY)

    with pytest.raises(Exception, match="only grows"):
        desk.db.execute(act)
