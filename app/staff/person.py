"""The person behind a request, and the cookie that says so."""

import hashlib
import re

from flask import Request, g, request
from flask_login import LoginManager, UserMixin, current_user
from werkzeug.wrappers import Response

from analysis.store.desk.accounts import Account, find_account
from app.form_tokens import FIELD, is_token, make_token
from app.roles import ROLES, Role
from app.security import forget_on_device
from app.staff.sessions import new_number
from app.staff.side import NAME, Side, this_side

NUMBER = re.compile(r"[\w-]{43}")


class Person(UserMixin):  # type: ignore[misc]  # the library has no types
    """Somebody who is signed in."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        """Return what tells this person from others."""
        return str(self.account.id)

    @property
    def role(self) -> Role:
        """The person's role."""
        return ROLES[self.account.role]

    @property
    def waits(self) -> bool:
        """Whether a key holder has still to approve that this person reads words."""
        return self.role.reads_words and not self.account.approved


def remember_people(app_login: LoginManager) -> None:
    """Let Flask-Login find who sent a request by the number in the cookie."""
    app_login.request_loader(_find_person)


def this_person() -> Person | None:
    """Return who sent this request, if they are signed in."""
    return current_user._get_current_object() if current_user.is_authenticated else None


def begin_session(account: Account) -> None:
    """Sign in with a number that nobody held before; the one of the form ends."""
    side = this_side()
    side.sessions.end(_number())
    g.number = g.fresh_number = side.sessions.begin(account.id)


def end_session(response: Response) -> Response:
    """Sign out: here, in the cookie, and in what the browser kept of the pages."""
    side = this_side()
    side.sessions.end(_number())
    g.pop("fresh_number", None)
    response.delete_cookie(side.settings.cookie_name(NAME), **side.settings.cookie_rules())
    return forget_on_device(response)


def form_token() -> str:
    """Return a token for a form of this browser; a browser without a number gets one."""
    return make_token(_secret())


def sent_by_our_form() -> bool:
    """Say whether the form that was sent is one that this browser was given."""
    return is_token(_secret(), request.form.get(FIELD, ""))


def keep_number(response: Response) -> Response:
    """Put a new number into the cookie."""
    settings = this_side().settings
    if "fresh_number" in g:
        name, rules = settings.cookie_name(NAME), settings.cookie_rules()
        response.set_cookie(name, g.fresh_number, **rules)
    return response


def _find_person(sent: Request) -> Person | None:
    side = this_side()
    account_id = side.sessions.find(sent.cookies.get(side.settings.cookie_name(NAME), ""))
    account = None if account_id is None else find_account(side.desk.db, account_id)
    return Person(account) if account and account.role in ROLES else None


def _number() -> str:
    if "number" not in g:
        side: Side = this_side()
        held = request.cookies.get(side.settings.cookie_name(NAME), "")
        if not NUMBER.fullmatch(held):
            held = g.fresh_number = new_number()
        g.number = held
    number: str = g.number
    return number


def _secret() -> bytes:
    """Make the secret of a browser's forms from its number; the side's key keeps it ours."""
    key = this_side().desk.cookie_key
    return hashlib.blake2b(_number().encode(), key=key, digest_size=32).digest()
