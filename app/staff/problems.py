"""The pages for what may not, or cannot, be shown."""

from flask import Flask, render_template
from werkzeug.exceptions import HTTPException, ServiceUnavailable

from analysis.errors import LockedError, ThrottledError
from app.staff.person import this_person
from app.staff.side import STORE_FAULTS, this_side

LOCKED, THROTTLED = 423, 429
NAMES = {
    400: "expired",
    403: "closed",
    404: "missing",
    405: "missing",
    413: "too_big",
    LOCKED: "locked",
    THROTTLED: "throttled",
    503: "unavailable",
}
Answer = tuple[str, int]


def show_problems(app: Flask) -> None:
    """Answer every error with a page that says plainly what to do."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(LockedError, lambda _: notice(LOCKED))
    app.register_error_handler(ThrottledError, lambda _: notice(THROTTLED))
    for fault in STORE_FAULTS:
        app.register_error_handler(fault, _store)


def notice(code: int) -> Answer:
    """Return the page for a status; one who waits for approval is told so."""
    said, name = this_side().messages, NAMES.get(code, "wrong")
    person = this_person() if code == 403 else None
    if person is not None and person.waits:
        name = "waiting"
    page = render_template(
        "notice.html", title=said[f"{name}_title"], says=said[f"{name}_says"], name=name
    )
    return page, code


def _http(error: HTTPException) -> Answer:
    return notice(error.code or 500)


def _store(error: Exception) -> Answer:
    this_side().recover(error)
    return notice(ServiceUnavailable.code)
