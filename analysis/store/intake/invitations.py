"""Links that say which setting a family was asked through, and by which way its link came.

A code names a setting, never a person: everybody asked there has the same. It is kept as a keyed
hash and the setting as its opaque number, so that the database gives away no link that works.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.definitions.survey import CHANNELS
from analysis.store.intake.door import Intake
from analysis.store.intake.receipts import ALPHABET, normalise_code
from analysis.store.intake.settings import cluster_of
from analysis.store.keys import keyed_id

migration = Migrations("invitations")
BY_LINK = tuple(channel for channel in CHANNELS if channel != "import")
CHARACTERS, GROUP = 8, 4  # 40 random bits: short enough to be typed from a letter


@migration()
def create_invitations(db: Database) -> None:
    """Make the table; a code's keyed hash is the key it is found by."""
    db.table("invitations").create(
        {"id": int, "cluster": int, "channel": str, "day": str},
        pk="id",
        not_null={"cluster", "channel", "day"},
    )


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link says; no setting if the one it named is not on the list any more."""

    channel: str
    setting: str | None


def add_invitations(
    db: Database, key: bytes, settings: Iterable[str], channel: str, day: str
) -> Mapping[str, str]:
    """Make a code for each setting and return them by setting; the caller holds `writing(db)`.

    They are kept nowhere else. `key` is the one that settings are numbered by.
    """
    codes = {setting: _new_code() for setting in settings}
    rows = (
        (_row_of(key, code), cluster_of(key, setting), channel, day)
        for setting, code in codes.items()
    )
    db.conn.executemany("INSERT INTO invitations VALUES (?, ?, ?, ?)", rows)
    return codes


def find_invitation(intake: Intake, code: str, settings: Iterable[str]) -> Invitation | None:
    """Return what the link with that code says of these settings, or None if there is none."""
    key = intake.setting_key
    found = intake.db.execute(
        "SELECT channel, cluster FROM invitations WHERE id = ?", [_row_of(key, code)]
    ).fetchone()
    if found is None:
        return None
    channel, cluster = found
    named = (setting for setting in settings if cluster_of(key, setting) == cluster)
    return Invitation(channel, next(named, None))


def _new_code() -> str:
    code = "".join(secrets.choice(ALPHABET) for _ in range(CHARACTERS))
    return f"{code[:GROUP]}-{code[GROUP:]}"


def _row_of(key: bytes, code: str) -> int:
    return keyed_id(key, "invitation", normalise_code(code).encode())
