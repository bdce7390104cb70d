"""The pages of a report, each as the content of its `<main>`."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from analysis.definitions.survey import Survey
from analysis.report import AimCard, Comparison, Report
from analysis.reporting.csv_file import comparisons_csv, journey_csv, themes_csv
from analysis.reporting.figure_words import (
    number_words,
    shown,
    texts,
)
from analysis.reporting.files.csv_bundle import table_csv
from analysis.reporting.files.public.summary import summary, summary_of
from analysis.reporting.html import behind, charts, tables, themes, views
from analysis.reporting.html.crossings import crossing_tables
from analysis.reporting.html.months import months_of
from analysis.reporting.html.stamp import families_word, head_of
from analysis.reporting.plotly_figures import aim_figure
from analysis.reporting.svg import OLD, PILOT, Html, shape, swatch

ON_AIMS = [(name, "") for name in ("stop_signs", "theme_aims", "who")]
ON_AIMS += [(name, "") for name in ("health", "scores", "mixes", "written", "missing")]
MOST_THEMES = 10  # that the page opens with: they print on its second side


def _nowhere(_name: str, _part: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page's files and further pages are; the page itself takes aim and families by GET.

    `families` names the group of a declared cut that is shown, nothing for all; None offers none.
    `table` gives the address of a table's file, or of one part of it.
    """

    csv: str
    more: str = ""
    families: str | None = None
    table: Callable[[str, str], str] = _nowhere


@dataclass(frozen=True, slots=True)
class Page:
    """A page's title and the content of its `<main>`."""

    title: str
    content: Html


@cache
def templates() -> Environment:
    """Return the templates, with everything that others wrote escaped."""
    env = Environment(
        loader=PackageLoader("analysis.reporting.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(texts=texts(), sign={PILOT: shape(PILOT), OLD: shape(OLD)}, swatch=swatch)
    return env


def find_aim(report: Report, aim_id: str | None) -> AimCard:
    """Return the aim of that id, else the first."""
    return next((card for card in report.aims if card.id == aim_id), report.aims[0])


def aim_numbers(report: Report, chosen: AimCard) -> tuple[Comparison, ...]:
    """Return what stands in the file of one aim: its questions, and those of no aim."""
    return (*chosen.measures, *views.beside_aims(report))


def aims_page(report: Report, survey: Survey, aim_id: str | None, links: Links) -> Page:
    """Return a card an aim, and the questions of one aim."""
    chosen = find_aim(report, aim_id)
    beside = [report.change] if report.change else []
    scale = charts.difference_scale([*(card.headline for card in report.aims), *beside])
    file = comparisons_csv(report, aim_numbers(report, chosen))
    said = summary_of(chosen.measures, "questions", survey)
    return _page(
        "aims.html",
        report,
        survey,
        survey.audience.aims,
        links=links,
        cards=[views.card_of(card, scale) for card in report.aims],
        change=views.change_card(report.change, scale),
        chosen=chosen,
        agreed=report.agreed,
        signs=report.stop_signs,
        sentence=said,
        chart=charts.answers_chart(chosen, survey, said),
        rows=views.comparison_rows(chosen.measures),
        size=_kilobytes(file),
        reasons=tables.reason_rows(report.unclear_reasons) if shown(report.unclear) else (),
        beside=views.comparison_rows(views.beside_aims(report)),
        matrix=themes.theme_matrix(report),
        crossings=crossing_tables(report, survey),
        months=months_of(report, chosen.id, survey),
        health=behind.health_of(report, chosen.id, survey),
        files=_files(report, survey, links, _on_aims(report, chosen.id)),
    )


def forum_page(report: Report, survey: Survey, links: Links) -> Page:
    """Return the sentences, who replied, one chart and the themes."""
    headlines = [card.headline for card in report.aims]
    lines, said = themes.theme_lines(report), summary(report, survey)
    return _page(
        "forum.html",
        report,
        survey,
        survey.audience.forum,
        links=links,
        cards=report.aims,
        rulings={card.id: views.ruling_words(card.headline) for card in report.aims},
        agreed=report.agreed,
        who=views.who_replied(report, survey),
        sentence=said,
        chart=charts.aims_chart(report.aims, survey, said),
        rows=views.comparison_rows(headlines),
        size=_kilobytes(comparisons_csv(report, headlines)),
        wrote=number_words(report.wrote) if shown(report.wrote) else "",
        themes=lines[:MOST_THEMES],
        more=lines[MOST_THEMES:],
        other=tables.theme_words(report.other_themes),
        themes_sentence=report.themes_sentence,
        themes_size=_kilobytes(themes_csv(report)),
        example=views.range_example(headlines, survey),
        tables=behind.who_tables(report),
        written=behind.written_rows(report),
        files=_files(report, survey, links, _on_forum(report)),
    )


def journey_page(report: Report, survey: Survey, links: Links) -> Page:
    """Return the stages in their order, with how many families met a problem at each."""
    return _page(
        "journey.html",
        report,
        survey,
        survey.audience.journey,
        links=links,
        no_problem=report.journey_sentence,
        no_review=views.no_review_lines(report, survey),
        stages=[views.stage_of(row, survey) for row in report.stages],
        rows=tables.outcome_rows(report.stages, survey),
        outcomes=[texts()["journey"][name] for name in tables.OUTCOMES],
        size=_kilobytes(journey_csv(report)),
        through=views.comparison_rows(report.through),
        files=_files(report, survey, links, [("comparisons", "")] if report.through else []),
    )


def explore_page(report: Report, survey: Survey, aim_id: str | None, links: Links) -> Page:
    """Return one aim's shares as a chart that can be pointed at, beside their table."""
    chosen = find_aim(report, aim_id)
    return _page(
        "explore.html",
        report,
        survey,
        texts()["explore"]["title"].format(aim=chosen.name),
        links=links,
        figure=aim_figure(chosen, survey),
        rows=views.comparison_rows(chosen.measures),
    )


def _on_forum(report: Report) -> list[tuple[str, str]]:
    return [("who", ""), ("written", ""), *(("groups", t.cut) for t in report.who_replied)]


def _on_aims(report: Report, aim: str) -> list[tuple[str, str]]:
    crossed = [("crossings", one.id) for one in report.crossings]
    return [*ON_AIMS, ("answers", aim), ("months", aim), *crossed]


def _files(
    report: Report, survey: Survey, links: Links, asked: list[tuple[str, str]]
) -> dict[tuple[str, str], tuple[str, int]]:
    """Return where the file of each table is, and how large, of those that have a row."""
    made = {key: table_csv(report, survey, *key) for key in asked}
    return {
        key: (links.table(*key), _kilobytes(content)) for key, content in made.items() if content
    }


def _page(template: str, report: Report, survey: Survey, title: str, **parts: Any) -> Page:
    nouns = {"families": families_word(survey), "place": survey.words["setting"]}
    shared = {"head": head_of(report, survey, title), "survey": survey, **nouns}
    drawn = templates().get_template(template).render(**shared, **parts)
    return Page(title, Html(drawn))


def _kilobytes(content: bytes) -> int:
    return max(1, round(len(content) / 1024))
