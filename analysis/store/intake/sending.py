"""A completed questionnaire, or a whole file of them, stored together or not at all."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.definitions.survey import LISTED
from analysis.errors import InputError, StoreError
from analysis.store import audit
from analysis.store.database import random_id, writing
from analysis.store.intake.additions import add_answers
from analysis.store.intake.danger_levels import add_danger_level
from analysis.store.intake.door import Intake
from analysis.store.intake.processes import Placing, place_response
from analysis.store.intake.receipts import is_withdrawn
from analysis.store.intake.responses import add_response, as_kept
from analysis.store.intake.settings import add_setting, cluster_of
from analysis.store.intake.words import SealedWords, add_words, seal_words
from analysis.words import Words

migration = Migrations("sending")


@migration()
def create_files(db: Database) -> None:
    """Make the list of files taken in, by hash, so that none counts twice."""
    table = db.table("files")
    table.create(
        {"id": int, "hash": str, "responses": int, "day": str},
        pk="id",
        not_null={"hash", "responses", "day"},
    )
    table.create_index(["hash"], unique=True)


@dataclass(frozen=True, slots=True)
class Completed:
    """One questionnaire as a family sends it; `receipt` is the keyed hash of its code.

    `answers` holds closed values only (a text item is "written" or "skipped") and may hold
    the setting's id under `setting_item`: the store writes "listed" there. `added` holds what
    comes after sending, where a file brings both at once; its words stand among `words`.
    """

    questionnaire: str
    definition: str
    council: str
    channel: str
    day: str
    answers: Mapping[str, Any]
    process: str
    review_type: str
    receipt: str
    words: Mapping[str, Words] = field(default_factory=dict)
    added: Mapping[str, Any] = field(default_factory=dict)
    setting_item: str | None = None
    setting: str | None = None
    because: str | None = None
    danger: str | None = None
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A questionnaire as its rows will stand: nothing is left to do but to write them."""

    row: Mapping[str, Any]
    placing: Placing
    council: str
    words: SealedWords | None
    added: str | None
    cluster: int | None
    danger: str | None


def send_response(intake: Intake, completed: Completed) -> bool:
    """Store a response with everything that belongs to it and return True.

    Return False, changing nothing, if its receipt is there already or was taken back.
    """
    sealed = _seal(intake, completed)
    with writing(intake.db) as db:
        if not _store(db, sealed):
            return False
        audit.append(db, intake.audit_key, "response", completed.day)
    return True


def send_file(intake: Intake, file_hash: str, completed: Iterable[Completed], day: str) -> int:
    """Store all responses of a file and return how many; raise StoreError and store none otherwise.

    `day` is the day of the import, which the audit row says; each response has its own. All of
    them are sealed first, since families who send meanwhile wait while they are written.
    """
    sealed = [_seal(intake, one) for one in completed]
    with writing(intake.db) as db:
        if is_taken(db, file_hash):
            raise StoreError("this file: found it among the files already taken in")
        for number, one in enumerate(sealed, 1):
            if not _store(db, one):
                raise StoreError(f"response {number}: found its receipt in the store already")
        row = [random_id(), file_hash, len(sealed), day]
        db.execute("INSERT INTO files VALUES (?, ?, ?, ?)", row)
        audit.append(db, intake.audit_key, "file", day, responses=len(sealed))
    return len(sealed)


def is_taken(db: Database, file_hash: str) -> bool:
    """Return whether a file with that hash was taken in."""
    return db.execute("SELECT 1 FROM files WHERE hash = ?", [file_hash]).fetchone() is not None


def _seal(intake: Intake, completed: Completed) -> _Sealed:
    answers, cluster = dict(completed.answers), None
    if completed.setting is not None:
        if completed.setting_item is None:
            raise InputError("response: found a setting, expected the item that asked for it too")
        answers[completed.setting_item] = LISTED
        cluster = cluster_of(intake.setting_key, completed.setting)
    row = {
        "questionnaire": completed.questionnaire,
        "definition": completed.definition,
        "channel": completed.channel,
        "day": completed.day,
        "answers": as_kept(answers),
        "receipt": completed.receipt,
        "repeat": completed.repeat,
    }
    return _Sealed(
        row,
        Placing(completed.process, completed.because, completed.review_type),
        completed.council,
        seal_words(intake.sealer, completed.words),
        as_kept(completed.added) if completed.added else None,
        cluster,
        completed.danger,
    )


def _store(db: Database, sealed: _Sealed) -> bool:
    row = sealed.row
    if is_withdrawn(db, row["receipt"]):
        return False
    response_id = _insert(db, row)
    if response_id is None:
        return False
    place_response(db, response_id, sealed.placing, row["definition"], sealed.council)
    add_words(db, response_id, sealed.words)
    if sealed.added is not None:
        add_answers(db, response_id, sealed.added)
    if sealed.cluster is not None:
        add_setting(db, response_id, sealed.cluster)
    if sealed.danger is not None:
        add_danger_level(db, response_id, sealed.danger)
    return True


def _insert(db: Database, row: Mapping[str, Any]) -> int | None:
    try:
        return add_response(db, **row)
    except sqlite3.IntegrityError as error:
        raise StoreError(
            f"responses: {error}; expected a definition that was archived ({row['definition']})"
        ) from None
