"""A figure as the words of a page or a file; one that is hidden says kindly why."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from math import ceil, floor
from pathlib import Path
from typing import Any

from analysis.report import Figure, Hidden, Score, Shown
from analysis.reporting.wording import more_of, points_of
from analysis.reporting.wording_behind import month_name

Texts = Mapping[str, str]


@cache
def texts() -> Mapping[str, Any]:
    """Return what pages and files say beside the sentences of rules, by section."""
    return tomllib.loads(Path(__file__).with_name("texts.toml").read_text(encoding="utf-8"))


def count_words(figure: Figure) -> str:
    """Return "46 of 71", or why it is hidden."""
    if isinstance(figure, Hidden):
        return why_words(figure)
    return _figure("of", count=f"{figure.value:.0f}", base=figure.base)


def number_words(figure: Figure) -> str:
    """Return the number alone, or why it is hidden."""
    return why_words(figure) if isinstance(figure, Hidden) else f"{figure.value:.0f}"


def share_words(figure: Figure) -> str:
    """Return "65 in every 100", or why it is hidden."""
    if isinstance(figure, Hidden):
        return why_words(figure)
    return _figure("share", number=f"{100 * figure.value:.0f}")


def range_words(figure: Figure) -> str:
    """Return "range 50 to 77", rounded outward; nothing where no range is shown."""
    ends = whole_range(figure)
    return _figure("range", low=ends[0], high=ends[1]) if ends else ""


def difference_words(figure: Figure) -> str:
    """Return "4 fewer to 35 more in every 100", + being better, or why it is hidden."""
    if isinstance(figure, Hidden):
        return why_words(figure)
    if figure.range is None:
        return ""
    low, high = points_of(figure.range)
    return _figure("difference", low=more_of(low), high=more_of(high))


def whole_range(figure: Figure) -> tuple[int, int] | None:
    """Return the range of a share as whole numbers in every hundred, rounded outward."""
    if isinstance(figure, Hidden) or figure.range is None:
        return None
    low, high = (round(100 * end, 6) for end in figure.range)
    return floor(low), ceil(high)


def reliability_words(one: Score) -> str:
    """Return how far the questions of an aim hang together, as those who know it write it."""
    found = one.reliability
    if not isinstance(found, Shown) or found.range is None:
        return ""
    said, (low, high) = texts()["health"], found.range
    omega = (
        said["omega"].format(value=_two(one.omega.value)) if isinstance(one.omega, Shown) else ""
    )
    named = said["alpha" if omega else "two_questions"]
    return f"{named.format(value=_two(found.value), low=_two(low), high=_two(high))}{omega}"


def _two(number: float) -> str:
    return f"{number:.2f}"


def why_words(figure: Hidden) -> str:
    """Return the reason a figure is hidden, as a person reads it."""
    reason: str = texts()["hidden"][figure.why.value]
    return reason


def day_words(day: str) -> str:
    """Return "31 March 2026" of an ISO day; nothing of nothing."""
    if not day:
        return ""
    found = date.fromisoformat(day[:10])
    return f"{found.day} {month_name(found.month)} {found.year}"


def shown(*figures: Figure) -> bool:
    """Say whether all of the figures are shown."""
    return all(isinstance(figure, Shown) for figure in figures)


def _figure(name: str, **slots: object) -> str:
    said: str = texts()["figures"][name]
    return said.format(**slots)
