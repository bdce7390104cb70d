"""compare: each measure in both processes, as one audience may see it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from analysis.jobs.rebuild import rebuild
from analysis.report import Audience, Comparison, Figure, Hidden, Report, Shown, Side, ThemeRow
from analysis.store.layout import DataFolder

Row = dict[str, Any]


def compare(folder: DataFolder, audience: Audience, now: datetime) -> list[Row]:
    """Return one row a measure: items, then stages, then codes."""
    return list(comparison_rows(rebuild(folder, now)[audience]))


def comparison_rows(report: Report) -> Iterator[Row]:
    """Return a comparison as a plain row."""
    """Yield the rows of a report."""
    seen: set[str] = set()
    for comparison in all_comparisons(report):
        if comparison.measure not in seen:
            seen.add(comparison.measure)
            yield comparison_row(comparison)
    for theme in report.themes:
        yield _theme_row(theme)


def all_comparisons(report: Report) -> Iterator[Comparison]:
    """Yield every comparison of a report: its aims' measures, the other items, the stages."""
    for card in report.aims:
        yield from card.measures
    yield from report.others
    yield from (row.comparison for row in report.stages)


def comparison_row(comparison: Comparison) -> Row:
    """Return a comparison as a plain row."""
    difference, low, high = figure_range(comparison.difference)
    return {
        "aim": comparison.aim,
        "measure": comparison.measure,
        "headline": comparison.headline,
        "pilot": side_row(comparison.pilot),
        "old": side_row(comparison.old),
        "difference": difference,
        "difference_low": low,
        "difference_high": high,
        "rule": comparison.rule or None,
        "direction": comparison.direction,
        "also": list(comparison.also),
        "sentence": comparison.sentence,
        "ruling": comparison.ruling,
    }


def side_row(side: Side) -> Row:
    """Return one process of a comparison; hidden figures are None."""
    share, low, high = figure_range(side.share)
    why = next((f.why.value for f in (side.families, side.share) if isinstance(f, Hidden)), None)
    shown = side.families if isinstance(side.families, Shown) else None
    return {
        "n": shown.base if shown else None,
        "count": int(shown.value) if shown else None,
        "share": share,
        "low": low,
        "high": high,
        "hidden": why,
    }


def figure_range(figure: Figure) -> tuple[float | None, float | None, float | None]:
    """Return the figure and its range; None where hidden."""
    if not isinstance(figure, Shown):
        return None, None, None
    low, high = figure.range or (None, None)
    return figure.value, low, high


def _theme_row(theme: ThemeRow) -> Row:
    """A code: by process where people read enough, else counted over all and never compared."""
    if theme.compared is not None:
        return comparison_row(theme.compared)
    closed = {"n": None, "count": None, "share": None, "low": None, "high": None, "hidden": None}
    return {
        "aim": None,
        "measure": theme.code,
        "headline": False,
        "pilot": dict(closed),
        "old": dict(closed),
        "difference": None,
        "difference_low": None,
        "difference_high": None,
        "rule": "W0h",
        "direction": None,
        "also": [],
        "sentence": theme.sentence,
        "ruling": None,
    }
