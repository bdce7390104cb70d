"""The code that takes a response back: made from the draft's secret, kept as a keyed hash.

Crockford's alphabet leaves out the letters that are read as others. The twenty characters hold
100 random bits; two more tell a slip of the pen from a wrong code.
"""

import hmac
import secrets
from hashlib import sha256

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store import audit, erasure
from analysis.store.database import random_id, writing
from analysis.store.intake.door import Intake
from analysis.store.intake.responses import find_response
from analysis.store.keys import keyed_hash

migration = Migrations("receipts")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans("OIL", "011")
CHARACTERS, CHECKS, GROUP = 20, 2, 4
# The largest prime below 32 ** 2: one wrong character, or two neighbours swapped, always shows.
PRIME = 1021


@migration()
def create_withdrawals(db: Database) -> None:
    """Make the table of what was taken back: the receipt's hash and the day, nothing else."""
    table = db.table("withdrawals")
    table.create({"id": int, "receipt": str, "day": str}, pk="id", not_null={"receipt", "day"})
    table.create_index(["receipt"], unique=True)


def new_secret() -> bytes:
    """Return what the family's cookie holds: draft, draft's key and receipt code come from it."""
    return secrets.token_bytes(32)


def receipt_code(secret: bytes) -> str:
    """Return the code of a secret, in groups to be read aloud; the same secret gives the same."""
    number = int.from_bytes(keyed_hash(secret, "receipt code"), "big") % 32**CHARACTERS
    code = _spell(number, CHARACTERS) + _spell(number % PRIME, CHECKS)
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def normalise_code(typed: str) -> str:
    """Return a typed code without spaces and dashes, its letters read as the digits meant."""
    return "".join(char for char in typed.upper() if char.isalnum()).translate(READ_AS)


def is_code(typed: str) -> bool:
    """Return whether this could be a code: the right length, letters and check characters."""
    code = normalise_code(typed)
    if len(code) != CHARACTERS + CHECKS or not set(code) <= set(ALPHABET):
        return False
    return _number(code[:CHARACTERS]) % PRIME == _number(code[CHARACTERS:])


def receipt_hash(key: bytes, code: str) -> str:
    """Return the keyed hash by which a code is known to the store."""
    return hmac.new(key, normalise_code(code).encode(), sha256).hexdigest()


def random_receipt() -> str:
    """Return a hash that no code opens, for answers that were collected elsewhere."""
    return secrets.token_hex(32)


def withdraw(intake: Intake, code: str, day: str) -> bool:
    """Erase the response of a right code and return True; any other code changes nothing.

    A wrong code and a used one are looked up in the same two tables, so that neither the
    answer nor its time tells them apart.
    """
    receipt = receipt_hash(intake.receipt_key, code)
    found, used = find_response(intake.db, receipt), is_withdrawn(intake.db, receipt)
    if found is None or used:
        return False
    with writing(intake.db) as db:
        if find_response(db, receipt) is None:  # another tab was quicker
            return False
        erasure.erase(db, [found])
        db.execute("INSERT INTO withdrawals VALUES (?, ?, ?)", [random_id(), receipt, day])
        audit.append(db, intake.audit_key, "withdrawal", day)
    erasure.settle(intake.db)
    return True


def is_withdrawn(db: Database, receipt: str) -> bool:
    """Return whether the response of that receipt hash was taken back."""
    found = db.execute("SELECT EXISTS (SELECT 1 FROM withdrawals WHERE receipt = ?)", [receipt])
    return bool(found.fetchone()[0])  # a row either way, so that both take the same time


def _spell(number: int, characters: int) -> str:
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(characters)))


def _number(code: str) -> int:
    number = 0
    for char in code:
        number = number * 32 + ALPHABET.index(char)
    return number
