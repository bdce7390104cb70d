"""Completed questionnaires: written once, never edited, erased as a whole."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.database import random_id

migration = Migrations("responses")


@migration()
def create_responses(db: Database) -> None:
    """Make the table; closed answers stand in one column, so that no survey needs a migration."""
    table = db.table("responses")
    table.create(
        {
            "id": int,
            "questionnaire": str,
            "definition": str,
            "channel": str,
            "day": str,
            "answers": str,
            "receipt": str,
            "repeat_in_session": int,
        },
        pk="id",
        not_null={"questionnaire", "definition", "channel", "day", "answers", "receipt"},
        foreign_keys=[("definition", "definitions", "hash")],
    )
    table.create_index(["receipt"], unique=True)


def as_kept(answers: Mapping[str, Any]) -> str:
    """Return closed answers as their column holds them."""
    return json.dumps(answers, sort_keys=True)


def add_response(
    db: Database,
    *,
    questionnaire: str,
    definition: str,
    channel: str,
    day: str,
    answers: str,
    receipt: str,
    repeat: bool,
) -> int | None:
    """Add a response, its answers as `as_kept` gives them, and return its id.

    Return None, changing nothing, if its receipt is there.
    """
    response_id = random_id()
    added = db.execute(
        "INSERT INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (receipt) DO NOTHING",
        [response_id, questionnaire, definition, channel, day, answers, receipt, int(repeat)],
    )
    return response_id if added.rowcount else None


def find_response(db: Database, receipt: str) -> int | None:
    """Return the id of the response with that receipt hash, if it is there."""
    row = db.execute("SELECT id FROM responses WHERE receipt = ?", [receipt]).fetchone()
    return row[0] if row else None
