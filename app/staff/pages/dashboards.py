"""The aims, the forum's page and the journey, drawn from the latest report of one's audience."""

from collections.abc import Callable

from flask import Blueprint, render_template, request, url_for

from analysis.report import Report
from analysis.reporting.html.pages import (
    Links,
    Page,
    aims_page,
    explore_page,
    find_aim,
    forum_page,
    journey_page,
)
from app.security import allow_style_nonce
from app.staff.person import this_person
from app.staff.side import this_side

pages = Blueprint("dashboards", __name__)


def latest_report() -> Report | None:
    """Return the report of the signed-in person's own audience: no other is looked for."""
    person = this_person()
    return this_side().reports.latest(person.role.audience) if person else None


def asked_aim() -> str | None:
    """Return the aim that the address asks for."""
    return request.args.get("aim")


@pages.get("/aims")
def aims() -> str:
    """Show the aims, and the questions of one of them."""

    def draw(report: Report) -> Page:
        aim = find_aim(report, asked_aim()).id
        links = Links(
            csv=url_for("files.aims", aim=aim), more=url_for("dashboards.explore", aim=aim)
        )
        return aims_page(report, this_side().survey, aim, links)

    return _shown("report.html", draw)


@pages.get("/aims/explore")
def explore() -> str:
    """Show one aim's questions in a chart that can be pointed at."""

    def draw(report: Report) -> Page:
        aim = find_aim(report, asked_aim()).id
        links = Links(csv=url_for("files.aims", aim=aim), more=url_for("dashboards.aims", aim=aim))
        return explore_page(report, this_side().survey, aim, links)

    allow_style_nonce()
    return _shown("explore.html", draw)


@pages.get("/forum")
def forum() -> str:
    """Show what families told us."""

    def draw(report: Report) -> Page:
        links = Links(csv=url_for("files.forum"), more=url_for("files.themes"))
        return forum_page(report, this_side().survey, links)

    return _shown("report.html", draw)


@pages.get("/journey")
def journey() -> str:
    """Show the stages in their order."""

    def draw(report: Report) -> Page:
        return journey_page(report, this_side().survey, Links(csv=url_for("files.journey")))

    return _shown("report.html", draw)


def _shown(template: str, draw: Callable[[Report], Page]) -> str:
    """Put a frame around a page; before the first snapshot there is nothing to draw."""
    report = latest_report()
    if report is None:
        said = this_side().messages
        return render_template(
            "notice.html", title=said["early_title"], says=said["early_says"], name="early"
        )
    page = draw(report)
    return render_template(template, title=page.title, content=page.content)
