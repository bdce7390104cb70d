"""The chain of acts and approved quotes: for jobs that may know nothing else of any answer."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.store import audit
from analysis.store.database import Database, connect
from analysis.store.keys import read_key
from analysis.store.layout import DataFolder
from analysis.words import Quote

TABLES = {"audit", "audit_end"}
QUOTED = {("quotes", "id"), ("quotes", "words")}  # in the clear, by two people's act
REACH_TABLES = {sqlite3.SQLITE_READ, sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE}
PLAIN = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION}


@dataclass(frozen=True, slots=True)
class Acts:
    """A connection to which SQLite gives the chain of acts and the words of approved quotes."""

    db: Database
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Act:
    """One act: on which day, and what is known of it."""

    day: str
    details: Mapping[str, int | str]


def open_acts(folder: DataFolder) -> Acts:
    """Return the hold on a data folder's chain of acts."""
    db = connect(folder.database)
    db.conn.set_authorizer(_allow)
    return Acts(db, read_key(folder.keys, "audit"))


def read_acts(acts: Acts, action: str) -> list[Act]:
    """Return the acts of one kind, the oldest first; a chain that is broken is refused."""
    audit.verify(acts.db, acts.key)
    found = acts.db.conn.execute(
        "SELECT day, details FROM audit WHERE action = ? ORDER BY id", [action]
    )
    return [Act(day, json.loads(details)) for day, details in found]


def is_there(acts: Acts, action: str) -> bool:
    """Say whether there is an act of that kind at all; the chain is not verified."""
    return bool(acts.db.execute("SELECT 1 FROM audit WHERE action = ?", [action]).fetchone())


def read_quotes(db: Database) -> dict[str, Quote]:
    """Return the words of the approved quotes that are still there, by their ids."""
    rows = db.execute("SELECT id, words FROM quotes WHERE words IS NOT NULL")
    return {str(id_): Quote(words) for id_, words in rows}


def _allow(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """Answer SQLite while it prepares a statement: what is not named here is refused."""
    allowed = first in TABLES if action in REACH_TABLES else action in PLAIN
    quoted = action == sqlite3.SQLITE_READ and (first, second) in QUOTED
    return sqlite3.SQLITE_OK if allowed or quoted else sqlite3.SQLITE_DENY
