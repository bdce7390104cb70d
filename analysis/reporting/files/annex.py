"""The models behind the comparison as plain rows, for those who know statistics."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from analysis.definitions.survey import Survey
from analysis.report import AnnexRow, Figure, Hidden, Odds, Report, Shown
from analysis.reporting.files.about import limit_lines, names, said, stamp_lines

Plain = dict[str, Any]


def annex_file(rows: Sequence[AnnexRow], report: Report, survey: Survey) -> Plain:
    """Return the annex of a report: its stamp, how to read it, its limits, a row a measure."""
    return {
        "snapshot": report.stamp.snapshot,
        "stamp": list(stamp_lines(report, survey)),
        "how": [line.format(**names(survey)) for line in said()["annex"]["how"]],
        "limits": list(limit_lines(report, survey)),
        "measures": [_row(row, survey) for row in rows],
    }


def _row(row: AnnexRow, survey: Survey) -> Plain:
    models = row.models
    return {
        "aim": row.aim,
        "measure": row.measure,
        "says": row.says,
        "pilot": _count(row.pilot),
        "old": _count(row.old),
        "chance": _value(row.chance),
        "chance_hidden": row.chance.why.value if isinstance(row.chance, Hidden) else None,
        "models": models
        and {
            "parallel": _value(models.parallel),
            "plain": _odds(models.plain, row, survey),
            "alike": _odds(models.alike, row, survey),
            "settings": _odds(models.settings, row, survey),
        },
    }


def _count(figure: Figure) -> Plain:
    if not isinstance(figure, Shown):
        return {"count": None, "n": None}
    return {"count": int(figure.value), "n": figure.base}


def _value(figure: Figure) -> float | None:
    return round(figure.value, 4) if isinstance(figure, Shown) else None


def _odds(odds: Odds, row: AnnexRow, survey: Survey) -> Plain:
    """Return a ratio with its range, what became of the model, and both in a sentence."""
    ratio = odds.ratio
    ends = ratio.range if isinstance(ratio, Shown) else None
    numbers = [_value(ratio), *(round(end, 4) for end in ends or ())]
    told = dict(zip_longest(("ratio", "low", "high"), numbers))
    slots = {name: f"{number:.2f}" for name, number in told.items() if number is not None}
    says = said()["annex"][odds.state].format(**names(survey), counted=row.counted, **slots)
    return {"state": odds.state, **told, "says": says}
