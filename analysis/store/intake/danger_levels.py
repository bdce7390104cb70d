"""What the danger screen found in a family's words, before they were sealed."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.database import hangs_on, random_id

migration = Migrations("danger_levels")


@migration()
def create_danger_levels(db: Database) -> None:
    """Make the table; words that come after sending may add a second row."""
    table = db.table("danger_levels")
    table.create(
        {"id": int, "response_id": int, "level": str},
        pk="id",
        not_null={"response_id", "level"},
        foreign_keys=[hangs_on("danger_levels", "response_id", "responses")],
    )
    table.create_index(["response_id"])


def add_danger_level(db: Database, response_id: int, level: str) -> None:
    """Say what the danger screen found."""
    db.execute("INSERT INTO danger_levels VALUES (?, ?, ?)", [random_id(), response_id, level])
