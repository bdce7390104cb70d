"""Who may sign in: names, roles, and what a key holder has approved."""

from dataclasses import dataclass

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.desk.door import Desk

migration = Migrations("accounts")


@dataclass(frozen=True, slots=True)
class Account:
    """One person of the staff side; one whose role reads words works only when approved."""

    id: int
    username: str
    role: str
    key_holder: bool
    approved: bool


def add_account(
    db: Database,
    username: str,
    role: str,
    password: str,
    *,
    key_holder: bool = False,
    approved: bool = False,
) -> Account:
    """Add an account; `approved=False` for a role that reads words, until a key holder agrees."""
    raise NotImplementedError


def approve(db: Database, account_id: int, by: Account) -> None:
    """Let an account use its role; only a key holder can, and not for their own account."""
    raise NotImplementedError


def sign_in(desk: Desk, username: str, password: str, now: float) -> Account | None:
    """Return the account, or None if name or password is wrong; `now` in seconds.

    Raises ThrottledError before any hashing once too many were wrong. An unknown name takes
    as long as a wrong password.
    """
    raise NotImplementedError


def find_account(db: Database, account_id: int) -> Account | None:
    """Return the account with that id, if it is there."""
    raise NotImplementedError


def read_accounts(db: Database) -> list[Account]:
    """Return all accounts by username."""
    raise NotImplementedError


def set_password(db: Database, account_id: int, password: str) -> None:
    """Give an account a new password."""
    raise NotImplementedError


def remove_account(db: Database, account_id: int) -> None:
    """Delete an account."""
    raise NotImplementedError
