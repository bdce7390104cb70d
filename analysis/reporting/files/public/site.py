"""The public pages: static files that need no script and no server.

They are made of a public report, a survey folder's words and nothing else.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader

from analysis.definitions.council import Council
from analysis.definitions.survey import Survey
from analysis.errors import InputError
from analysis.report import AimCard, Audience, Report, Shown
from analysis.report.figures import NEARLY
from analysis.reporting.csv_file import comparisons_csv
from analysis.reporting.figure_words import day_words
from analysis.reporting.files.about import names
from analysis.reporting.files.plain import plain
from analysis.reporting.files.public.summary import (
    easy_sentence,
    slots,
    summary,
    who_replied,
    words,
)
from analysis.reporting.files.tables.findings import all_comparisons
from analysis.reporting.html.charts import aims_chart
from analysis.reporting.html.pages import templates
from analysis.reporting.html.stamp import head_of
from analysis.reporting.html.tables import comparison_row
from analysis.reporting.html.views import ruling_words

HERE = Path(__file__).parent
MOST_QUOTES = 3
PAGE, EASY, NUMBERS, STYLE = "index.html", "easy-read.html", "data.csv", "style.css"


@cache
def _environment() -> Environment:
    """Return the templates here beside those of the other pages, whose tables are used."""
    loaders = [PackageLoader("analysis.reporting.files.public"), templates().loader]
    return templates().overlay(loader=ChoiceLoader([one for one in loaders if one]))


def public_site(
    report: Report, survey: Survey, council: Council, signed: Sequence[str]
) -> Mapping[str, bytes]:
    """Return every file of the public pages by its name; `signed` are who agreed to them."""
    if report.stamp.audience != Audience.PUBLIC.value:
        raise InputError(
            f"public pages: found a report for {report.stamp.audience}, expected one for the public"
        )
    numbers = comparisons_csv(report, all_comparisons(report))
    parts = {"size": max(1, round(len(numbers) / 1024)), "signed": _signed(signed)}
    parts |= _shared(report, survey, council)
    return {
        PAGE: _render(PAGE, title=words()["title"].format(**slots(survey)), **parts),
        EASY: _render(EASY, title=words()["easy_title"].format(**slots(survey)), **parts),
        STYLE: (HERE / STYLE).read_bytes(),
        NUMBERS: numbers,
    }


def contact_of(council: Council) -> str:
    """Return whom to ask; nothing where the council names nobody."""
    return council.contacts.get(council.results_contact or "", "")


def next_day(council: Council) -> str:
    """Return the day of the next results; nothing where it is not set."""
    return day_words(council.next_results.isoformat()) if council.next_results else ""


def _render(template: str, **parts: Any) -> bytes:
    return plain(_environment().get_template(template).render(**parts)).encode()


def _shared(report: Report, survey: Survey, council: Council) -> dict[str, Any]:
    drawn = [card for card in report.aims if _both_shown(card)]
    return {
        "say": words(),
        "slots": slots(survey),
        "survey": survey,
        "head": head_of(report, survey, ""),
        "summary": summary(report, survey),
        "who": {section: who_replied(report, survey, section) for section in ("page", "easy")},
        "cards": report.aims,
        "rulings": {card.id: ruling_words(card.headline) for card in report.aims},
        "agreed": report.agreed,
        "easy": {card.id: easy_sentence(card.headline, survey) for card in report.aims},
        "signs": {card.id: _sign(card) for card in report.aims},
        "chart": aims_chart(drawn, survey) if drawn else "",
        "rows": [{"row": comparison_row(card.headline), "answers": ()} for card in drawn],
        "quotes": _quotes(report),
        "next_day": next_day(council),
        "contact": contact_of(council),
        "place": names(survey),
    }


def _quotes(report: Report) -> list[str]:
    """Return a quote of each of the first themes; one that was withdrawn is left out."""
    told = (next((one.words for one in row.quotes if one.words), "") for row in report.themes)
    return [words for words in told if words][:MOST_QUOTES]


def _both_shown(card: AimCard) -> bool:
    """Say whether both processes have the thirty replies that a share, or words for it, need."""
    shares = (card.headline.pilot.share, card.headline.old.share)
    return all(isinstance(share, Shown) or share.why in NEARLY for share in shares)


def _sign(card: AimCard) -> str:
    """Return which drawing stands beside an aim in easy words."""
    rule = card.headline.rule
    if rule in ("W6", "W7"):
        return card.headline.direction or "open"
    return "same" if rule == "W3" else "open"


def _signed(parties: Sequence[str]) -> str:
    return str(words()["page"]["signed"].format(parties=", ".join(parties))) if parties else ""
