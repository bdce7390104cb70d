"""A row of months as SVG that needs no script: a line a process, its middle, what began when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from analysis.reporting.svg import (
    COLOURS,
    FONT,
    GREY,
    LETTER,
    PALE,
    Html,
    dot,
    percent,
)

TOP, HEIGHT, AXIS = 14, 170, 44
ROOM_RIGHT = 0.55  # a label begins at its mark up to here, and ends at it further on


@dataclass(frozen=True, slots=True)
class Row:
    """One process: points (place, share) from left (0) to right (1), and what is usual.

    `limits` are (place, low, high) of the points that have any.
    """

    process: str
    points: Sequence[tuple[float, float]]
    middle: float | None = None
    limits: Sequence[tuple[float, float, float]] = ()


def row_chart(
    rows: Sequence[Row],
    ticks: Sequence[tuple[float, str]],
    marks: Sequence[tuple[float, str]],
    title: str,
    name: str,
) -> Html:
    """Return the rows in one chart; ticks stand below it, marks are lines with their words."""
    parts = [*_grid(), *_marks(marks), *_ticks(ticks)]
    for row in rows:
        parts += [*_limits(row), *_middle(row), *_line(row), *_dots(row)]
    return Html(
        f'<svg class="chart" role="img" aria-labelledby="{escape(name)}" width="100%"'
        f' height="{TOP + HEIGHT + AXIS}" overflow="visible" font-family="{FONT}"'
        f' font-size="{LETTER}"><title id="{escape(name)}">{escape(title)}</title>'
        f"{''.join(parts)}</svg>"
    )


def _y(share: float) -> str:
    return f"{TOP + (1 - share) * HEIGHT:.1f}"


def _grid() -> Iterator[str]:
    for share in (0.0, 0.5, 1.0):
        yield (
            f'<line x1="0%" x2="100%" y1="{_y(share)}" y2="{_y(share)}" stroke="{PALE}"/>'
            f'<text x="0" dx="2" y="{_y(share)}" dy="-3" fill="{GREY}"'
            f' font-size="{LETTER - 2}">{100 * share:.0f}</text>'
        )


def _marks(marks: Sequence[tuple[float, str]]) -> Iterator[str]:
    for place, words in marks:
        x, ends = percent(place), place > ROOM_RIGHT
        side = 'dx="-5" text-anchor="end"' if ends else 'dx="5"'
        yield (
            f'<line x1="{x}" x2="{x}" y1="{TOP}" y2="{TOP + HEIGHT}" stroke="{GREY}"'
            f' stroke-width="2" stroke-dasharray="2 4"/>'
            f'<text x="{x}" {side} y="{TOP + HEIGHT + 38}" fill="{GREY}"'
            f' font-size="{LETTER - 1}">{escape(words)}</text>'
        )


def _ticks(ticks: Sequence[tuple[float, str]]) -> Iterator[str]:
    for place, words in ticks:
        anchor = "start" if place < 0.1 else "end" if place > 0.9 else "middle"
        yield (
            f'<text x="{percent(place)}" y="{TOP + HEIGHT + 19}" text-anchor="{anchor}"'
            f' fill="{GREY}" font-size="{LETTER - 1}">{escape(words)}</text>'
        )


def _limits(row: Row) -> Iterator[str]:
    """Draw how far each point may lie from the middle by luck: a thin line above, one below."""
    for end in (1, 2):
        for here, after in pairwise(row.limits):
            yield (
                f'<line x1="{percent(here[0])}" x2="{percent(after[0])}" y1="{_y(here[end])}"'
                f' y2="{_y(after[end])}" stroke="{COLOURS[row.process]}" stroke-width="1"/>'
            )


def _middle(row: Row) -> Iterator[str]:
    if row.middle is not None and row.points:
        ends = percent(row.points[0][0]), percent(row.points[-1][0])
        yield (
            f'<line x1="{ends[0]}" x2="{ends[1]}" y1="{_y(row.middle)}" y2="{_y(row.middle)}"'
            f' stroke="{COLOURS[row.process]}" stroke-width="1.5" stroke-dasharray="6 4"/>'
        )


def _line(row: Row) -> Iterator[str]:
    for (x1, y1), (x2, y2) in zip(row.points, row.points[1:], strict=False):
        yield (
            f'<line x1="{percent(x1)}" x2="{percent(x2)}" y1="{_y(y1)}" y2="{_y(y2)}"'
            f' stroke="{COLOURS[row.process]}" stroke-width="2.5"/>'
        )


def _dots(row: Row) -> Iterator[str]:
    for place, share in row.points:
        yield dot(row.process, percent(place), _y(share))
