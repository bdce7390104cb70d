"""What a page is given beside its tables and charts: cards, stages and lines of words."""

from collections.abc import Sequence
from typing import Any

from analysis.definitions.survey import Survey
from analysis.report import AimCard, Comparison, Figure, Report, Shown, StageRow
from analysis.reporting.figure_words import (
    count_words,
    number_words,
    shown,
    texts,
    whole_range,
)
from analysis.reporting.html import charts, tables
from analysis.reporting.html.stamp import families_word, place_words, process_label
from analysis.reporting.svg import OLD, PILOT, Scale


def card_of(card: AimCard, scale: Scale) -> dict[str, Any]:
    """Return an aim as a card: its headline in words, and the chart of its difference."""
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
        "ruling": ruling_words(headline),
        "needed": number_words(needed) if isinstance(needed, Shown) else "",
    }


def ruling_words(headline: Comparison) -> str:
    """Return whether an aim reached what was agreed; nothing where nothing was agreed."""
    return str(texts()["aims"].get(headline.ruling, ""))


def change_card(comparison: Comparison | None, scale: Scale) -> dict[str, Any] | None:
    """Return change within a family as a card of its own, beside the aims."""
    if comparison is None:
        return None
    name = str(texts()["aims"]["change"])
    return card_of(AimCard("change", name, comparison, ()), scale)


def _base(figure: Figure) -> int:
    return figure.base if isinstance(figure, Shown) else 0


def comparison_rows(comparisons: Sequence[Comparison]) -> list[dict[str, Any]]:
    """Return comparisons as rows, each with every answer that was given."""
    return [
        {
            "row": tables.comparison_row(found),
            "answers": tables.answer_rows(found),
            "standing": tables.standing_of(found),
        }
        for found in comparisons
    ]


def beside_aims(report: Report) -> list[Comparison]:
    """Return what is asked of the whole review: questions of no aim, and change in a family."""
    return [*report.others, *([report.change] if report.change else [])]


def who_replied(report: Report, survey: Survey) -> list[tuple[str, str]]:
    """Return the three numbers of who replied, each with its words."""
    families = families_word(survey)
    replied = [
        (number_words(figure), survey.processes[PILOT if process == PILOT else OLD].families)
        for process, figure in report.by_process
        if process in survey.processes
    ]
    places = place_words(survey, report.settings).removeprefix(number_words(report.settings))
    return [*replied, (number_words(report.settings), places.strip() or families)]


def stage_of(row: StageRow, survey: Survey) -> dict[str, Any]:
    """Return a stage of the journey: counts in words, its chart and its sentence."""
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


def no_review_lines(report: Report, survey: Survey) -> list[str]:
    """Return the line above the map: who had nothing to tell, as far as it may be shown."""
    said, asked = texts()["journey"], survey.items().get(survey.roles.no_review or "")
    if asked is None or not report.no_review:
        return []
    found = [answer for answer in report.no_review if isinstance(answer.families, Shown)]
    slots = {"families": families_word(survey), "asks": asked.asks}
    if not found:
        return [said["no_review_few"].format(**slots)]
    parts = [
        said[f"no_review_{answer.key}"].format(number=number_words(answer.families))
        for answer in found
    ]
    return [said["no_review"].format(total=_base(found[0].families), **slots), *parts]


def range_example(headlines: Sequence[Comparison], survey: Survey) -> str:
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
