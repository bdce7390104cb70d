"""A token in every form that only this family's own pages can hold."""

from typing import Any

from wtforms import ValidationError
from wtforms.csrf.core import CSRF, CSRFTokenField
from wtforms.form import BaseForm

from app.form_tokens import is_token, make_token


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
