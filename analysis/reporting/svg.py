"""Charts as SVG that needs no script and no style sheet.

Widths are percentages, so the same chart fits a phone and a printed page and its letters keep
their size. Colours stand in attributes: the pages allow no inline style. Where a figure is hidden
its reason stands on the line.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import ceil
from textwrap import wrap
from typing import Final

from analysis.report import Figure, Hidden, Shown
from analysis.reporting.figure_words import why_words

PILOT: Final = "pilot"
OLD: Final = "old"
COLOURS = {PILOT: "#12436D", OLD: "#F46A25"}
OUTCOMES = {
    "right": ("#1F6F6B", "#fff"),
    "neutral": ("#D3D5D6", "#0b0c0c"),
    "problem": ("#8A4B08", "#fff"),
}
INK, GREY, PALE = "#0b0c0c", "#505a5f", "#b1b4b6"
FONT, LETTER = "arial, sans-serif", 15
LINE, LANE, BAR, GAP, AXIS = 19, 26, 24, 14, 24
LONGEST = 38  # letters that fit beside each other on the narrowest phone
HALO = 'stroke="#fff" stroke-width="4" paint-order="stroke"'  # keeps letters clear of the lines
ROOM = 0.85  # beyond it a number stands on the other side of its mark
WIDE_ENOUGH = 0.09  # of a bar, to hold its number


class Html(str):
    """Text that a template takes as it is: whoever made it escaped all that others wrote."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where a chart reaches, and what stands at which place below it."""

    low: float
    high: float
    ticks: Sequence[tuple[float, str]]
    middle: float | None = None  # where a line of no difference stands

    def place(self, value: float) -> float:
        """Return where a value stands, from 0 (left) to 1 (right)."""
        inside = min(max(value, self.low), self.high)
        return (inside - self.low) / (self.high - self.low)


HUNDRED = Scale(0, 1, [(0, "0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1, "100")])


@dataclass(frozen=True, slots=True)
class Dots:
    """A line of a chart of dots: what it is about, and a share or difference a process.

    Words stand in place of a dot that may not be drawn.
    """

    says: str
    marks: Mapping[str, Figure | str]


@dataclass(frozen=True, slots=True)
class Bars:
    """A line of a chart of bars: what it is about, and each process's answers with their outcomes.

    Words stand in place of a bar that may not be drawn.
    """

    says: str
    parts: Mapping[str, Sequence[tuple[str, Figure]] | str]


def dot_and_range(rows: Sequence[Dots], scale: Scale, title: str, name: str) -> Html:
    """Return a chart with a dot and its range for each figure; `name` is its own on the page."""
    top = 0
    body: list[str] = []
    for row in rows:
        body += _label(row.says, top)
        top += LINE * len(_lines(row.says))
        for process, figure in row.marks.items():
            body.append(_mark(process, figure, scale, top + LANE // 2))
            top += LANE
        top += GAP
    bottom = top - GAP + 4
    return _chart(
        [*_grid(scale, bottom), *body, *_ticks(scale, bottom)], bottom + AXIS, title, name
    )


def stacked_bars(rows: Sequence[Bars], title: str, name: str) -> Html:
    """Return a chart with a bar of a hundred for each process, its parts in their order.

    The bars begin right of the signs and are as wide as the chart: whoever frames it leaves as
    much room on the right.
    """
    top = 0
    body: list[str] = []
    for row in rows:
        body += _label(row.says, top)
        top += LINE * len(_lines(row.says)) + 4
        for process, parts in row.parts.items():
            body += _bar(process, parts, top)
            top += BAR + 4
        top += GAP
    return _chart(body, max(top - GAP, 1), title, name)


def small_bar(figure: Figure) -> Html:
    """Return a bar for a table's cell, as long as the number is a part of its base."""
    if isinstance(figure, Hidden) or not figure.base:
        return Html()
    width = percent(figure.value / figure.base)
    return Html(
        '<svg class="small-bar" width="100%" height="8" aria-hidden="true" focusable="false">'
        f'<rect width="{width}" height="8" fill="{GREY}"/></svg>'
    )


def shape(process: str) -> Html:
    """Return the sign of a process as it stands in texts and tables."""
    size = 'class="shape" width="14" height="14" aria-hidden="true" focusable="false"'
    return Html(f"<svg {size}>{dot(process, '7', 7)}</svg>")


def swatch(outcome: str) -> Html:
    """Return the colour of a part of a bar, for the list that explains it."""
    fill = OUTCOMES[outcome][0]
    size = 'class="shape" width="14" height="14" aria-hidden="true" focusable="false"'
    return Html(f'<svg {size}><rect width="14" height="14" fill="{fill}"/></svg>')


def _chart(parts: Sequence[str], height: int, title: str, name: str) -> Html:
    return Html(
        f'<svg class="chart" role="img" aria-labelledby="{escape(name)}" width="100%"'
        f' height="{height}" overflow="visible" font-family="{FONT}" font-size="{LETTER}">'
        f'<title id="{escape(name)}">{escape(title)}</title>{"".join(parts)}</svg>'
    )


@lru_cache(maxsize=1024)
def _lines(text: str) -> tuple[str, ...]:
    """Return a label's lines, about as long as each other: no word stands alone at the end."""
    number = len(wrap(text, LONGEST)) or 1
    widths = range(max(1, ceil(len(text) / number)), LONGEST + 1)
    return tuple(next((w for at in widths if len(w := wrap(text, at)) == number), [text]))


def _label(text: str, top: int) -> Iterator[str]:
    for number, line in enumerate(_lines(text), start=1):
        yield f'<text y="{top + LINE * number - 5}" fill="{INK}" {HALO}>{escape(line)}</text>'


def _mark(process: str, mark: Figure | str, scale: Scale, y: int) -> str:
    if isinstance(mark, Shown):
        return "".join(_shown_mark(process, mark, scale, y))
    words = why_words(mark) if isinstance(mark, Hidden) else mark
    return f'<text x="0" dx="8" y="{y + 5}" fill="{GREY}" {HALO}>{escape(words)}</text>'


def _shown_mark(process: str, figure: Shown, scale: Scale, y: int) -> Iterator[str]:
    low, high = (scale.place(end) for end in figure.range or (figure.value, figure.value))
    yield (
        f'<line x1="{percent(low)}" x2="{percent(high)}" y1="{y}" y2="{y}"'
        f' stroke="{COLOURS[process]}" stroke-width="4"/>'
    )
    yield dot(process, percent(scale.place(figure.value)), y)
    if scale.middle is None:
        yield _value(f"{100 * figure.value:.0f}", low, high, y)


def _value(number: str, low: float, high: float, y: int) -> str:
    """Write a share beside its range, on the side where there is room."""
    place = f'x="{percent(high)}" dx="8"'
    if high > ROOM:
        place = f'x="{percent(low)}" dx="-8" text-anchor="end"'
    return f'<text {place} y="{y + 5}" {HALO}>{number}</text>'


def dot(process: str, x: str, y: int | str) -> str:
    """Draw a full dot for the pilot, a ring for the other: they differ in grey print too."""
    colour = COLOURS[process]
    if process == PILOT:
        return f'<circle cx="{x}" cy="{y}" r="6.5" fill="{colour}"/>'
    return f'<circle cx="{x}" cy="{y}" r="5" fill="#fff" stroke="{colour}" stroke-width="3"/>'


def _grid(scale: Scale, bottom: int) -> Iterator[str]:
    for value, _ in scale.ticks:
        middle = value == scale.middle
        x = percent(scale.place(value))
        yield (
            f'<line x1="{x}" x2="{x}" y1="0" y2="{bottom}" stroke="{GREY if middle else PALE}"'
            f' stroke-width="{2 if middle else 1}"/>'
        )


def _ticks(scale: Scale, bottom: int) -> Iterator[str]:
    for value, said in scale.ticks:
        place = scale.place(value)
        anchor = {0.0: "start", 1.0: "end"}.get(place, "middle")
        yield (
            f'<text x="{percent(place)}" y="{bottom + 17}" text-anchor="{anchor}"'
            f' fill="{GREY}" font-size="{LETTER - 1}">{escape(said)}</text>'
        )


def _bar(process: str, parts: Sequence[tuple[str, Figure]] | str, top: int) -> Iterator[str]:
    middle = top + BAR // 2
    yield dot(process, "8", middle)
    if isinstance(parts, str):
        yield f'<text x="24" y="{middle + 5}" fill="{GREY}">{escape(parts)}</text>'
        return
    yield '<g transform="translate(24 0)">'
    left = 0.0
    for outcome, part in parts:
        if isinstance(part, Shown) and part.base:
            yield from _part(outcome, left, part.value / part.base, top)
            left += part.value / part.base
    yield "</g>"


def _part(outcome: str, left: float, width: float, top: int) -> Iterator[str]:
    fill, ink = OUTCOMES[outcome]
    yield (
        f'<rect x="{percent(left)}" y="{top}" width="{percent(width)}" height="{BAR}"'
        f' fill="{fill}" stroke="#fff" stroke-width="2"/>'
    )
    if width >= WIDE_ENOUGH:
        yield (
            f'<text x="{percent(left + width / 2)}" y="{top + BAR // 2 + 5}" fill="{ink}"'
            f' text-anchor="middle">{100 * width:.0f}</text>'
        )


def percent(part: float) -> str:
    """Return a place or a width of the chart, as SVG knows it."""
    return f"{100 * part:.1f}%"
