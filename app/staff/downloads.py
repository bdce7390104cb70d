"""A file that a page hands over."""

import mimetypes

from flask import Response, current_app

from analysis.jobs.sharing.taking import note_taken
from analysis.report import Report
from analysis.store.database import writing
from app.staff.person import this_person
from app.staff.side import this_side


def download(report: Report, name: str, ending: str, content: bytes, kind: str = "") -> Response:
    """Return a download that says by its name of which snapshot it is, and if it is made up.

    Who took which file stands in the chain of acts.
    """
    _note(name, report.stamp.snapshot)
    made_up = "-made-up" if report.stamp.made_up else ""
    filename = f"{name}-{report.stamp.snapshot[:8]}{made_up}{ending}"
    mimetype = kind or mimetypes.guess_type(filename)[0] or "application/octet-stream"
    response = current_app.response_class(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _note(name: str, snapshot: str) -> None:
    side, person = this_side(), this_person()
    by, day = person.account.username if person else "", side.now().date()
    with writing(side.desk.db) as db:
        note_taken(db, side.desk.audit_key, day, by, file=name, snapshot=snapshot)
