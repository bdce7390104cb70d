"""What every page of the staff side works with."""

import logging
import sqlite3
import threading
import time
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from flask import current_app

from analysis.definitions.loading import Definitions, load_definitions
from analysis.definitions.survey import Survey
from analysis.errors import StoreError
from analysis.store.desk.door import Desk, open_desk
from analysis.store.layout import DataFolder
from app.config import Settings
from app.staff.reports import Reports
from app.staff.sessions import Sessions
from app.staff.words_lock import WordsLock

log = logging.getLogger("app.staff")
NAME = "staff"
LOCALE = Path(__file__).parent / "locale"
STORE_FAULTS = (sqlite3.Error, StoreError)


def utc_now() -> datetime:
    """Return the time now."""
    return datetime.now(UTC)


@lru_cache(maxsize=2)
def load_messages(language: str = "en-GB") -> Mapping[str, str]:
    """Return what the staff side says itself."""
    return tomllib.loads((LOCALE / f"{language}.toml").read_text(encoding="utf-8"))


@dataclass(eq=False)
class Side:
    """The definitions, the program's texts, who is signed in, the lock, and one desk a thread."""

    folder: DataFolder
    settings: Settings
    now: Callable[[], datetime] = utc_now
    clock: Callable[[], float] = time.monotonic
    messages: Mapping[str, str] = field(default_factory=load_messages)

    def __post_init__(self) -> None:
        self.definitions: Definitions = load_definitions(self.folder.survey)
        self.sessions = Sessions(self.clock)
        self.words = WordsLock(self.clock)
        self.reports = Reports(self.folder)
        self._threads = threading.local()

    @property
    def survey(self) -> Survey:
        """The questionnaire as it is now."""
        return self.definitions.survey

    @property
    def desk(self) -> Desk:
        """This thread's connection and keys, opened when first needed."""
        if not hasattr(self._threads, "desk"):
            self._threads.desk = open_desk(self.folder)
        desk: Desk = self._threads.desk
        return desk

    def recover(self, fault: Exception) -> None:
        """Log the kind of a fault of the store, and let this thread open a new connection.

        After an I/O error a connection is not to be trusted any more.
        """
        log.error("store: %s", type(fault).__name__)
        self.close()

    def close(self) -> None:
        """Close this thread's connection."""
        desk = self._threads.__dict__.pop("desk", None)
        if desk is not None:
            desk.db.close()

    def read_definitions(self) -> None:
        """Take the survey folder as it is now; raise if it does not hold together."""
        self.definitions = load_definitions(self.folder.survey)

    def today(self) -> str:
        """Return the day, which is the finest time that acts are kept with."""
        return self.now().date().isoformat()


def this_side() -> Side:
    """Return the side that serves this request."""
    side: Side = current_app.extensions[NAME]
    return side
