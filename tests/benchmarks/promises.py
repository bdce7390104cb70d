"""How often the words are right about made-up pilots whose truth is known: the long runs."""

from collections.abc import Callable, Iterator

from tests.benchmarks.figures import Figure
from tests.simulations.cases import (
    AT_LEAST,
    AT_MOST,
    COVERED,
    GAP,
    NOTHING_DIFFERS,
    READINGS,
)
from tests.simulations.limits import simulate_limits
from tests.simulations.odds import simulate_odds
from tests.simulations.pilots import simulate
from tests.simulations.themes import simulate_themes

RUNS, SEED = 4000, 1001
UNIT = "of 100 runs"


def promise_figures(say: Callable[[str], None]) -> Iterator[Figure]:
    """Yield false alarms, power, and how often ranges and bounds hold the truth."""
    for case, pilot in NOTHING_DIFFERS.items():
        say(f"{RUNS:,} pilots in which nothing differs: {case}")
        found = simulate(pilot, RUNS, SEED)
        name = f"nothing differs, {case}: more or less likely said"
        yield Figure(name, 100 * found.share(found.likely), UNIT, 100 * AT_MOST)
    say(f"{RUNS:,} pilots with a gap of 25")
    found = simulate(GAP, RUNS, SEED)
    yield Figure(
        "a gap of 25: said", 100 * found.share(found.first_said), UNIT, 100 * AT_LEAST, True
    )
    yield Figure("a gap of 25: more likely said", 100 * found.share(found.first_likely), UNIT)
    yield from _ranges(say)


def _ranges(say: Callable[[str], None]) -> Iterator[Figure]:
    low, high = COVERED
    for case, reading in READINGS.items():
        say(f"{RUNS // 2:,} readings of a theme: {case}")
        found = simulate_themes(reading, RUNS // 2, SEED)
        name = f"range of a theme, {case}: holds the truth"
        yield Figure(name, 100 * found.ours, UNIT, 100 * low, True)
        yield Figure(f"{name}, no wider than it must be", 100 * found.ours, UNIT, 100 * high)
        yield Figure(f"{name}, the computer's count alone", 100 * found.naive, UNIT)
    say("time limits with known dates")
    limits = simulate_limits(80, RUNS // 8, SEED)
    yield Figure("bounds of a time limit hold the truth", 100 * limits.held, UNIT, 100, True)
    say(f"{RUNS // 4:,} pilots in which no odds differ")
    odds = simulate_odds(8, 20, 6, RUNS // 4, SEED)
    name = "range of odds, 8 and 20 settings: holds the truth"
    yield Figure(f"{name}, settings told apart", 100 * odds.settings, UNIT, 100 * low, True)
    yield Figure(f"{name}, as counted", 100 * odds.plain, UNIT, 100 * low, True)
    yield Figure(f"{name}, without a thought of settings", 100 * odds.naive, UNIT)
