"""Seconds from answers in the store to every audience's snapshot, at four sizes, and pages."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from analysis.jobs.init import first_accounts
from analysis.jobs.rebuild import rebuild
from analysis.store.layout import DataFolder
from tests.benchmarks.figures import Figure
from tests.benchmarks.folders import filled_folder, multiply
from tests.benchmarks.staff_pages import large_figures

SMALL, MIDDLE, TIMES = 500, 10_000, 10


def rebuild_figures(work: Path, say: Callable[[str], None]) -> Iterator[Figure]:
    """Yield how long a rebuild takes; the large stores are the middle one, ten times over twice."""
    say(f"making up {SMALL:,} responses")
    yield _timed(filled_folder(work / "small", SMALL), SMALL, 0.5)
    say(f"making up {MIDDLE:,} responses (a few minutes)")
    folder = filled_folder(work / "large", MIDDLE)
    yield _timed(folder, MIDDLE, 1)
    account = first_accounts(folder.path)[0]
    yield from large_figures(folder, account, MIDDLE)
    for responses, target in ((MIDDLE * TIMES, 5), (MIDDLE * TIMES**2, None)):
        say(f"multiplying them to {responses:,}")
        multiply(folder, TIMES)
        yield _timed(folder, responses, target)
        yield from large_figures(folder, account, responses)


def _timed(folder: DataFolder, responses: int, target: float | None) -> Figure:
    began = perf_counter()
    rebuild(folder, datetime.now(UTC))
    return Figure(f"rebuild at {responses:,} responses", perf_counter() - began, "s", target)
