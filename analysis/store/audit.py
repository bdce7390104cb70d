"""The chain of acts: each row is signed over the one before it, and the end is signed by itself.

A row says what was done and on which day. It never names a response: with an id in it, the
chain would give back the order in which families answered.
"""

import hmac
import json
from hashlib import sha256

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import InputError, StoreError

migration = Migrations("audit")
START, BROKEN = "", "broken"
LARGEST_COUNT = 2**32  # a row's random id is nearly always larger, a count never
STAY = """
CREATE TRIGGER audit_{act}_refused BEFORE {act} ON audit
BEGIN SELECT RAISE(ABORT, 'the chain of acts only grows'); END
"""


@migration()
def create_audit(db: Database) -> None:
    """Make the chain and its signed end."""
    db.table("audit").create(
        {"id": int, "day": str, "action": str, "details": str, "hash": str},
        pk="id",
        not_null={"day", "action", "details", "hash"},
    )
    db.table("audit_end").create(
        {"id": int, "rows": int, "signature": str}, pk="id", not_null={"rows", "signature"}
    )
    for act in ("UPDATE", "DELETE"):
        db.execute(STAY.format(act=act))


def start(db: Database, key: bytes) -> None:
    """Sign the end of the empty chain, so that an emptied one is known from a new one."""
    _end(db, key, 0, START)


def append(db: Database, key: bytes, action: str, day: str, **details: int | str) -> None:
    """Add an act to the chain; the caller holds `writing(db)`.

    On a chain whose end is not as it was signed the row goes in all the same, since no family
    may lose its answers to it, but signed so that `verify` stops there for ever.
    """
    for name, value in details.items():
        if isinstance(value, int) and value >= LARGEST_COUNT:
            raise InputError(f"audit, {name}: found an identifier, expected a count")
    rows, last = _last(db)
    if not _ends(db, key, rows, last):
        last = BROKEN
    said = json.dumps(details, sort_keys=True)
    mark = _sign(key, last, rows + 1, day, action, said)
    db.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?)", [rows + 1, day, action, said, mark])
    _end(db, key, rows + 1, mark)


def head(db: Database) -> str:
    """Return the last row's number and hash, to be printed where the database cannot reach.

    Only such a print tells a database put back whole to an earlier state.
    """
    rows, mark = _last(db)
    return f"{rows}-{mark[:16]}"


def verify(db: Database, key: bytes) -> int:
    """Return how many rows stand in an unbroken chain; StoreError names the first that does not."""
    last, number = START, 0
    for row in db.execute("SELECT id, day, action, details, hash FROM audit ORDER BY id"):
        number += 1
        if row[0] != number:
            raise StoreError(f"audit chain, row {number}: found row {row[0]} in its place")
        if not hmac.compare_digest(str(row[4]), _sign(key, last, *row[:4])):
            raise StoreError(
                f"audit chain, row {number}: found it changed, or put where another stood,"
                " expected it as it was signed"
            )
        last = row[4]
    if not _ends(db, key, number, last):
        raise StoreError(
            f"audit chain, after row {number}: found the end, expected the end that was signed"
        )
    return number


def _last(db: Database) -> tuple[int, str]:
    row = db.execute("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1").fetchone()
    return row or (0, START)


def _ends(db: Database, key: bytes, rows: int, last: str) -> bool:
    found = db.execute("SELECT rows, signature FROM audit_end").fetchall()
    return found == [(rows, _sign(key, "end", rows, last))]


def _end(db: Database, key: bytes, rows: int, last: str) -> None:
    db.execute(
        "INSERT INTO audit_end VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET rows = excluded.rows, signature = excluded.signature",
        [rows, _sign(key, "end", rows, last)],
    )


def _sign(key: bytes, *parts: int | str) -> str:
    return hmac.new(key, json.dumps(parts).encode(), sha256).hexdigest()
