"""One way in to the database: settings, identifiers, and the only way to write."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database as Database
from sqlite_utils.db import ForeignKey

PRAGMAS = {
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "temp_store": "MEMORY",
    "recursive_triggers": "ON",  # without it REPLACE deletes rows past the delete triggers
}
WAIT_S = 30
ID_BITS, ID_DIGITS = 63, 19


def connect(path: Path) -> Database:
    """Return a connection with every safety setting on; one a thread, never across a fork.

    A file that is gone is an error: an empty one in its place would hide the loss of every answer.
    """
    there = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(there, timeout=WAIT_S, isolation_level=None, uri=True)
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    return Database(connection, execute_plugins=False)


def random_id() -> int:
    """Return a random 63-bit key, so that not even the rowid tells the order of arrival."""
    return secrets.randbits(ID_BITS)


def is_id(said: object) -> bool:
    """Say whether a row could have this id: the digits of a number that SQLite can hold."""
    digits = str(said)
    number = digits.isascii() and digits.isdecimal() and len(digits) <= ID_DIGITS
    return number and int(digits) < 2**ID_BITS


def hangs_on(table: str, column: str, parent: str) -> ForeignKey:
    """Return the foreign key by which a row goes when its parent goes."""
    return ForeignKey(table, column, parent, "id", on_delete="CASCADE")


@contextmanager
def writing(db: Database) -> Iterator[Database]:
    """Hold the write lock from the first statement, so that a waiting writer waits and never fails.

    sqlite-utils' own `atomic()` begins as a reader and is refused at once when it
    has to become a writer; BEGIN IMMEDIATE queues.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    with _ended(db):
        yield db


@contextmanager
def reading(db: Database) -> Iterator[Database]:
    """Hold one view of the database, so that counts read one after another fit together."""
    db.conn.execute("BEGIN")
    with _ended(db):
        yield db


@contextmanager
def _ended(db: Database) -> Iterator[None]:
    try:
        yield
        db.conn.execute("COMMIT")
    except BaseException:
        # A full disk ends the transaction by itself; a failed COMMIT leaves it open.
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise
