"""A token in every form that only this family's own pages can hold.

It is new on every page, so that a compressed page gives nothing of it away by its length.
"""

import base64
import binascii
import hmac
import secrets
from hashlib import sha256
from typing import Any

from wtforms import ValidationError
from wtforms.csrf.core import CSRF, CSRFTokenField
from wtforms.form import BaseForm

NONCE_BYTES = 16
LABEL = b"form token"
FIELD = "csrf_token"


class SecretTokens(CSRF):
    """Tokens made with the draft's secret; before there is a draft, with the side's own key."""

    def setup_form(self, form: BaseForm) -> Any:
        """Take the secret that the form was made with."""
        self._secret: bytes = form.meta.csrf_context
        return super().setup_form(form)

    def generate_csrf_token(self, csrf_token_field: CSRFTokenField) -> str:
        """Return a token that was never used before."""
        return make_token(self._secret)

    def validate_csrf_token(self, form: BaseForm, field: CSRFTokenField) -> None:
        """Refuse a token that this secret did not make."""
        if not is_token(self._secret, field.data or ""):
            raise ValidationError("expired")


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
