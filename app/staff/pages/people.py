"""Accounts: made by an administrator; one that reads words works only once a key holder approves.

Approving gives the account a new password, shown once to the key holder who hands it over. So
whoever made the account never holds a password that opens it.
"""

import secrets

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from analysis.errors import InputError, StoreError
from analysis.store import audit
from analysis.store.database import is_id, writing
from analysis.store.desk import accounts
from app.roles import ROLES
from app.staff.permissions import RULES
from app.staff.person import Person, this_person
from app.staff.side import this_side

pages = Blueprint("people", __name__)
Answer = str | tuple[str, int] | Response
REFUSED = 422
LONGEST = 80
PASSWORD_BYTES = 12


@pages.get("/people")
def show() -> Answer:
    """List the accounts."""
    return _page()


@pages.post("/people")
def add() -> Answer:
    """Make an account and show its first password, if it works without approval."""
    side = this_side()
    name, role = request.form.get("username", "")[:LONGEST], request.form.get("role", "")
    party = request.form.get("party", "")
    if role not in ROLES:
        return _page(trouble="people_role"), REFUSED
    if party and (party not in side.definitions.council.sign_offs or not _may_agree(role)):
        return _page(trouble="people_party"), REFUSED
    password = new_password()
    waits = ROLES[role].reads_words
    try:
        account = accounts.add_account(
            side.desk.db, name, role, password, approved=not waits, party=party
        )
    except InputError:
        return _page(trouble="people_name"), REFUSED
    _note("account made", account)
    return _page(account=account, password="" if waits else password)


@pages.post("/people/<int:account_id>/approve")
def approve(account_id: int) -> Answer:
    """Let an account use its role; the key holder hands over its new password."""
    side, person = this_side(), _person()
    account = _waiting(account_id)
    try:
        accounts.approve(side.desk.db, account.id, person.account)
    except StoreError:
        abort(403)  # nobody approves their own account
    password = new_password()
    accounts.set_password(side.desk.db, account.id, password)
    side.sessions.end_all(account.id)
    _note("account approved", account)
    return _page(account=account, password=password, approved=True)


@pages.post("/people/<int:account_id>/remove")
def remove(account_id: int) -> Answer:
    """Delete an account and end its sessions; one's own stays, so that somebody is left."""
    side = this_side()
    account = _account(account_id)
    if account.id == _person().account.id:
        return _page(trouble="people_own"), REFUSED
    accounts.remove_account(side.desk.db, account.id)
    side.sessions.end_all(account.id)
    _note("account removed", account)
    return redirect(url_for("people.show"), 303)


def _may_agree(role: str) -> bool:
    """Say whether somebody of a role agrees to results."""
    return role in RULES["publishing.agree"].roles


def new_password() -> str:
    """Return a password that nobody guesses."""
    return secrets.token_urlsafe(PASSWORD_BYTES)


def _account(account_id: int) -> accounts.Account:
    found = accounts.find_account(this_side().desk.db, account_id) if is_id(account_id) else None
    return found or abort(404)


def _waiting(account_id: int) -> accounts.Account:
    account = _account(account_id)
    return abort(404) if account.approved else account


def _person() -> Person:
    return this_person() or abort(403)


def _note(action: str, account: accounts.Account) -> None:
    side = this_side()
    with writing(side.desk.db) as db:
        by = _person().account.username
        told = {"by": by, "whom": account.username, "role": account.role}
        told |= {"party": account.party} if account.party else {}
        audit.append(db, side.desk.audit_key, action, side.today(), **told)


def _page(
    account: accounts.Account | None = None,
    password: str = "",
    trouble: str = "",
    *,
    approved: bool = False,
) -> str:
    return render_template(
        "people.html",
        accounts=accounts.read_accounts(this_side().desk.db),
        roles=ROLES,
        role_names=[(id_, role.name) for id_, role in ROLES.items()],
        account=account,
        approved=approved,
        password=password,
        trouble=trouble,
        parties=[(one, one) for one in this_side().definitions.council.sign_offs],
    )
