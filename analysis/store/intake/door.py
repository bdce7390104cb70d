"""The survey side's connection, and what SQLite refuses it."""

import sqlite3
from dataclasses import dataclass, field

from analysis.store.database import Database, connect
from analysis.store.intake.words import Sealer
from analysis.store.keys import PUBLIC, read_key
from analysis.store.layout import DataFolder as DataFolder


@dataclass(frozen=True, slots=True)
class Intake:
    """All that the survey side holds: one a thread. None of its keys opens words."""

    folder: DataFolder
    db: Database
    sealer: Sealer
    receipt_key: bytes = field(repr=False)
    audit_key: bytes = field(repr=False)
    setting_key: bytes = field(repr=False)
    cookie_key: bytes = field(repr=False)


def open_intake(folder: DataFolder) -> Intake:
    """Return the survey side's hold on a data folder."""
    db = connect(folder.database)
    db.conn.set_authorizer(_allow)
    return Intake(
        folder=folder,
        db=db,
        sealer=Sealer(read_key(folder.keys, PUBLIC)),
        receipt_key=read_key(folder.keys, "receipt"),
        audit_key=read_key(folder.keys, "audit"),
        setting_key=read_key(folder.keys, "setting"),
        cookie_key=read_key(folder.keys, "survey-cookie"),
    )


# It reads these tables whole, and of the others only what finds and deletes rows.
OPEN = {
    "drafts",
    "definitions",
    "withdrawals",
    "files",
    "erasing",
    "audit",
    "audit_end",
    "changes",
}
IDS = {"id", "response_id", "words_id", "key_id", "coded_id", "ROWID"}
FOUND_BY = {
    ("responses", "receipt"),
    ("responses", "definition"),
    ("responses", "questionnaire"),
    ("additions", "questionnaire"),
    ("invitations", "cluster"),
    ("invitations", "channel"),
}
ADDED = {
    "drafts",
    "definitions",
    "responses",
    "processes",
    "response_settings",
    "danger_levels",
    "word_keys",
    "words",
    "additions",
    "withdrawals",
    "files",
    "erasing",
    "audit",
    "audit_end",
}
CHANGED = {"drafts", "audit_end", "changes"}
# Deleting reaches what hangs on a response; triggers ask for the permission to erase.
DELETED = {
    "drafts",
    "erasing",
    "responses",
    "processes",
    "response_settings",
    "danger_levels",
    "word_keys",
    "words",
    "additions",
    "redactions",
    "coded",
    "codings",
    "flags",
    "quotes",
}
PLAIN = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT}
BY_TABLE = {
    sqlite3.SQLITE_INSERT: ADDED,
    sqlite3.SQLITE_UPDATE: CHANGED,
    sqlite3.SQLITE_DELETE: DELETED,
}


def _allow(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """Answer SQLite while it prepares a statement: what is not named here is refused."""
    if action in BY_TABLE:
        allowed = first in BY_TABLE[action]
    elif action == sqlite3.SQLITE_READ:
        allowed = first in OPEN or second in IDS or (first, second) in FOUND_BY
    elif action == sqlite3.SQLITE_PRAGMA:
        allowed = first == "wal_checkpoint"
    else:
        allowed = action in PLAIN
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
