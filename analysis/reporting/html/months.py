"""An aim's headline month by month: the chart, its sentences and its table."""

from typing import Any

from analysis.definitions.survey import Survey
from analysis.report import Point, Report, Shown, Trend, TrendSide
from analysis.reporting.figure_words import count_words, shown, texts, whole_range
from analysis.reporting.html.charts import titled
from analysis.reporting.svg import OLD, PILOT, Html
from analysis.reporting.svg_rows import Row, row_chart
from analysis.reporting.wording_behind import BETWEEN, period_words

MOST_TICKS = 4


def months_of(report: Report, aim: str, survey: Survey) -> dict[str, Any] | None:
    """Return one aim's months; None where there is no point to show yet."""
    trend = next((trend for trend in report.trends if trend.aim == aim), None)
    if trend is None or not any(side.points for side in trend.sides):
        return None
    return {
        "says": trend.says,
        "counted": trend.counted,
        "sentences": [(side.process, side.sentence) for side in trend.sides if side.points],
        "chart": months_chart(trend, survey),
        "rows": _rows(trend),
        "limits": any(shown(point.usual) for side in trend.sides for point in side.points),
        "marks": [_began(mark.month, mark.settings, survey) for mark in trend.marks],
    }


def months_chart(trend: Trend, survey: Survey) -> Html:
    """Return the chart of both processes; points that are hidden are left out of it."""
    first, last = _ends(trend)
    rows = [_row(side, first, last) for side in trend.sides]
    if not any(row.points for row in rows):
        return Html()
    marks = [
        (_place(mark.month, first, last), _began(mark.month, mark.settings, survey))
        for mark in trend.marks[:1]
        if first <= _number(mark.month) <= last
    ]
    said = " ".join(side.sentence for side in trend.sides if side.points)
    title = titled(said, texts()["months"]["chart"])
    return row_chart(rows, _ticks(first, last), marks, title, f"months-{trend.aim}")


def _row(side: TrendSide, first: int, last: int) -> Row:
    points = [
        (_place(point.period, first, last), point.families.value / point.families.base)
        for point in side.points
        if isinstance(point.families, Shown) and point.families.base
    ]
    middle = side.middle.value if isinstance(side.middle, Shown) else None
    limits = [
        (_place(point.period, first, last), *point.usual.range)
        for point in side.points
        if isinstance(point.usual, Shown) and point.usual.range
    ]
    return Row(PILOT if side.process == PILOT else OLD, points, middle, limits)


def _ends(trend: Trend) -> tuple[int, int]:
    """Return the first and the last month of all points, as numbers."""
    periods = [point.period for side in trend.sides for point in side.points]
    ends = [month for period in periods for month in period.split(BETWEEN)]
    first, last = min(map(_number, ends)), max(map(_number, ends))
    return (first, last) if last > first else (first - 1, last + 1)


def _number(month: str) -> int:
    year, number = month.split("-")
    return 12 * int(year) + int(number) - 1


def _place(period: str, first: int, last: int) -> float:
    """Return where a period stands, at the middle of its months."""
    months = [_number(month) for month in period.split(BETWEEN)]
    middle = (months[0] + months[-1]) / 2
    return 0.04 + 0.92 * (middle - first) / (last - first)


def _ticks(first: int, last: int) -> list[tuple[float, str]]:
    step = max(1, round((last - first) / (MOST_TICKS - 1)))
    numbers = [*range(first, last + 1, step)]
    months = [f"{number // 12}-{number % 12 + 1:02d}" for number in numbers]
    return [(_place(month, first, last), _short(month)) for month in months]


def _short(month: str) -> str:
    name, year = period_words(month).split()
    return f"{name[:3]} {year}"


def _rows(trend: Trend) -> list[dict[str, str]]:
    """Return a line a period, in their order."""
    sides = {side.process: {p.period: p for p in side.points} for side in trend.sides}
    periods = sorted({period for points in sides.values() for period in points})
    return [
        {
            "period": period_words(period),
            **{process: _words(points.get(period)) for process, points in sides.items()},
        }
        for period in periods
    ]


def _words(point: Point | None) -> str:
    if point is None:
        return str(texts()["months"]["none"])
    ends = whole_range(point.usual)
    said = count_words(point.families)
    usual = texts()["months"]["usual"].format(low=ends[0], high=ends[1]) if ends else ""
    return f"{said}{usual}"


def _began(month: str, settings: object, survey: Survey) -> str:
    number = f"{settings.value:.0f}" if isinstance(settings, Shown) else ""
    places = survey.words["setting" if number == "1" else "settings"]
    slots = {"month": period_words(month), "number": number, "places": places}
    return str(texts()["months"]["began"].format(**slots))
