"""The numbers of a page as CSV, from the same report as the page.

Every row carries the stamp, since rows are copied out of files. Nothing in a cell can be read as
a formula: numbers are whole and never negative, and words that could begin one are quoted.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from analysis.report import Answer, Comparison, Hidden, Report, Side, StageRow, ThemeRow
from analysis.reporting.figure_words import texts, whole_range, why_words
from analysis.reporting.wording import more_of, points_of, whole

Value = str | int | None
Row = Mapping[str, Value]

BEGINS_A_FORMULA = re.compile(r"^\s*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def comparisons_csv(report: Report, comparisons: Sequence[Comparison]) -> bytes:
    """Return a row a measure, both processes beside each other."""
    return _file(report, map(_comparison, comparisons))


def journey_csv(report: Report) -> bytes:
    """Return a row a stage, with what became of the families in each process."""
    return _file(report, map(_stage, report.stages))


def themes_csv(report: Report) -> bytes:
    """Return a row a code, and one for the themes of few families."""
    few = report.other_themes
    other = ThemeRow("", texts()["forum"]["other"], "", few, few, few, few)
    return _file(report, [*map(_theme, report.themes), _theme(other) | _no_tones()])


def safe_cell(value: Value) -> str | int:
    """Return a value that no spreadsheet program takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    plain = CONTROL.sub(" ", value)
    return f"'{plain}" if BEGINS_A_FORMULA.match(value) else plain


def _file(report: Report, rows: Iterable[Row]) -> bytes:
    stamped = [{**row, **_stamp(report)} for row in rows]
    out = io.StringIO()
    writer = csv.writer(out)
    if stamped:
        writer.writerow(map(safe_cell, stamped[0]))
    for row in stamped:
        writer.writerow(map(safe_cell, row.values()))
    return out.getvalue().encode("utf-8-sig")  # the mark tells a spreadsheet program the encoding


def _stamp(report: Report) -> Row:
    stamp = report.stamp
    return {
        "families shown": report.filter or "all",
        "replies to": stamp.as_of,
        "made at": stamp.made_at,
        "version": stamp.version,
        "snapshot": stamp.snapshot,
        "made-up": "yes" if stamp.made_up else "no",
        "caution": report.caution,
    }


def _comparison(comparison: Comparison) -> Row:
    pilot, old = comparison.pilot, comparison.old
    low, high = _difference(comparison)
    return {
        "aim": comparison.aim,
        "measure": comparison.measure,
        "question": comparison.says,
        "counted": comparison.counted,
        **_side("pilot", pilot),
        **_side("old", old),
        "difference in every 100 from": low,
        "difference in every 100 to": high,
        **_standing(comparison),
        "rule": comparison.rule,
        "what can be said": comparison.sentence,
    }


def _stage(row: StageRow) -> Row:
    return {
        "stage": row.id,
        "name": row.name,
        **_side("pilot", row.pilot),
        **_outcomes("pilot", row.pilot_outcomes),
        **_side("old", row.old),
        **_outcomes("old", row.old_outcomes),
        "what can be said": row.comparison.sentence,
    }


def _theme(row: ThemeRow) -> dict[str, Value]:
    tones = {"problem": row.negative, "praise": row.positive, "suggestion": row.suggestion}
    too_few = texts()["figures"]["too_few"]
    return {
        "theme": row.theme,
        "code": row.code,
        "label": row.label,
        "families": whole(row.families) or too_few,
        "of": None if isinstance(row.families, Hidden) else row.families.base,
        **{name: whole(figure) or too_few for name, figure in tones.items()},
        "read by people": "yes" if row.compared else "no",
        "what can be said": row.sentence,
    }


def _no_tones() -> dict[str, Value]:
    return dict.fromkeys(("problem", "praise", "suggestion"))


def _side(name: str, side: Side) -> Row:
    hidden = next((why_words(f) for f in (side.families, side.share) if isinstance(f, Hidden)), "")
    low, high = whole_range(side.share) or (None, None)
    open_low, open_high = (side.between and whole_range(side.between)) or (None, None)
    share = None if isinstance(side.share, Hidden) else f"{100 * side.share.value:.0f}"
    return {
        f"{name} families": whole(side.families),
        f"{name} of": None if isinstance(side.families, Hidden) else side.families.base,
        f"{name} in every 100": share,
        f"{name} range from": low,
        f"{name} range to": high,
        f"{name} range from, with those who may be too early": open_low,
        f"{name} range to, with those who may be too early": open_high,
        f"{name} too early to count": whole(side.early) if side.early else None,
        f"{name} hidden": hidden,
        f"{name} replies to": side.as_of,
    }


def _standing(comparison: Comparison) -> Row:
    """Return how often in 100 the pilot's of two answers drawn by lot is the better one."""
    figure = comparison.standing
    low, high = whole_range(figure) or (None, None)
    shown = None if isinstance(figure, Hidden) else f"{100 * figure.value:.0f}"
    return {
        "better of two answers in 100": shown,
        "better of two answers from": low,
        "better of two answers to": high,
    }


def _outcomes(name: str, outcomes: Sequence[Answer]) -> Row:
    said = texts()["journey"]
    return {f"{name} {said[answer.key].lower()}": whole(answer.families) for answer in outcomes}


def _difference(comparison: Comparison) -> tuple[str | None, str | None]:
    figure = comparison.difference
    if isinstance(figure, Hidden) or figure.range is None:
        return None, None
    low, high = points_of(figure.range)
    return more_of(low), more_of(high)
