"""Which school a response is about: an opaque number in a table of its own."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.database import hangs_on
from analysis.store.keys import keyed_id

migration = Migrations("settings")


@migration()
def create_response_settings(db: Database) -> None:
    """Make the table; a response without a listed setting has no row."""
    db.table("response_settings").create(
        {"response_id": int, "cluster": int},
        pk="response_id",
        not_null={"cluster"},
        foreign_keys=[hangs_on("response_settings", "response_id", "responses")],
    )


def cluster_of(key: bytes, setting_id: str) -> int:
    """Return the number that stands for a setting wherever replies are counted.

    The way back is to work it out for every setting of `council.toml`, which takes the key.
    """
    return keyed_id(key, "cluster", setting_id.encode())


def add_setting(db: Database, response_id: int, cluster: int) -> None:
    """Say which setting a response is about."""
    db.execute("INSERT INTO response_settings VALUES (?, ?)", [response_id, cluster])
