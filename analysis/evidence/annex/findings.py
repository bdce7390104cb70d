"""Each compared measure through the models of the annex: one state a model, never an exception."""

from dataclasses import dataclass
from math import exp, sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from analysis.definitions.survey import Item, Survey
from analysis.evidence.annex.odds import Fit, fit_odds, fit_settings
from analysis.evidence.annex.parallel import brant_test, told_apart
from analysis.evidence.annex.twin import chance_higher
from analysis.evidence.comparing.case_mix import strata_of
from analysis.evidence.comparing.findings import measured_items
from analysis.evidence.comparing.ranges import Range, effect_of
from analysis.evidence.comparison import effective_counts
from analysis.evidence.counting.counts import Counts, Tally
from analysis.evidence.counting.encoding import coding_of
from analysis.evidence.counting.scores import order_of, scored_aims
from analysis.evidence.counting.selection import Counted
from analysis.evidence.intervals import Z95

LEAST_FAMILIES = 10  # in each process
LEAST_SETTINGS, LEAST_SETTINGS_EACH = 15, 3
WIDEST, FARTHEST = 5.0, 10.0  # an error or an estimate, in log odds, that only separation gives
FAILS = 0.05
State = Literal[
    "fitted", "too_few", "all_same", "separated", "did_not_converge", "assumption_fails"
]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Odds:
    """How many times higher the odds of a better answer are in the pilot, with a 95 % range.

    There is a ratio where the state is "fitted", and nowhere else. `smaller` is the number of
    families of the smaller process that it rests on.
    """

    state: State
    ratio: Range | None = None
    smaller: int = 0


@dataclass(frozen=True, slots=True)
class Models:
    """An ordered answer: as counted, within similar families, and with settings told apart.

    `parallel` is the p-value of the assumption that all of them share; None: it cannot be told.
    """

    plain: Odds
    alike: Odds
    settings: Odds
    parallel: float | None = None


@dataclass(frozen=True, slots=True)
class AnnexFinding:
    """One measure; `chance`: that the pilot's share is the better one. None: too few families."""

    measure: str
    pilot: Counts
    old: Counts
    chance: float | None
    models: Models | None  # of an ordered answer


@dataclass(frozen=True)
class Spread:
    """Families by answer, the worst first: a row a cell of both processes."""

    counts: Numbers
    pilot: NDArray[np.bool_]
    settings: NDArray[np.int64]  # -1: not known
    strata: NDArray[np.str_]


def find_annex(counted: Counted, tally: Tally, survey: Survey) -> list[AnnexFinding]:
    """Return what the models say of each measure that is compared, in the survey's order."""
    ordered = _ordered(survey)
    return [
        _find(item, counted, tally, item.scale in ordered)
        for item in measured_items(survey)
        if item.compared
    ]


def _ordered(survey: Survey) -> set[str | None]:
    """Return the scales whose answers stand in an order: those that scores are made of."""
    items = survey.items()
    aims = scored_aims(survey.aims, items)
    return {items[name].scale for aim in aims for name in aim.composite} - {None}


def _find(item: Item, counted: Counted, tally: Tally, ordered: bool) -> AnnexFinding:
    pilot, old = tally.items[item.id, "pilot"], tally.items[item.id, "old"]
    enough = min(pilot.base, old.base) >= LEAST_FAMILIES
    models = models_of(_spread(counted, item), pilot, old) if ordered else None
    return AnnexFinding(item.id, pilot, old, _chance(pilot, old) if enough else None, models)


def _chance(pilot: Counts, old: Counts) -> float:
    ours, theirs = (
        effective_counts(counts.counted, counts.base, effect_of(counts)) for counts in (pilot, old)
    )
    return chance_higher(*ours, *theirs)


def _spread(counted: Counted, item: Item) -> Spread:
    coding, index = coding_of(item), counted.index
    at = np.flatnonzero(np.isin(index.arms, ("pilot", "old")))
    places = [coding.values.index(answer) for answer in order_of(coding)]
    counts = counted.cells.of(item.id, len(coding.values))[at][:, places]
    pilot = index.arms[at] == "pilot"
    return Spread(counts.astype(float), pilot, index.clusters[at], index.strata[at])


def models_of(spread: Spread, pilot: Counts, old: Counts) -> Models:
    """Return what the models say of an ordered answer, whatever was answered.

    Plain and alike are widened by how much settings differ, as every range of the comparison is;
    the third model has the settings in it.
    """
    effect = max(effect_of(pilot), effect_of(old))
    counts = [spread.counts[side].sum(axis=0) for side in (spread.pilot, ~spread.pilot)]
    checked = brant_test(*told_apart(*counts), effect)
    p_value = checked and checked.p_value
    if p_value is not None and p_value < FAILS:
        fails = Odds("assumption_fails")
        return Models(fails, fails, fails, p_value)
    plain = _odds(spread.counts, spread.pilot[:, None], effect)
    return Models(plain, _alike(spread, pilot, old, effect), _settings(spread), p_value)


def _alike(spread: Spread, pilot: Counts, old: Counts, effect: float) -> Odds:
    """Return the odds within the groups that like is compared with like in."""
    groups = [stratum.name for stratum in strata_of(pilot, old)]
    if not groups:
        return Odds("too_few")
    kept = groups[0].count("|") + 1
    names = np.array(["|".join(name.split("|")[:kept]) for name in spread.strata.tolist()])
    there = np.isin(names, groups)
    terms = [names[there] == group for group in groups[1:]]
    return _odds(spread.counts[there], np.column_stack([spread.pilot[there], *terms]), effect)


def _settings(spread: Spread) -> Odds:
    """Return the odds between families of one setting, where enough settings are known."""
    there = (spread.settings >= 0) & (spread.counts.sum(axis=1) > 0)
    settings, pilot = spread.settings[there], spread.pilot[there]
    each = [len(np.unique(settings[side])) for side in (pilot, ~pilot)]
    if len(np.unique(settings)) < LEAST_SETTINGS or min(each) < LEAST_SETTINGS_EACH:
        return Odds("too_few")
    return _odds(spread.counts[there], pilot[:, None], 1.0, settings)


def _odds(
    counts: Numbers,
    terms: NDArray[np.bool_],
    effect: float,
    settings: NDArray[np.int64] | None = None,
) -> Odds:
    """Return the first term of a model, or why there is none."""
    sides = np.stack([counts[side].sum(axis=0) for side in (terms[:, 0], ~terms[:, 0])])
    smaller = int(sides.sum(axis=1).min())
    if smaller < LEAST_FAMILIES:
        return Odds("too_few")
    if (sides > 0).sum(axis=1).min() < 2:
        return Odds("all_same", smaller=smaller)
    given = counts[:, sides.sum(axis=0) > 0]
    labels = () if settings is None else (settings,)
    table, keys = _summed(given, np.column_stack([*labels, terms]))
    if settings is None:
        return _read(fit_odds(table, keys), effect, smaller, Z95)
    # As many degrees of freedom as settings less two processes: few settings say less.
    reach = float(stdtrit(len(np.unique(settings)) - 2, 0.975))
    return _read(fit_settings(table, keys[:, 1:], keys[:, 0]), effect, smaller, reach)


def _summed(counts: Numbers, keys: NDArray[np.integer]) -> tuple[Numbers, NDArray[np.integer]]:
    """Return the counts of rows with the same key together, and the keys."""
    names, of = np.unique(keys, axis=0, return_inverse=True)
    table = np.zeros((len(names), counts.shape[1]))
    np.add.at(table, of, counts)
    return table, names


def _read(fit: Fit, effect: float, smaller: int, reach: float) -> Odds:
    estimate = float(fit.terms[0])
    error = sqrt(max(0.0, float(fit.covariance[0, 0])) * effect)
    if error > WIDEST or abs(estimate) > FARTHEST:
        return Odds("separated", smaller=smaller)
    if not fit.converged:
        return Odds("did_not_converge", smaller=smaller)
    low, high = exp(estimate - reach * error), exp(estimate + reach * error)
    return Odds("fitted", (exp(estimate), low, high), smaller)
