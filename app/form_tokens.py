"""A token in every form that a page of ours alone can hold.

It is new on every page, so that a compressed page gives nothing of it away by its length.
"""

import base64
import binascii
import hmac
import secrets
from hashlib import sha256

FIELD = "csrf_token"
NONCE_BYTES = 16
LABEL = b"form token"


def make_token(secret: bytes) -> str:
    """Return a random number and what the secret makes of it."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return base64.urlsafe_b64encode(nonce + _mark(secret, nonce)).decode()


def is_token(secret: bytes, token: str) -> bool:
    """Say whether the secret made the token."""
    try:
        made = base64.urlsafe_b64decode(token)
    except (binascii.Error, ValueError):
        return False
    nonce, mark = made[:NONCE_BYTES], made[NONCE_BYTES:]
    return hmac.compare_digest(mark, _mark(secret, nonce))


def _mark(secret: bytes, nonce: bytes) -> bytes:
    return hmac.new(secret, LABEL + nonce, sha256).digest()
