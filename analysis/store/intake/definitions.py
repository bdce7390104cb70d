"""Every definition that answers were given to, kept by its hash."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import StoreError
from analysis.store.database import writing

migration = Migrations("definitions")


@migration()
def create_definitions(db: Database) -> None:
    """Make the archive."""
    db.table("definitions").create(
        {"hash": str, "kind": str, "content": str},
        pk="hash",
        not_null={"kind", "content"},
    )


def archive_definition(db: Database, hash: str, kind: str, content: str) -> None:
    """Keep a definition's text; a response is refused until its definition is kept."""
    with writing(db):
        db.execute(
            "INSERT INTO definitions VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
            [hash, kind, content],
        )


def read_definition(db: Database, hash: str) -> str:
    """Return the text of a kept definition."""
    row = db.execute("SELECT content FROM definitions WHERE hash = ?", [hash]).fetchone()
    if row is None:
        raise StoreError(f"definitions: found none with the hash {hash}")
    return str(row[0])
