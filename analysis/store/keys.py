"""The small secrets of a data folder: none of them opens words."""

import hashlib
import os
import secrets
from pathlib import Path

from analysis.errors import StoreError

SECRET_BYTES = 32
PUBLIC = "words-public"
SECRETS = ("audit", "receipt", "setting", "survey-cookie", "staff-cookie")


def make_keys(folder: Path, public_key: bytes) -> None:
    """Write a new secret of each kind beside the public key that seals words."""
    folder.mkdir(mode=0o700)
    for name in SECRETS:
        _write(folder / f"{name}.key", secrets.token_bytes(SECRET_BYTES))
    _write(folder / f"{PUBLIC}.key", public_key)


def read_key(folder: Path, name: str) -> bytes:
    """Return the secret of that name."""
    path = folder / f"{name}.key"
    try:
        key = path.read_bytes()
    except OSError as error:
        raise StoreError(
            f"{path}: {error.strerror}; expected a key of {SECRET_BYTES} bytes"
        ) from None
    if len(key) != SECRET_BYTES:
        raise StoreError(f"{path}: found {len(key)} bytes, expected {SECRET_BYTES}")
    return key


def keyed_hash(key: bytes, label: str, value: bytes = b"", size: int = 32) -> bytes:
    """Return a hash that only the key's holder can make; labels keep its uses apart."""
    return hashlib.blake2b(value, digest_size=size, key=key, person=label.encode()).digest()


def keyed_id(key: bytes, label: str, value: bytes = b"") -> int:
    """Return a keyed hash as the positive 63-bit integer that SQLite takes for a rowid."""
    return int.from_bytes(keyed_hash(key, label, value, size=8), "big") >> 1


def _write(path: Path, key: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(key)
