"""Every table's migrations, applied once at start-up and never on a request."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from analysis.store import audit, erasure, snapshots, watermark
from analysis.store.database import connect, writing
from analysis.store.desk import accounts, answer_view, codings, key_holders, quotes, texts, throttle
from analysis.store.intake import (
    additions,
    danger_levels,
    definitions,
    drafts,
    invitations,
    processes,
    receipts,
    responses,
    sending,
    settings,
    words,
)

ROOMS = (
    definitions,
    responses,
    processes,
    settings,
    danger_levels,
    words,
    additions,
    drafts,
    receipts,
    invitations,
    sending,
    audit,
    key_holders,
    accounts,
    throttle,
    texts,
    codings,
    quotes,
    snapshots,
    erasure,
    watermark,
)


def prepare(path: Path) -> None:
    """Make the database file ready: WAL, and every migration it has not had.

    Done on each connection instead, it fails requests while workers start.
    """
    with _alone(path.with_suffix(".lock")):
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        db = connect(path)
        db.execute("PRAGMA journal_mode = WAL")
        if any(room.migration.pending(db) for room in ROOMS):
            _migrate(db)
        erasure.settle(db)
        db.conn.close()


def _migrate(db: Database) -> None:
    with writing(db):  # all of them or none: a kill in the middle leaves the tables as they were
        answer_view.drop_answer_view(db)  # made anew from the survey, when the folder is opened
        for room in ROOMS:
            room.migration.apply(db)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
