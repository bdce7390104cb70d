"""How often a wrong password may be tried: asked before the slow hash, never after."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import ThrottledError
from analysis.store.database import random_id, writing

migration = Migrations("throttle")
# (seconds, tries): one name, and all names together so that many names do not help.
PER_NAME = ((60, 5), (3600, 10))
ALL_NAMES = ((60, 30),)
LONGEST_S = 3600


@migration()
def create_failures(db: Database) -> None:
    """Make the table; `who` is a keyed hash, since people type passwords into the wrong box."""
    table = db.table("failures")
    table.create({"id": int, "who": str, "at": float}, pk="id", not_null={"who", "at"})
    table.create_index(["who"])


def take_try(db: Database, who: str, now: float) -> None:
    """Count a try as wrong until it turns out right, so that many at once are no way round."""
    with writing(db):
        db.execute("DELETE FROM failures WHERE at < ?", [now - LONGEST_S])
        for seconds, tries in PER_NAME:
            _refuse_over(tries, db, "who = ? AND at > ?", [who, now - seconds])
        for seconds, tries in ALL_NAMES:
            _refuse_over(tries, db, "at > ?", [now - seconds])
        db.execute("INSERT INTO failures VALUES (?, ?, ?)", [random_id(), who, now])


def forget_tries(db: Database, who: str) -> None:
    """Forget a name's tries: the right password came."""
    with writing(db):
        db.execute("DELETE FROM failures WHERE who = ?", [who])


def _refuse_over(tries: int, db: Database, where: str, values: list[str | float]) -> None:
    if db.table("failures").count_where(where, values) >= tries:
        raise ThrottledError("too many wrong tries: please wait a minute and try again")
