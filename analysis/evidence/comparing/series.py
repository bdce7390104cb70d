"""An aim's headline in a row of months, and whether something has changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from analysis.evidence.counting.counts import Cell
from analysis.evidence.trend import (
    POINTS_FOR_A_SIGNAL,
    anhoj_signals,
    p_chart_limits,
    run_chart_limits,
    xmr_limits,
)

LEAST = 10  # replies behind a point
MONTHS_TOGETHER = 3  # with fewer, months are told together, up to a quarter of a year
POINTS_FOR_LIMITS = 13
UNEVEN = 0.25  # bases further than this from their mean: each point has limits of its own
ROUNDING = 1e-9  # a point on a limit is not outside it by the last digit of a mean
BETWEEN = "/"
Limits = tuple[float, float, float]  # the middle, low, high


@dataclass(frozen=True, slots=True)
class Series:
    """Points in their order, each (period, families who gave an answer that counts, well for).

    `rule` is WF0 (too short), WF1 (something has changed) or WF2 (nothing has shown); `signal`
    says by what: a "run" of `number` points, `number` "crossings" of the middle where luck allows
    `fewest`, or a point outside its "limits"; `since` is its period.
    """

    points: tuple[tuple[str, int, int], ...]
    middle: float | None = None
    limits: tuple[Limits, ...] = ()
    rule: str = "WF0"
    signal: str = ""
    since: str = ""
    number: int = 0
    fewest: int = 0


def merge_months(months: Mapping[str, Cell], kept: Sequence[str] = ()) -> dict[str, Cell]:
    """Return the periods with replies enough for a point, months merged forward to quarters.

    Parameters
    ----------
    months
        Months ("2026-01") with families who gave an answer that counts, and those for whom it
        went well; a period ("2026-01/2026-03") stays as it is.
    kept
        Periods that were shown before; they are not cut anew.

    Examples
    --------
    >>> merge_months({"2026-01": (12, 5), "2026-02": (6, 2), "2026-03": (7, 3), "2026-04": (2, 1)})
    {'2026-01': (12, 5), '2026-02/2026-03': (13, 5)}
    """
    found: dict[str, Cell] = {}
    for period, inside in _periods(sorted(months), kept, months):
        base = sum(months[month][0] for month in inside)
        if base >= LEAST:
            found[period] = base, sum(months[month][1] for month in inside)
    return found


def _periods(
    names: Sequence[str], kept: Sequence[str], months: Mapping[str, Cell]
) -> Iterator[tuple[str, list[str]]]:
    """Yield each period with the months in it."""
    at = 0
    while at < len(names):
        before = next((p for p in kept if _first(p) <= names[at] <= _last(p)), None)
        inside = [names[at]]
        at += 1
        while at < len(names) and _goes_on(inside, names[at], before, kept, months):
            inside.append(names[at])
            at += 1
        yield before or _named(inside), inside


def _goes_on(
    inside: Sequence[str],
    name: str,
    before: str | None,
    kept: Sequence[str],
    months: Mapping[str, Cell],
) -> bool:
    """Say whether a month belongs to the period that was begun."""
    if before is not None:
        return name <= _last(before)
    if any(_first(period) <= name <= _last(period) for period in kept):
        return False
    enough = sum(months[month][0] for month in inside) >= LEAST
    return not enough and _distance(inside[0], name) < MONTHS_TOGETHER


def _named(inside: Sequence[str]) -> str:
    first, last = _first(inside[0]), _last(inside[-1])
    return first if first == last else f"{first}{BETWEEN}{last}"


def _first(period: str) -> str:
    return period.split(BETWEEN)[0]


def _last(period: str) -> str:
    return period.split(BETWEEN)[-1]


def _distance(first: str, later: str) -> int:
    """Return how many months lie from the first month of one period to that of another."""
    (year, month), (later_year, later_month) = (
        map(int, _first(period).split("-")) for period in (first, later)
    )
    return 12 * (later_year - year) + later_month - month


def read_series(points: Mapping[str, Cell]) -> Series:
    """Return what a row of points shows: nothing below ten of them.

    Parameters
    ----------
    points
        Periods in any order, each with families who gave an answer that counts and those for
        whom it went well.

    References
    ----------
    As `analysis.evidence.trend`.

    Examples
    --------
    >>> read_series({"2026-01": (20, 10), "2026-02": (20, 12)}).rule
    'WF0'
    """
    row = tuple((period, *points[period]) for period in sorted(points))
    shares = [well / base for _, base, well in row]
    if not row:
        return Series(row)
    middle, limits = median(shares), _limits(row, shares)
    if len(row) < POINTS_FOR_A_SIGNAL:
        return Series(row, middle, limits)
    return _signalled(Series(row, middle, limits, rule="WF2"), shares)


def _limits(row: Sequence[tuple[str, int, int]], shares: Sequence[float]) -> tuple[Limits, ...]:
    if len(row) < POINTS_FOR_LIMITS:
        return ()
    bases = [base for _, base, _ in row]
    mean = sum(bases) / len(bases)
    if max(abs(base - mean) for base in bases) > UNEVEN * mean:
        return tuple(p_chart_limits([well for _, _, well in row], bases))
    centre, low, high = xmr_limits(shares)
    return tuple((centre, max(0.0, low), min(1.0, high)) for _ in row)


def _signalled(series: Series, shares: Sequence[float]) -> Series:
    """Put in the first signal that shows: a long run, few crossings, a point outside."""
    signals = anhoj_signals(shares)
    if signals.long_run:
        since = series.points[_run_start(shares, signals.longest_run)][0]
        return replace(series, rule="WF1", signal="run", since=since, number=signals.longest_run)
    if signals.few_crossings:
        fewest = run_chart_limits(signals.useful)[1]
        return replace(
            series, rule="WF1", signal="crossings", number=signals.crossings, fewest=fewest
        )
    for (period, _, _), share, limits in zip(series.points, shares, series.limits, strict=False):
        if not limits[1] - ROUNDING <= share <= limits[2] + ROUNDING:
            return replace(series, rule="WF1", signal="limits", since=period)
    return series


def _run_start(shares: Sequence[float], length: int) -> int:
    """Return where the first run of that many points on one side of the median begins."""
    line = median(shares)
    useful = [(at, share > line) for at, share in enumerate(shares) if share != line]
    for _, run in groupby(useful, key=lambda point: point[1]):
        places = [at for at, _ in run]
        if len(places) == length:
            return places[0]
    return 0
