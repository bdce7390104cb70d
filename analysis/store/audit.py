"""The chain of acts: each row is signed over the one before it, and the last one is counted.

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
START = ""
LARGEST_COUNT = 2**32  # every row's id is drawn from 2**63: what is larger here is no count


@migration()
def create_audit(db: Database) -> None:
    """Make the chain and the signed count of its rows."""
    db.table("audit").create(
        {"id": int, "day": str, "action": str, "details": str, "hash": str},
        pk="id",
        not_null={"day", "action", "details", "hash"},
    )
    db.table("audit_head").create(
        {"id": int, "rows": int, "hash": str, "signature": str},
        pk="id",
        not_null={"rows", "hash", "signature"},
    )


def append(db: Database, key: bytes, action: str, day: str, **details: int | str) -> None:
    """Add an act to the chain; the caller holds `writing(db)`."""
    for name, value in details.items():
        if isinstance(value, int) and value >= LARGEST_COUNT:
            raise InputError(f"audit, {name}: found an identifier, expected a count")
    rows, last = _read_head(db)
    number, said = rows + 1, json.dumps(details, sort_keys=True)
    mark = _sign(key, last, number, day, action, said)
    db.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?)", [number, day, action, said, mark])
    db.execute(
        "INSERT INTO audit_head VALUES (1, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET rows = excluded.rows, hash = excluded.hash, signature = excluded.signature",
        [number, mark, _sign(key, "head", number, mark)],
    )


def head(db: Database) -> str:
    """Return the last row's number and hash, to be printed where the database cannot reach."""
    rows, mark = _read_head(db)
    return f"{rows}-{mark[:16]}"


def verify(db: Database, key: bytes) -> int:
    """Return how many rows stand in an unbroken chain; StoreError names the first that does not."""
    last, number = START, 0
    for row in db.execute("SELECT id, day, action, details, hash FROM audit ORDER BY id"):
        number += 1
        if row[0] != number:
            raise StoreError(f"audit chain, row {number}: found row {row[0]}, expected {number}")
        if not hmac.compare_digest(str(row[4]), _sign(key, last, *row[:4])):
            raise StoreError(
                f"audit chain, row {number}: found a row that was changed or put in another's"
                " place, expected the one that was signed"
            )
        last = row[4]
    _verify_head(db, key, number, last)
    return number


def _verify_head(db: Database, key: bytes, number: int, last: str) -> None:
    found = db.execute("SELECT rows, hash, signature FROM audit_head").fetchall()
    signed = [(number, last, _sign(key, "head", number, last))] if number else []
    if found != signed:
        raise StoreError(
            f"audit chain, after row {number}: found the end of the chain, expected"
            f" {found[0][0] if found else 0} rows and their signature"
        )


def _read_head(db: Database) -> tuple[int, str]:
    row = db.execute("SELECT rows, hash FROM audit_head").fetchone()
    return (row[0], row[1]) if row else (0, START)


def _sign(key: bytes, *parts: int | str) -> str:
    return hmac.new(key, json.dumps(parts).encode(), sha256).hexdigest()
