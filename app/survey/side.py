"""What every page of the survey side works with."""

import logging
import sqlite3
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from flask import current_app

from analysis.definitions.council import Council, load_council
from analysis.definitions.danger import DangerList, load_danger
from analysis.definitions.loading import load_survey
from analysis.definitions.survey import Item, Survey
from analysis.errors import StoreError
from analysis.store.intake.definitions import archive_definition
from analysis.store.intake.door import DataFolder, Intake, open_intake
from analysis.store.intake.drafts import drop_old
from app.config import Settings
from app.survey.messages import load_messages

log = logging.getLogger("app.survey")
NAME = "survey"
STORE_FAULTS = (sqlite3.Error, StoreError)
Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time now."""
    return datetime.now(UTC)


@dataclass(frozen=True, eq=False)
class Side:
    """The definitions, the program's texts, the clock, and one connection a thread."""

    folder: DataFolder
    settings: Settings
    survey: Survey
    council: Council
    danger: DangerList
    messages: Mapping[str, str]
    now: Clock
    _threads: threading.local = field(default_factory=threading.local)

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every item by id."""
        return self.survey.items()

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The names of the settings by id, in alphabetical order."""
        names = (
            (setting_id, setting.name) for setting_id, setting in self.council.settings.items()
        )
        return dict(sorted(names, key=lambda named: named[1].casefold()))

    @property
    def intake(self) -> Intake:
        """This thread's connection, opened when it is first needed."""
        if not hasattr(self._threads, "intake"):
            self._threads.intake = open_intake(self.folder)
        intake: Intake = self._threads.intake
        return intake

    def recover(self, fault: Exception) -> None:
        """Log a fault of the store, and let the next request open a connection of its own.

        After an I/O error a connection is not to be trusted any more.
        """
        log.error("not saved: %s: %s", type(fault).__name__, fault)
        self.close()

    def close(self) -> None:
        """Close this thread's connection."""
        intake = self._threads.__dict__.pop("intake", None)
        if intake is not None:
            intake.db.close()

    def today(self) -> date:
        """Return the day, which is the finest time that is kept with an answer."""
        return self.now().date()

    def drop_old_drafts(self) -> None:
        """Delete the drafts that nobody came back to."""
        kept = timedelta(days=self.council.retention.draft_days)
        drop_old(self.intake.db, (self.today() - kept).isoformat())


def open_side(folder: DataFolder, settings: Settings, now: Clock) -> Side:
    """Read the definitions, archive them, and delete drafts that are too old."""
    survey = load_survey(folder.survey)
    side = Side(
        folder=folder,
        settings=settings,
        survey=survey,
        council=load_council(folder.survey),
        danger=load_danger(folder.survey),
        messages=load_messages(survey.language),
        now=now,
    )
    for name, digest in (("survey", survey.hash), ("council", side.council.hash)):
        content = (folder.survey / f"{name}.toml").read_text(encoding="utf-8")
        archive_definition(side.intake.db, digest, name, content)
    side.drop_old_drafts()
    return side


def this_side() -> Side:
    """Return the side that serves this request."""
    side: Side = current_app.extensions[NAME]
    return side
