"""Files to take away: a page's numbers as CSV, and every kind of file of the latest snapshot.

They are made of the same report as the pages, so page and file cannot differ.
"""

from flask import Blueprint, Response, abort, render_template, request

from analysis.jobs.sharing.agreeing import is_published
from analysis.jobs.sharing.export import make_file
from analysis.report import Audience, Report
from analysis.reporting.csv_file import comparisons_csv, journey_csv, themes_csv
from analysis.reporting.figure_words import day_words
from analysis.reporting.files.csv_bundle import table_csv
from analysis.reporting.files.formats import FORMATS
from analysis.reporting.html.pages import aim_numbers
from app.staff.downloads import download
from app.staff.pages.dashboards import (
    asked_families,
    chosen_aim,
    latest_report,
    too_early,
)
from app.staff.side import this_side

pages = Blueprint("files", __name__)


@pages.get("/files")
def show() -> str:
    """List the kinds of file."""
    report = latest_report()
    if report is None or not report.stamp.as_of:
        return too_early(report)
    return render_template(
        "sharing/files.html",
        stamp=report.stamp,
        kinds=FORMATS,
        published=is_published(this_side().folder),
        day_words=day_words,
    )


@pages.get("/files/<kind>")
def take(kind: str) -> Response:
    """Return a file of a kind, for the audience of whoever asks."""
    audience, chosen = Audience(_report().stamp.audience), FORMATS.get(kind)
    folder = this_side().folder
    if chosen is None or (chosen.published and not is_published(folder)):
        abort(404)
    snapshot, content = make_file(folder, kind, audience)
    return download(snapshot.report, kind, chosen.ending, content, chosen.mimetype)


@pages.get("/aims.csv")
def aims() -> Response:
    """Return the questions of one aim."""
    report = _report()
    card = chosen_aim(report)
    return _csv(report, f"aim-{card.id}", comparisons_csv(report, aim_numbers(report, card)))


@pages.get("/forum.csv")
def forum() -> Response:
    """Return the question that speaks for each aim."""
    report = _report()
    content = comparisons_csv(report, [card.headline for card in report.aims])
    return _csv(report, "aims", content)


@pages.get("/themes.csv")
def themes() -> Response:
    """Return how many families wrote of what."""
    report = _report()
    return _csv(report, "themes", themes_csv(report))


@pages.get("/journey.csv")
def journey() -> Response:
    """Return the stages."""
    report = _report()
    return _csv(report, "journey", journey_csv(report))


@pages.get("/tables/<name>.csv")
def table(name: str) -> Response:
    """Return one table of the report, or the part of it that the address asks for."""
    report, part = _report(), request.args.get("part", "")
    content = table_csv(report, this_side().survey, name, part)
    if content is None:
        abort(404)
    return _csv(report, f"{name}-{part}" if part else name, content)


def _csv(report: Report, name: str, content: bytes) -> Response:
    """Return a CSV file whose name, in the chain of acts too, says of which families it is."""
    group = asked_families().replace(".", "-")
    return download(report, f"{name}-{group}" if group else name, ".csv", content)


def _report() -> Report:
    return latest_report() or abort(404)
