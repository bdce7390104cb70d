"""Files that are taken out: each stands in the chain of acts, given by a screen or a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from analysis.store import audit
from analysis.store.acts import open_acts
from analysis.store.database import Database, writing
from analysis.store.layout import DataFolder

TAKEN = "file taken"


def note_taken(db: Database, key: bytes, day: date, by: str = "", **what: str) -> None:
    """Add to the chain who took which file of which snapshot; nobody is known if by a command."""
    audit.append(db, key, TAKEN, day.isoformat(), **({"by": by} if by else {}), **what)


@contextmanager
def taken(folder: DataFolder, day: date, file: str, snapshot: str) -> Iterator[None]:
    """Note that a command gives out a file, if what is done within comes to its end.

    It needs no key holder: the chain names no family, so it is written while words are locked.
    """
    acts = open_acts(folder)
    try:
        with writing(acts.db) as db:
            note_taken(db, acts.key, day, file=file, snapshot=snapshot)
            yield
    finally:
        acts.db.conn.close()


def note_given(folder: DataFolder, day: date, file: str, snapshot: str) -> None:
    """Note it before it is printed: a terminal that waits must not hold the database."""
    with taken(folder, day, file, snapshot):
        pass
