"""The pages of a report, each as the content of its `<main>`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from analysis.definitions.survey import Survey
from analysis.report import AimCard, Comparison, Figure, Report, Shown, StageRow
from analysis.reporting.csv_file import comparisons_csv, journey_csv, themes_csv
from analysis.reporting.figure_words import (
    count_words,
    number_words,
    shown,
    texts,
    whole_range,
)
from analysis.reporting.html import charts, tables
from analysis.reporting.html.stamp import head_of, place_words, process_label
from analysis.reporting.plotly_figures import aim_figure
from analysis.reporting.svg import OLD, PILOT, Html, Scale, shape, swatch


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page's files and further pages are; the page itself takes aim and families by GET.

    `families` names the group of a declared cut that is shown, nothing for all; None offers none.
    """

    csv: str
    more: str = ""
    families: str | None = None


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


def aims_page(report: Report, survey: Survey, aim_id: str | None, links: Links) -> Page:
    """Return a card an aim, and the questions of one aim."""
    chosen = find_aim(report, aim_id)
    scale = charts.difference_scale([card.headline for card in report.aims])
    file = comparisons_csv(report, chosen.measures)
    return _page(
        "aims.html",
        report,
        survey,
        survey.audience.aims,
        links=links,
        cards=[_card(card, scale) for card in report.aims],
        chosen=chosen,
        agreed=report.agreed,
        signs=report.stop_signs,
        chart=charts.answers_chart(chosen, survey, texts()["aims"]["items_chart"]),
        rows=_comparison_rows(chosen.measures),
        size=_kilobytes(file),
        reasons=tables.reason_rows(report.unclear_reasons) if shown(report.unclear) else (),
    )


def forum_page(report: Report, survey: Survey, links: Links) -> Page:
    """Return the sentences, who replied, one chart and the themes."""
    headlines = [card.headline for card in report.aims]
    return _page(
        "forum.html",
        report,
        survey,
        survey.audience.forum,
        links=links,
        cards=report.aims,
        who=_who_replied(report, survey),
        chart=charts.aims_chart(report.aims, survey),
        rows=_comparison_rows(headlines),
        size=_kilobytes(comparisons_csv(report, headlines)),
        wrote=number_words(report.wrote) if shown(report.wrote) else "",
        themes=tables.theme_lines(report),
        other=tables.theme_words(report.other_themes),
        themes_sentence=report.themes_sentence,
        themes_size=_kilobytes(themes_csv(report)),
        example=_range_example(headlines, survey),
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
        no_review=_no_review(report, survey),
        stages=[_stage(row, survey) for row in report.stages],
        rows=tables.outcome_rows(report.stages, survey),
        outcomes=[texts()["journey"][name] for name in tables.OUTCOMES],
        size=_kilobytes(journey_csv(report)),
        through=_comparison_rows(report.through),
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
        rows=_comparison_rows(chosen.measures),
    )


def _page(template: str, report: Report, survey: Survey, title: str, **parts: Any) -> Page:
    head = head_of(report, survey, title)
    drawn = templates().get_template(template).render(head=head, survey=survey, **parts)
    return Page(title, Html(drawn))


def _card(card: AimCard, scale: Scale) -> dict[str, Any]:
    headline = card.headline
    needed = headline.replies_needed
    few = min(_base(headline.pilot.families), _base(headline.old.families))
    return {
        "id": card.id,
        "name": card.name,
        "row": tables.comparison_row(headline),
        "counts": {
            PILOT: count_words(headline.pilot.families),
            OLD: count_words(headline.old.families),
        },
        "chart": charts.difference_chart(headline, scale),
        "early": few < charts.EARLY,
        "ruling": texts()["aims"].get(headline.ruling, ""),
        "needed": number_words(needed) if isinstance(needed, Shown) else "",
    }


def _base(figure: Figure) -> int:
    return figure.base if isinstance(figure, Shown) else 0


def _comparison_rows(comparisons: Sequence[Comparison]) -> list[dict[str, Any]]:
    return [
        {"row": tables.comparison_row(found), "answers": tables.answer_rows(found)}
        for found in comparisons
    ]


def _who_replied(report: Report, survey: Survey) -> list[tuple[str, str]]:
    """Return the three numbers of who replied, each with its words."""
    families = survey.words.get("families", "families")
    replied = [
        (number_words(figure), survey.processes[PILOT if process == PILOT else OLD].families)
        for process, figure in report.by_process
        if process in survey.processes
    ]
    places = place_words(survey, report.settings).removeprefix(number_words(report.settings))
    return [*replied, (number_words(report.settings), places.strip() or families)]


def _stage(row: StageRow, survey: Survey) -> dict[str, Any]:
    counts = {PILOT: count_words(row.pilot.families), OLD: count_words(row.old.families)}
    said = ", ".join(f"{process_label(survey, name)} {count}" for name, count in counts.items())
    return {
        "name": row.name,
        "counts": {
            PILOT: _count_or_aside(row.pilot.families),
            OLD: _count_or_aside(row.old.families),
        },
        "any": shown(row.pilot.families) or shown(row.old.families),
        "chart": charts.stage_chart(row, said),
        "sentence": row.comparison.sentence,
        "apart": _compared_apart(row),
    }


def _count_or_aside(figure: Figure) -> str:
    return count_words(figure) if shown(figure) else f"({count_words(figure)})"


def _compared_apart(row: StageRow) -> bool:
    """Say whether the comparison is of other counts than those shown."""
    shown_bases = (_base(row.pilot.families), _base(row.old.families))
    compared = (_base(row.comparison.pilot.families), _base(row.comparison.old.families))
    return shown_bases != compared


def _no_review(report: Report, survey: Survey) -> list[str]:
    """Return the line above the map: who had nothing to tell, as far as it may be shown."""
    said, asked = texts()["journey"], survey.items().get(survey.roles.no_review or "")
    if asked is None or not report.no_review:
        return []
    found = [answer for answer in report.no_review if isinstance(answer.families, Shown)]
    slots = {"families": survey.words.get("families", "families"), "asks": asked.asks}
    if not found:
        return [said["no_review_few"].format(**slots)]
    parts = [
        said[f"no_review_{answer.key}"].format(number=number_words(answer.families))
        for answer in found
    ]
    return [said["no_review"].format(total=_base(found[0].families), **slots), *parts]


def _range_example(headlines: Sequence[Comparison], survey: Survey) -> str:
    """Return how to read a range, on the first that there is."""
    said = texts()["forum"]
    for comparison in headlines:
        for process, side in ((PILOT, comparison.pilot), (OLD, comparison.old)):
            ends = whole_range(side.share)
            if ends and isinstance(side.share, Shown):
                return str(
                    said["how_example"].format(
                        base=side.share.base,
                        families=survey.processes[PILOT if process == PILOT else OLD].families,
                        number=f"{100 * side.share.value:.0f}",
                        counted=comparison.counted,
                        low=ends[0],
                        high=ends[1],
                    )
                )
    return str(said["how_none"])


def _kilobytes(content: bytes) -> int:
    return max(1, round(len(content) / 1024))
