"""A report as plain rows for programs: what stands hidden is None, with the reason beside it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from analysis.report import (
    NOT_KNOWN,
    Answer,
    Comparison,
    Figure,
    Hidden,
    Report,
    Shown,
    Side,
    StageRow,
    ThemeRow,
)

Row = dict[str, Any]


def comparison_rows(report: Report) -> Iterator[Row]:
    """Yield one row a measure: items, then stages, then codes."""
    seen: set[str] = set()
    for comparison in _all_comparisons(report):
        if comparison.measure not in seen:
            seen.add(comparison.measure)
            yield _comparison_row(comparison)
    for theme in report.themes:
        yield _theme_row(theme)


def journey_table(report: Report) -> dict[str, Any]:
    """Return the stages of a report, in their order and unranked, and what stands beside them."""
    return {
        "stages": [_stage(row) for row in report.stages],
        "no_problem": {
            arm: {"families": _figure_range(figure)[0], "of": figure.base}
            for arm, figure in report.no_problem
            if isinstance(figure, Shown)
        },
        "no_review": _counts(report.no_review),
        "sentence": report.journey_sentence,
    }


def _all_comparisons(report: Report) -> Iterator[Comparison]:
    """Yield every comparison of a report: its aims' measures, the other items, the stages."""
    for card in report.aims:
        yield from card.measures
    yield from report.others
    yield from (row.comparison for row in report.stages)


def _comparison_row(comparison: Comparison) -> Row:
    """Return a comparison as a plain row."""
    difference, low, high = _figure_range(comparison.difference)
    standing, worst, best = _figure_range(comparison.standing)
    alike, alike_low, alike_high = _figure_range(comparison.like_for_like)
    return {
        "aim": comparison.aim,
        "measure": comparison.measure,
        "headline": comparison.headline,
        "pilot": _side_row(comparison.pilot),
        "old": _side_row(comparison.old),
        "difference": difference,
        "difference_low": low,
        "difference_high": high,
        "rule": comparison.rule or None,
        "direction": comparison.direction,
        "also": list(comparison.also),
        "sentence": comparison.sentence,
        "ruling": comparison.ruling,
        "standing": standing,
        "standing_low": worst,
        "standing_high": best,
        "like_for_like": alike,
        "like_for_like_low": alike_low,
        "like_for_like_high": alike_high,
    }


def _side_row(side: Side) -> Row:
    """Return one process of a comparison; hidden figures are None."""
    share, low, high = _figure_range(side.share)
    why = next((f.why.value for f in (side.families, side.share) if isinstance(f, Hidden)), None)
    shown = side.families if isinstance(side.families, Shown) else None
    _, open_low, open_high = _figure_range(side.between or NOT_KNOWN)
    return {
        "n": shown.base if shown else None,
        "count": int(shown.value) if shown else None,
        "share": share,
        "low": low,
        "high": high,
        "hidden": why,
        "between_low": open_low,
        "between_high": open_high,
        "early": int(side.early.value) if isinstance(side.early, Shown) else None,
    }


def _figure_range(figure: Figure) -> tuple[float | None, float | None, float | None]:
    """Return the figure and its range; None where hidden."""
    if not isinstance(figure, Shown):
        return None, None, None
    low, high = figure.range or (None, None)
    return figure.value, low, high


def _theme_row(theme: ThemeRow) -> Row:
    """A code: by process where people read enough, else counted over all and never compared."""
    if theme.compared is not None:
        return _comparison_row(theme.compared)
    nobody = Side(NOT_KNOWN, NOT_KNOWN, NOT_KNOWN)
    uncompared = Comparison(
        theme.code, "code", "", "", None, False, nobody, nobody, NOT_KNOWN, "W0h"
    )
    told = {"hidden": None}
    row = _comparison_row(replace(uncompared, sentence=theme.sentence))
    return row | {"pilot": row["pilot"] | told, "old": row["old"] | told}


def _stage(row: StageRow) -> Row:
    return {
        "stage": row.id,
        "name": row.name,
        "pilot": _side_row(row.pilot) | _counts(row.pilot_outcomes),
        "old": _side_row(row.old) | _counts(row.old_outcomes),
        "compared": _comparison_row(row.comparison),
    }


def _counts(answers: tuple[Answer, ...]) -> Row:
    return {
        answer.key: int(answer.families.value) if isinstance(answer.families, Shown) else None
        for answer in answers
    }
