"""Each aim's headline by the month of the meeting, as one audience may see it."""

from collections.abc import Mapping
from statistics import median

from analysis.definitions.survey import Item, Survey
from analysis.disclosure import (
    SHOW,
    release_agreed,
    release_count,
    release_mean,
    release_share,
)
from analysis.evidence.comparing.series import Series, merge_months, read_series
from analysis.evidence.counting.counts import Cell, Tally
from analysis.report import Audience, Mark, Point, Trend, TrendSide

ARMS = ("pilot", "old")


def release_trends(
    tally: Tally, survey: Survey, starts: Mapping[str, int], audience: Audience
) -> tuple[Trend, ...]:
    """Return a trend an aim; `starts` says how many settings began with the pilot in a month."""
    items = survey.items()
    marks = tuple(Mark(month, release_agreed(n)) for month, n in sorted(starts.items()))
    return tuple(_trend(aim.id, items[aim.headline], tally, marks, audience) for aim in survey.aims)


def _trend(
    aim: str, item: Item, tally: Tally, marks: tuple[Mark, ...], audience: Audience
) -> Trend:
    sides = []
    for arm in ARMS:
        points = open_points(
            merge_months(tally.months.get((item.id, arm), {})), tally.items[item.id, arm].base
        )
        sides.append(_side(arm, read_series(points), audience))
    return Trend(aim, item.id, item.asks, item.counted or "", tuple(sides), marks)


def open_points(points: Mapping[str, Cell], base: int) -> dict[str, Cell]:
    """Return the points that may be shown: what is left of all families is nothing, or enough."""
    by_size = sorted(points, key=lambda period: (points[period][0], period))
    left = base - sum(points[period][0] for period in by_size)
    while by_size and left != 0 and left < SHOW:
        left += points[by_size.pop(0)][0]
    return {period: points[period] for period in sorted(by_size)}


def _side(arm: str, series: Series, audience: Audience) -> TrendSide:
    """Return one process; the limits go with the points, the middle with all of them."""
    families = sum(base for _, base, _ in series.points)
    limits = series.limits or [None] * len(series.points)
    points = tuple(
        Point(period, release_count(well, base, audience), release_mean(usual, families, audience))
        for (period, base, well), usual in zip(series.points, limits, strict=True)
    )
    middle = median([well / base for _, base, well in series.points]) if series.points else None
    said = series.rule == "WF1"
    return TrendSide(
        process=arm,
        points=points,
        middle=release_share(middle, families, audience),
        rule=series.rule,
        signal=series.signal,
        since=series.since,
        number=release_agreed(series.number) if said else None,
        usual=release_agreed(series.fewest) if said else None,
    )
