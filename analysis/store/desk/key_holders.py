"""The private key that opens words, wrapped by each key holder's passphrase and a recovery code."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import InputError
from analysis.store.database import random_id
from analysis.store.intake.receipts import ALPHABET, GROUP, normalise_code

migration = Migrations("key_holders")
SHORTEST = 12
RECOVERY = "recovery code"
RECOVERY_CHARACTERS = 32  # 160 random bits: no guessing, so it needs no slow hash
SLOW = (argon2id.OPSLIMIT_MODERATE, argon2id.MEMLIMIT_MODERATE)
QUICK = (argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)


@migration()
def create_key_holders(db: Database) -> None:
    """Make the table of wrapped keys."""
    db.table("key_holders").create(
        {"id": int, "name": str, "salt": bytes, "wrapped": bytes},
        pk="id",
        not_null={"name", "salt", "wrapped"},
    )
    db.table("key_holders").create_index(["name"], unique=True)


def new_key_pair() -> tuple[bytes, bytes]:
    """Return a new private key and its public key."""
    private = PrivateKey.generate()
    return bytes(private), bytes(private.public_key)


def add_key_holder(db: Database, name: str, passphrase: str, private: bytes) -> None:
    """Let a passphrase unlock the words; the caller holds `writing(db)`."""
    if name == RECOVERY:
        raise InputError(f'key holder: found the name "{RECOVERY}", expected a person\'s')
    if len(_passphrase(passphrase)) < SHORTEST:
        raise InputError(
            f"passphrase: found {len(passphrase)} characters, expected at least {SHORTEST}"
        )
    # One salt for all passphrases: to unlock costs one slow hash, however many may unlock.
    row = db.execute("SELECT salt FROM key_holders WHERE name != ?", [RECOVERY]).fetchone()
    salt = row[0] if row else random(argon2id.SALTBYTES)
    _wrap(db, name, salt, _stretch(_passphrase(passphrase), salt, SLOW), private)


def add_recovery_code(db: Database, private: bytes) -> str:
    """Return a new recovery code, in place of the one before; the caller holds `writing(db)`."""
    code = "".join(ALPHABET[byte & 31] for byte in random(RECOVERY_CHARACTERS))
    db.execute("DELETE FROM key_holders WHERE name = ?", [RECOVERY])
    salt = random(argon2id.SALTBYTES)
    _wrap(db, RECOVERY, salt, _stretch(code, salt, QUICK), private)
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_key_holders(db: Database) -> list[str]:
    """Return the names of those whose passphrase unlocks the words."""
    found = db.execute("SELECT name FROM key_holders WHERE name != ? ORDER BY name", [RECOVERY])
    return [name for (name,) in found]


def unwrap(db: Database, secret: str) -> bytes | None:
    """Return the private key, if the secret is a holder's passphrase or the recovery code.

    Every wrapping is tried whatever the secret is, so that the time taken tells nothing.
    """
    private = None
    rows = db.execute("SELECT salt, wrapped, name FROM key_holders ORDER BY salt").fetchall()
    for salt, same_salt in groupby(rows, key=lambda row: row[0]):
        holders = list(same_salt)
        if holders[0][2] == RECOVERY:
            key = _stretch(normalise_code(secret), salt, QUICK)
        else:
            key = _stretch(_passphrase(secret), salt, SLOW)
        for opened in _open(key, [row[1] for row in holders]):
            private = opened
    return private


def _open(key: bytes, wrapped: list[bytes]) -> Iterator[bytes]:
    for one in wrapped:
        try:
            yield SecretBox(key).decrypt(one)
        except CryptoError:
            continue


def _wrap(db: Database, name: str, salt: bytes, key: bytes, private: bytes) -> None:
    wrapped = bytes(SecretBox(key).encrypt(private))
    db.execute("INSERT INTO key_holders VALUES (?, ?, ?, ?)", [random_id(), name, salt, wrapped])


def _stretch(secret: str, salt: bytes, cost: tuple[int, int]) -> bytes:
    return argon2id.kdf(SecretBox.KEY_SIZE, secret.encode(), salt, *cost)


def _passphrase(typed: str) -> str:
    """Keyboards write an accented letter in one sign or two; a file ends in a line break."""
    return unicodedata.normalize("NFC", typed.strip())
