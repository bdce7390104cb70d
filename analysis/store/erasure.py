"""Responses that are really gone: rows and keys deleted, and nothing left in the journal."""

import time
from collections.abc import Iterable

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migration = Migrations("erasure")
PATIENCE_S, PAUSE_S = 20, 0.05
KEPT_AS_WRITTEN = {"responses": "id", "words": "response_id", "word_keys": "response_id"}
STAY = """
CREATE TRIGGER {table}_stay BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are written once'); END
"""
ERASED_ONLY = """
CREATE TRIGGER {table}_erased BEFORE DELETE ON {table}
WHEN NOT EXISTS (SELECT 1 FROM erasing WHERE response_id = OLD.{column})
BEGIN SELECT RAISE(ABORT, '{table} go by erasure only'); END
"""


@migration()
def create_erasing(db: Database) -> None:
    """Make the permission to erase, and the triggers that refuse every other change."""
    db.table("erasing").create({"response_id": int}, pk="response_id")
    for table, column in KEPT_AS_WRITTEN.items():
        db.execute(STAY.format(table=table))
        db.execute(ERASED_ONLY.format(table=table, column=column))


def erase(db: Database, response_ids: Iterable[int]) -> int:
    """Delete these responses and all that hangs on them; the caller holds `writing(db)`.

    Afterwards, outside the transaction, `settle(db)` clears the journal.
    """
    ids = [(response_id,) for response_id in response_ids]
    db.conn.executemany("INSERT INTO erasing VALUES (?)", ids)
    db.execute("DELETE FROM responses WHERE id IN (SELECT response_id FROM erasing)")
    db.execute("DELETE FROM erasing")
    return len(ids)


def settle(db: Database) -> bool:
    """Empty the journal into the database, so that what was deleted stands nowhere.

    An open reader keeps the journal: SQLite then answers busy and the text stays in it, so this
    asks again. Return False if somebody read on for too long; the next call ends it, and the
    next start.
    """
    patient_until = time.monotonic() + PATIENCE_S
    while True:
        busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy or time.monotonic() > patient_until:
            return not busy
        time.sleep(PAUSE_S)
