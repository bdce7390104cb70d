"""Unlock the words with a key holder's passphrase, and lock them again."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from analysis.errors import LockedError, ThrottledError
from analysis.store import audit
from analysis.store.database import writing
from analysis.store.desk.throttle import forget_tries, take_try
from analysis.store.keys import keyed_hash
from app.staff.person import this_person
from app.staff.problems import THROTTLED
from app.staff.side import this_side

pages = Blueprint("lock", __name__)
Answer = str | tuple[str, int] | Response
WRONG = 401
LONGEST = 500
WHO = "unlock"


@pages.get("/unlock")
def show() -> Answer:
    """Ask for the passphrase, or say that the words are unlocked."""
    return _page("")


@pages.post("/unlock")
def unlock() -> Answer:
    """Unlock the words for everybody who may read them; tries are counted before the slow hash."""
    side = this_side()
    desk, now = side.desk, side.now().timestamp()
    who = keyed_hash(desk.audit_key, WHO).hex()
    try:
        take_try(desk.db, who, now)
        side.words.open(desk, request.form.get("passphrase", "")[:LONGEST])
    except ThrottledError:
        return _page("throttled_says"), THROTTLED
    except LockedError:
        return _page("unlock_wrong"), WRONG
    forget_tries(desk.db, who)
    _note("words unlocked")
    return redirect(url_for("reading.texts"), 303)


@pages.post("/lock")
def lock() -> Answer:
    """Lock the words for everybody."""
    this_side().words.lock()
    _note("words locked")
    return redirect(url_for("lock.show"), 303)


def _note(action: str) -> None:
    side, person = this_side(), this_person()
    by = person.account.username if person else ""
    with writing(side.desk.db) as db:
        audit.append(db, side.desk.audit_key, action, side.today(), by=by)


def _page(trouble: str) -> str:
    return render_template("unlock.html", trouble=trouble)
