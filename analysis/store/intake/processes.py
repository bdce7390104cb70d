"""Which process and review type a response belongs to: worked out, and worked out anew."""

from dataclasses import dataclass

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.database import hangs_on

migration = Migrations("processes")


@migration()
def create_processes(db: Database) -> None:
    """Make the table, with the hashes of the two files that decided."""
    db.table("processes").create(
        {
            "response_id": int,
            "process": str,
            "because": str,
            "review_type": str,
            "survey": str,
            "council": str,
        },
        pk="response_id",
        not_null={"process", "review_type", "survey", "council"},
        foreign_keys=[hangs_on("processes", "response_id", "responses")],
    )


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a response belongs; `because` says why where it is unclear."""

    process: str
    because: str | None
    review_type: str


def place_response(
    db: Database, response_id: int, placing: Placing, survey: str, council: str
) -> None:
    """Say where a new response belongs."""
    db.execute(
        "INSERT INTO processes VALUES (?, ?, ?, ?, ?, ?)",
        [response_id, placing.process, placing.because, placing.review_type, survey, council],
    )


def place_again(
    db: Database, response_id: int, placing: Placing, survey: str, council: str
) -> None:
    """Say it anew, unless the response has been withdrawn meanwhile."""
    db.execute(
        "UPDATE processes SET process = ?, because = ?, review_type = ?, survey = ?, council = ?"
        " WHERE response_id = ?",
        [placing.process, placing.because, placing.review_type, survey, council, response_id],
    )
