"""The figure of the page to explore: made of a report, so a hidden number is not in it."""

from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from analysis.definitions.survey import Survey
from analysis.report import AimCard, Comparison, Figure, Shown
from analysis.reporting.figure_words import count_words, range_words, share_words, texts
from analysis.reporting.svg import COLOURS, FONT, INK, OLD, PALE, PILOT

SYMBOLS = {PILOT: "circle", OLD: "circle-open"}
ROW, AROUND = 56, 150  # pixels
LONGEST = 18  # letters beside the chart: a phone has no room for more
CONFIG = {"displayModeBar": False, "responsive": True}


def aim_figure(card: AimCard, survey: Survey) -> dict[str, Any] | None:
    """Return an aim's shares with their ranges as Plotly's own JSON; None if none is shown."""
    traces = [trace for process in (OLD, PILOT) if (trace := _trace(card, survey, process))]
    if not traces:
        return None
    figure = go.Figure(traces, _layout(card, survey))
    figure.layout.template = None  # the library's own weighs more than the figures
    plain: dict[str, Any] = figure.to_plotly_json()
    return plain | {"config": CONFIG}


def _trace(card: AimCard, survey: Survey, process: str) -> go.Scatter | None:
    points = list(_points(card, process))
    if not points:
        return None
    colour = COLOURS[process]
    shares = [100 * figure.value for _, figure, _ in points]
    ends = [figure.range or (figure.value, figure.value) for _, figure, _ in points]
    return go.Scatter(
        x=shares,
        y=[_name(comparison, survey) for comparison, _, _ in points],
        error_x={
            "type": "data",
            "array": [100 * high - share for share, (_, high) in zip(shares, ends, strict=True)],
            "arrayminus": [share - 100 * low for share, (low, _) in zip(shares, ends, strict=True)],
            "color": colour,
            "thickness": 3,
            "width": 0,
        },
        mode="markers",
        orientation="h",
        offsetgroup=process,
        marker={
            "symbol": SYMBOLS[process],
            "size": 13,
            "color": colour,
            "line": {"width": 3, "color": colour},
        },
        name=survey.processes["pilot" if process == PILOT else "old"].label,
        text=[said for _, _, said in points],
        hovertemplate="%{text}<extra></extra>",
    )


def _points(card: AimCard, process: str) -> Iterator[tuple[Comparison, Shown, str]]:
    for comparison in card.measures:
        side = comparison.pilot if process == PILOT else comparison.old
        if isinstance(side.share, Shown):
            yield comparison, side.share, _said(side.families, side.share)


def _said(families: Figure, share: Shown) -> str:
    return f"{count_words(families)}, {share_words(share)} ({range_words(share)})"


def _name(comparison: Comparison, survey: Survey) -> str:
    item = survey.items().get(comparison.measure)
    says = (item.short if item else None) or comparison.says
    return "<br>".join(map(escape, wrap(says, LONGEST)))


def _layout(card: AimCard, survey: Survey) -> dict[str, Any]:
    families = survey.words.get("families", "families")
    return {
        "font": {"family": FONT, "size": 14, "color": INK},
        "height": AROUND + ROW * len(card.measures),
        "margin": {"l": 10, "r": 20, "t": 50, "b": 60},
        "scattermode": "group",
        "hoverlabel": {"bgcolor": "#fff", "bordercolor": INK, "font": {"color": INK}},
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        "xaxis": {
            "range": [0, 100],
            "title": {"text": texts()["explore"]["x"].format(families=families)},
            "gridcolor": PALE,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {"autorange": "reversed", "automargin": True, "fixedrange": True},
        "paper_bgcolor": "#fff",
        "plot_bgcolor": "#fff",
    }
