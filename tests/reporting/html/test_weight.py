"""A page weighs and takes the same however many families answered."""

import gzip
from dataclasses import fields, is_dataclass, replace

import pytest

from analysis.report import Shown, Stamp
from tests.reporting.behind import BEHIND
from tests.reporting.html.test_pages import DRAWN
from tests.reporting.made import report

HEAVIEST = 45 * 1024


def grown(part, times):
    """Return a part of a report with every number of families so many times as large."""
    if isinstance(part, Shown):
        counted = part.range is None and part.base and part.value > 1
        value = part.value * times if counted else part.value
        return replace(part, value=value, base=part.base * times)
    if isinstance(part, tuple):
        return tuple(grown(each, times) for each in part)
    if not is_dataclass(part) or isinstance(part, Stamp):
        return part
    return replace(part, **{f.name: grown(getattr(part, f.name), times) for f in fields(part)})


@pytest.mark.parametrize("page", DRAWN)
def test_ten_thousand_times_the_families_weigh_as_much(page):
    small = report(**BEHIND)
    packed = [
        len(gzip.compress(DRAWN[page](made).content.encode()))
        for made in (small, grown(small, 10_000))
    ]

    assert packed[1] < 1.1 * packed[0]
    assert packed[1] < HEAVIEST
