"""The survey side's connection, and what SQLite refuses it."""

import sqlite3
from dataclasses import dataclass, field

from analysis.store.database import Database, connect
from analysis.store.intake.words import Sealer
from analysis.store.keys import PUBLIC, read_key
from analysis.store.layout import DataFolder


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


# What it may read. Elsewhere it reads the ids alone, by which rows are found and deleted.
OPEN_TABLES = {"drafts", "definitions", "withdrawals", "erasing", "audit", "audit_head", "changes"}
OPEN_COLUMNS = {
    "responses": {"receipt", "questionnaire", "definition"},
}
IDS = {"id", "response_id", "words_id", "key_id", "ROWID"}
SCHEMA = {"sqlite_master", "sqlite_schema"}
# What it may add; what it may change; the rest it may only delete, and that by erasure.
ADDED = OPEN_TABLES | {
    "responses",
    "processes",
    "response_settings",
    "danger_levels",
    "word_keys",
    "words",
    "additions",
}
CHANGED = {"drafts", "audit_head", "changes"}
CLOSED = {"accounts", "failures", "key_holders", "releases"}
PLAIN = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_SAVEPOINT}


def _allow(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    raise NotImplementedError
