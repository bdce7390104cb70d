"""The aims, the forum's page and the journey, drawn from the latest report of one's audience."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, render_template, request, url_for

from analysis.report import AimCard, Audience, Report
from analysis.reporting.html.pages import (
    Links,
    Page,
    aims_page,
    explore_page,
    find_aim,
    forum_page,
    journey_page,
)
from analysis.reporting.snapshot_file import put_in_quotes
from analysis.store.acts import read_quotes
from app.security import allow_style_nonce
from app.staff.person import this_person
from app.staff.side import this_side

pages = Blueprint("dashboards", __name__)


def latest_report() -> Report | None:
    """Return the report of the signed-in person's own audience: no other is looked for."""
    person, side = this_person(), this_side()
    report = side.reports.latest(person.role.audience, _group()) if person else None
    return put_in_quotes(report, read_quotes(side.desk.db)) if report else None


def chosen_aim(report: Report) -> AimCard:
    """Return the aim that is asked for, else the first; a survey without aims has no such page."""
    return find_aim(report, request.args.get("aim")) if report.aims else abort(404)


def asked_families() -> str:
    """Return the group of families that the address asks for; nothing if no cut declares it."""
    asked = request.args.get("families", "")
    cut, _, group = asked.partition(".")
    cuts = this_side().survey.cuts
    return asked if cut in cuts and group in cuts[cut].groups else ""


@pages.get("/aims")
def aims() -> str:
    """Show the aims, and the questions of one of them."""

    def draw(report: Report) -> Page:
        aim = chosen_aim(report).id
        links = _links("files.aims", "dashboards.explore", aim)
        return aims_page(report, this_side().survey, aim, links)

    return _shown("report.html", draw)


@pages.get("/aims/explore")
def explore() -> str:
    """Show one aim's questions in a chart that can be pointed at."""

    def draw(report: Report) -> Page:
        aim = chosen_aim(report).id
        links = _links("files.aims", "dashboards.aims", aim)
        return explore_page(report, this_side().survey, aim, links)

    allow_style_nonce()
    return _shown("explore.html", draw)


@pages.get("/forum")
def forum() -> str:
    """Show what families told us."""
    links = _links("files.forum", "files.themes")
    return _shown("report.html", lambda report: forum_page(report, this_side().survey, links))


@pages.get("/journey")
def journey() -> str:
    """Show the stages in their order."""
    links = _links("files.journey", "dashboards.aims")
    return _shown("report.html", lambda report: journey_page(report, this_side().survey, links))


def _links(file: str, further: str, aim: str | None = None) -> Links:
    """Return links that lead to the same families and the same aim."""
    families = asked_families()
    same: dict[str, Any] = {"aim": aim, "families": families or None}

    def table(name: str, part: str) -> str:
        return url_for("files.table", name=name, part=part or None, families=families or None)

    return Links(url_for(file, **same), url_for(further, **same), families, table)


def _group() -> tuple[str, str] | None:
    cut, dot, group = asked_families().partition(".")
    return (cut, group) if dot else None


def _shown(template: str, draw: Callable[[Report], Page]) -> str:
    """Put a frame around a page; before there are replies to show there is nothing to draw."""
    report = latest_report()
    if report is None or not report.stamp.as_of:
        return too_early(report)
    page = draw(report)
    return render_template(template, title=page.title, content=page.content)


def too_early(report: Report | None) -> str:
    """Say that there are no replies, or none yet that this audience may know of."""
    said = this_side().messages
    few = report is not None and report.stamp.audience != Audience.FORUM.value
    title = said["early_few_title" if few else "early_title"]
    return render_template("notice.html", title=title, says=said["early_says"], name="early")
