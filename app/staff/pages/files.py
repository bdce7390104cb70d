"""The numbers of the dashboards as CSV: of the same report, so page and file cannot differ."""

from flask import Blueprint, Response, abort, current_app

from analysis.report import Report
from analysis.reporting.csv_file import comparisons_csv, journey_csv, themes_csv
from app.staff.pages.dashboards import chosen_aim, latest_report

pages = Blueprint("files", __name__)


@pages.get("/aims.csv")
def aims() -> Response:
    """Return the questions of one aim."""
    report = _report()
    card = chosen_aim(report)
    return _file(report, f"aim-{card.id}", comparisons_csv(report, card.measures))


@pages.get("/forum.csv")
def forum() -> Response:
    """Return the question that speaks for each aim."""
    report = _report()
    return _file(report, "aims", comparisons_csv(report, [card.headline for card in report.aims]))


@pages.get("/themes.csv")
def themes() -> Response:
    """Return how many families wrote of what."""
    report = _report()
    return _file(report, "themes", themes_csv(report))


@pages.get("/journey.csv")
def journey() -> Response:
    """Return the stages."""
    report = _report()
    return _file(report, "journey", journey_csv(report))


def _report() -> Report:
    return latest_report() or abort(404)


def _file(report: Report, name: str, content: bytes) -> Response:
    """Return a download that says by its name of which snapshot it is, and if it is made up."""
    made_up = "-made-up" if report.stamp.made_up else ""
    filename = f"{name}-{report.stamp.snapshot[:8]}{made_up}.csv"
    response = current_app.response_class(content, mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
