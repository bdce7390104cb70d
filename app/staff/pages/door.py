"""Sign in, sign out, one's own password, and each role's first page."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from analysis.errors import InputError, ThrottledError
from analysis.store.desk import accounts
from app.staff.person import begin_session, end_session, this_person
from app.staff.problems import THROTTLED
from app.staff.side import this_side

pages = Blueprint("door", __name__)
Answer = str | tuple[str, int] | Response
WRONG, REFUSED = 401, 422
LONGEST = 200


@pages.get("/sign-in")
def show_sign_in() -> Answer:
    """Ask who it is."""
    return _sign_in_page("")


@pages.post("/sign-in")
def sign_in() -> Answer:
    """Let somebody in; a wrong name and a wrong password get the same answer in the same time."""
    side = this_side()
    name, password = (request.form.get(part, "")[:LONGEST] for part in ("username", "password"))
    try:
        account = accounts.sign_in(side.desk, name, password, side.now().timestamp())
    except ThrottledError:
        return _sign_in_page("throttled_says"), THROTTLED
    if account is None:
        return _sign_in_page("sign_in_wrong"), WRONG
    begin_session(account)
    return redirect(url_for("door.home"), 303)


@pages.post("/sign-out")
def sign_out() -> Answer:
    """End the session here and in the browser."""
    return end_session(redirect(url_for("door.show_sign_in"), 303))


@pages.get("/")
def home() -> Answer:
    """Lead to the first page of the role."""
    person = this_person()
    if person is None or person.waits:
        return redirect(url_for("door.show_password"), 303)
    return redirect(person.role.first_page, 303)


@pages.get("/password")
def show_password() -> Answer:
    """Ask for the old and the new password."""
    return _password_page("")


@pages.post("/password")
def change_password() -> Answer:
    """Change one's own password; every other session of the account ends."""
    side, person = this_side(), this_person()
    old, new = (request.form.get(part, "")[:LONGEST] for part in ("old", "new"))
    if person is None:
        return redirect(url_for("door.show_sign_in"), 303)
    account = accounts.sign_in(side.desk, person.account.username, old, side.now().timestamp())
    if account is None:
        return _password_page("password_wrong"), WRONG
    try:
        accounts.set_password(side.desk.db, account.id, new)
    except InputError:
        return _password_page("password_short"), REFUSED
    side.sessions.end_all(account.id)
    begin_session(account)
    return render_template("password.html", trouble="", done=True)


def _sign_in_page(trouble: str) -> str:
    return render_template("sign_in.html", trouble=trouble)


def _password_page(trouble: str) -> str:
    return render_template("password.html", trouble=trouble, done=False)
