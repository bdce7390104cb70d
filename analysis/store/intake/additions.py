"""Answers that come after sending: a row of their own, so that leaving them out loses nothing."""

from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store import audit
from analysis.store.database import hangs_on, random_id, writing
from analysis.store.intake.danger_levels import add_danger_level
from analysis.store.intake.door import Intake
from analysis.store.intake.responses import as_kept, find_response
from analysis.store.intake.words import add_words, seal_words
from analysis.words import Words

migration = Migrations("additions")


@migration()
def create_additions(db: Database) -> None:
    """Make the table; a response has one row of each questionnaire."""
    table = db.table("additions")
    table.create(
        {"id": int, "response_id": int, "questionnaire": str, "answers": str},
        pk="id",
        not_null={"response_id", "questionnaire", "answers"},
        foreign_keys=[hangs_on("additions", "response_id", "responses")],
    )
    table.create_index(["response_id", "questionnaire"], unique=True)


def add_to_response(
    intake: Intake,
    receipt: str,
    answers: Mapping[str, Any],
    words: Mapping[str, Words],
    day: str,
    danger: str | None = None,
) -> bool:
    """Add the answers of the page after sending to the response with that receipt hash.

    Return False, changing nothing, if there is no such response or it has its row already.
    """
    sealed = seal_words(intake.sealer, words)
    with writing(intake.db) as db:
        response_id = find_response(db, receipt)
        if response_id is None or not add_answers(db, response_id, as_kept(answers)):
            return False
        add_words(db, response_id, sealed)
        if danger is not None:
            add_danger_level(db, response_id, danger)
        audit.append(db, intake.audit_key, "addition", day)
    return True


def add_answers(db: Database, response_id: int, answers: str) -> bool:
    """Add the row, as `as_kept` gives it; False if it is there. The caller holds `writing(db)`."""
    added = db.execute(
        "INSERT INTO additions SELECT ?, id, questionnaire, ? FROM responses WHERE id = ?"
        " ON CONFLICT (response_id, questionnaire) DO NOTHING",
        [random_id(), answers, response_id],
    )
    return added.rowcount > 0
