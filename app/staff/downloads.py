"""A file that a page hands over."""

import mimetypes

from flask import Response, current_app

from analysis.report import Report


def download(report: Report, name: str, ending: str, content: bytes, kind: str = "") -> Response:
    """Return a download that says by its name of which snapshot it is, and if it is made up."""
    made_up = "-made-up" if report.stamp.made_up else ""
    filename = f"{name}-{report.stamp.snapshot[:8]}{made_up}{ending}"
    mimetype = kind or mimetypes.guess_type(filename)[0] or "application/octet-stream"
    response = current_app.response_class(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
