"""Which texts there are, and what was made of them: redacted and released text, sealed again."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.database import hangs_on, random_id
from analysis.store.desk.vault import Vault
from analysis.words import Redacted, Released

migration = Migrations("texts")


@migration()
def create_redactions(db: Database) -> None:
    """Make the table; `redaction` is the hash of what redacted, and is empty for released text."""
    table = db.table("redactions")
    table.create(
        {"id": int, "words_id": int, "state": str, "redaction": str, "sealed": bytes},
        pk="id",
        not_null={"words_id", "state", "redaction", "sealed"},
        foreign_keys=[hangs_on("redactions", "words_id", "words")],
    )
    table.create_index(["words_id", "state"], unique=True)


@dataclass(frozen=True, slots=True)
class Text:
    """One text by its id: where it stands, and nothing of what it says."""

    words_id: int
    response_id: int
    item: str
    made_of: str
    day: str
    process: str
    review_type: str


SELECT_TEXTS = (
    "SELECT w.id, w.response_id, w.item, w.made_of, r.day, p.process, p.review_type"
    " FROM words w JOIN responses r ON r.id = w.response_id"
    " JOIN processes p ON p.response_id = w.response_id"
)


def read_texts(db: Database) -> Iterator[Text]:
    """Return every text's place, the texts of one response together."""
    for row in db.execute(f"{SELECT_TEXTS} ORDER BY w.response_id, w.item, w.id"):
        yield Text(*row)


def find_text(db: Database, words_id: int) -> Text | None:
    """Return a text's place, if it is there."""
    row = db.execute(f"{SELECT_TEXTS} WHERE w.id = ?", [words_id]).fetchone()
    return Text(*row) if row else None


def save_redacted(
    db: Database, vault: Vault, words_id: int, text: Redacted, redaction: str
) -> None:
    """Keep a redacted text with the hash of what redacted it, in place of the one before."""
    _save(db, words_id, "redacted", redaction, vault.seal(db, words_id, text))


def read_redacted(db: Database, vault: Vault, words_id: int) -> Redacted | None:
    """Return the redacted text, if there is one."""
    sealed = _sealed(db, words_id, "redacted")
    return None if sealed is None else vault.open_redacted(db, words_id, sealed)


def save_released(db: Database, vault: Vault, words_id: int, text: Released) -> None:
    """Keep the text that a reviewer let go, in place of the one before."""
    _save(db, words_id, "released", "", vault.seal(db, words_id, text))


def read_released(db: Database, vault: Vault, words_id: int) -> Released | None:
    """Return the released text, if there is one."""
    sealed = _sealed(db, words_id, "released")
    return None if sealed is None else vault.open_released(db, words_id, sealed)


def _save(db: Database, words_id: int, state: str, redaction: str, sealed: bytes) -> None:
    db.execute(
        "INSERT INTO redactions VALUES (?, ?, ?, ?, ?) ON CONFLICT (words_id, state)"
        " DO UPDATE SET redaction = excluded.redaction, sealed = excluded.sealed",
        [random_id(), words_id, state, redaction, sealed],
    )


def _sealed(db: Database, words_id: int, state: str) -> bytes | None:
    row = db.execute(
        "SELECT sealed FROM redactions WHERE words_id = ? AND state = ?", [words_id, state]
    ).fetchone()
    return row[0] if row else None
