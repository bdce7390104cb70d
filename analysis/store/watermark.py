"""A number that moves whenever anything moves that is counted."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migration = Migrations("watermark")
COUNTED = ("responses", "additions", "processes", "response_settings", "coded", "codings", "flags")

MOVES = """
CREATE TRIGGER {table}_{act}_moves AFTER {act} ON {table}
BEGIN UPDATE changes SET count = count + 1; END
"""


@migration()
def create_changes(db: Database) -> None:
    """Make the counter, and the triggers that move it."""
    db.table("changes").create({"id": int, "count": int}, pk="id", not_null={"count"})
    db.table("changes").insert({"id": 1, "count": 0})
    for table in COUNTED:
        for act in ("INSERT", "UPDATE", "DELETE"):
            db.execute(MOVES.format(table=table, act=act))


@migration()
def count_quotes(db: Database) -> None:
    """Let quotes move the counter too: they stand in reports."""
    for act in ("INSERT", "UPDATE", "DELETE"):
        db.execute(MOVES.format(table="quotes", act=act))


def watermark(db: Database) -> int:
    """Return the number; two that are equal stand over the same answers, processes and codings."""
    number: int = db.execute("SELECT count FROM changes").fetchone()[0]
    return number
