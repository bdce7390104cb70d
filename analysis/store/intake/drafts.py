"""Unfinished questionnaires, sealed with a key that only the family's own cookie holds."""

import json
from collections.abc import Mapping
from typing import Any

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import StoreError
from analysis.store.database import writing
from analysis.store.keys import keyed_hash, keyed_id

migration = Migrations("drafts")
STEP = 256


@migration()
def create_drafts(db: Database) -> None:
    """Make the table; `day` is that of the last use."""
    db.table("drafts").create(
        {"id": int, "sealed": bytes, "day": str}, pk="id", not_null={"sealed", "day"}
    )


def save_draft(db: Database, secret: bytes, state: Mapping[str, Any], day: str) -> None:
    """Keep the state under the family's secret, in place of the one before."""
    plain = json.dumps(state).encode()
    plain = plain.ljust(-(-len(plain) // STEP) * STEP)  # the size tells how much was written
    sealed = _box(secret).encrypt(plain)
    with writing(db):
        db.execute(
            "INSERT INTO drafts VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
            " SET sealed = excluded.sealed, day = excluded.day",
            [_draft_id(secret), bytes(sealed), day],
        )


def try_out(db: Database, day: str) -> None:
    """Keep and drop a draft that is nobody's: a store that takes it takes answers."""
    secret = random(SecretBox.KEY_SIZE)
    save_draft(db, secret, {}, day)
    drop_draft(db, secret)


def load_draft(db: Database, secret: bytes) -> dict[str, Any] | None:
    """Return the state as JSON gives it back (a tuple as a list), or None if there is none."""
    row = db.execute("SELECT sealed FROM drafts WHERE id = ?", [_draft_id(secret)]).fetchone()
    if row is None:
        return None
    try:
        state: dict[str, Any] = json.loads(_box(secret).decrypt(row[0]))
    except CryptoError:
        raise StoreError("drafts: found one that its own key does not open") from None
    return state


def drop_draft(db: Database, secret: bytes) -> None:
    """Delete the draft, if there is one."""
    with writing(db):
        db.execute("DELETE FROM drafts WHERE id = ?", [_draft_id(secret)])


def drop_old(db: Database, before_day: str) -> int:
    """Delete the drafts last used before that day, and return how many they were."""
    with writing(db):
        return db.execute("DELETE FROM drafts WHERE day < ?", [before_day]).rowcount


def _draft_id(secret: bytes) -> int:
    return keyed_id(secret, "draft id")


def _box(secret: bytes) -> SecretBox:
    return SecretBox(keyed_hash(secret, "draft key"))
