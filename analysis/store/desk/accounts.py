"""Who may sign in: names, roles, and what a key holder has approved."""

from dataclasses import dataclass
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import InputError, StoreError
from analysis.store.database import random_id, writing
from analysis.store.desk.door import Desk
from analysis.store.desk.throttle import forget_tries, take_try
from analysis.store.keys import keyed_hash

migration = Migrations("accounts")
HASHER = PasswordHasher()
SHORTEST = 12
# A hash at the cost of every other, of a password nobody has: an unknown name takes as long.
NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4$HlaNo5JjYwb4tSOnCiXv7g$"
    "bqYn/IGoLZzPJ7pEQauSSJVleTHix4JWzCiNzbfpYJs"
)


@migration()
def create_accounts(db: Database) -> None:
    """Make the table; `approved_by` is the key holder who let a reader of words in."""
    table = db.table("accounts")
    table.create(
        {
            "id": int,
            "username": str,
            "role": str,
            "password": str,
            "key_holder": int,
            "approved": int,
            "approved_by": int,
        },
        pk="id",
        not_null={"username", "role", "password", "key_holder", "approved"},
    )
    table.create_index(["username"], unique=True)


@migration()
def add_party(db: Database) -> None:
    """Let an account agree to results for one party alone; of those made before nobody said."""
    db.table("accounts").add_column("party", str, not_null_default="")


@dataclass(frozen=True, slots=True)
class Account:
    """One person of the staff side; one whose role reads words works only when approved."""

    id: int
    username: str
    role: str
    key_holder: bool
    approved: bool
    party: str = ""  # for whom this person agrees to results, if that was said


def add_account(
    db: Database,
    username: str,
    role: str,
    password: str,
    *,
    key_holder: bool = False,
    approved: bool = False,
    party: str = "",
) -> Account:
    """Add an account; `approved=False` for a role that reads words, until a key holder agrees."""
    name = _same(username)
    if not name:
        raise InputError("username: found nothing, expected a name")
    account = Account(random_id(), name, role, key_holder, approved, party)
    with writing(db):
        if db.table("accounts").count_where("username = ?", [name]):
            raise InputError(f'username: found "{name}" in use already, expected another')
        db.execute(
            "INSERT INTO accounts VALUES (?, ?, ?, ?, ?, ?, NULL, ?)",
            [account.id, name, role, _hash(password), int(key_holder), int(approved), party],
        )
    return account


def approve(db: Database, account_id: int, by: Account) -> None:
    """Let an account use its role; only a key holder can, and not for their own account."""
    if not by.key_holder or by.id == account_id:
        raise StoreError("approval: found no key holder other than the person to be approved")
    _change(db, "UPDATE accounts SET approved = 1, approved_by = ? WHERE id = ?", by.id, account_id)


def sign_in(desk: Desk, username: str, password: str, now: float) -> Account | None:
    """Return the account, or None if name or password is wrong; `now` in seconds.

    Raises ThrottledError before any hashing once too many were wrong. An unknown name takes
    as long as a wrong password.
    """
    name = _same(username)
    who = keyed_hash(desk.audit_key, "sign-in", name.encode()).hex()
    take_try(desk.db, who, now)
    row = desk.db.execute("SELECT id, password FROM accounts WHERE username = ?", [name]).fetchone()
    account_id, expected = row or (None, NOBODY)
    if not _matches(expected, password) or account_id is None:
        return None
    forget_tries(desk.db, who)
    return find_account(desk.db, account_id)


def find_account(db: Database, account_id: int) -> Account | None:
    """Return the account with that id, if it is there."""
    row = db.execute(f"{SELECT_ACCOUNTS} WHERE id = ?", [account_id]).fetchone()
    return _account(row) if row else None


def read_accounts(db: Database) -> list[Account]:
    """Return all accounts by username."""
    return [_account(row) for row in db.execute(f"{SELECT_ACCOUNTS} ORDER BY username")]


def set_password(db: Database, account_id: int, password: str) -> None:
    """Give an account a new password."""
    _change(db, "UPDATE accounts SET password = ? WHERE id = ?", _hash(password), account_id)


def remove_account(db: Database, account_id: int) -> None:
    """Delete an account."""
    _change(db, "DELETE FROM accounts WHERE id = ?", account_id)


SELECT_ACCOUNTS = "SELECT id, username, role, key_holder, approved, party FROM accounts"


def _account(row: tuple[Any, ...]) -> Account:
    account_id, username, role, key_holder, approved, party = row
    return Account(account_id, username, role, bool(key_holder), bool(approved), party)


def _change(db: Database, sql: str, *values: int | str) -> None:
    with writing(db):
        if not db.execute(sql, values).rowcount:
            raise StoreError("accounts: found none with this id")


def _same(username: str) -> str:
    return username.strip().casefold()


def _hash(password: str) -> str:
    if len(password) < SHORTEST:
        raise InputError(
            f"password: found {len(password)} characters, expected at least {SHORTEST}"
        )
    return HASHER.hash(password)


def _matches(expected: str, password: str) -> bool:
    try:
        return HASHER.verify(expected, password)
    except VerifyMismatchError:
        return False
