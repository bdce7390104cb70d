"""Made-up answers about a time limit with known dates: how often the bounds hold the truth."""

import json
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from analysis.definitions.loading import load_survey
from analysis.definitions.survey import Survey
from analysis.evidence.counting.tally import Case, tally
from analysis.evidence.timeliness import limit_bounds
from tests.surveys.folders import REAL

LIMIT_DAYS, CLOCK, MEETING = 28, "T4", "R2"


@dataclass(frozen=True)
class Limits:
    """Averages over made-up surveys about a time limit, 0-1."""

    truth: float  # in time, of those whose limit has passed
    counted: float  # what is shown
    naive: float  # in time, of all who have had it or are late
    width: float  # of the bounds
    held: float  # surveys whose bounds hold the truth


def simulate_limits(families: int, runs: int, seed: int) -> Limits:
    """Return how a time limit is told where families give the month alone and reply at any time.

    Half of all letters come within the four weeks of the limit, the others up to half a year later.
    """
    random, survey = np.random.default_rng(seed), load_survey(REAL)
    rows = [_one_survey(families, survey, random) for _ in range(runs)]
    truth, counted, naive, low, high = np.array(rows).T
    return Limits(
        truth.mean(),
        counted.mean(),
        naive.mean(),
        (high - low).mean(),
        ((low <= truth + 1e-9) & (truth <= high + 1e-9)).mean(),
    )


def _one_survey(
    families: int, survey: Survey, random: np.random.Generator
) -> tuple[float, float, float, float, float]:
    first = date(2026, 1, 1)
    met = random.integers(0, 150, families)
    replied = met + random.integers(7, 61, families)
    quick = random.random(families) < 0.5
    waited = np.where(
        quick, random.integers(5, LIMIT_DAYS + 1, families), random.integers(29, 180, families)
    )
    here = met + waited <= replied
    due = replied > met + LIMIT_DAYS
    cases = [
        _case(first + timedelta(int(m)), first + timedelta(int(r)), int(w), bool(h))
        for m, r, w, h in zip(met, replied, waited, here, strict=True)
    ]
    counts = tally(cases, survey).items[CLOCK, "pilot"]
    bounds = limit_bounds(counts.right, counts.base, *counts.open) or (0.0, 1.0)
    in_time = waited <= LIMIT_DAYS
    told = here | due
    return (
        float(in_time[due].mean()),
        counts.right / counts.base,
        float((in_time & here)[told].mean()),
        *bounds,
    )


def _case(met: date, replied: date, waited: int, here: bool) -> Case:
    """A family as it answers: the month of the meeting, and a band or that it has not come yet."""
    bands = ((28, "within_4_weeks"), (56, "4_to_8"), (84, "8_to_12"))
    band = next((name for most, name in bands if waited <= most), "over_12")
    answers = {MEETING: f"{met:%Y-%m}", CLOCK: band if here else "not_yet"}
    return Case(json.dumps(answers), "pilot", None, "apr", None, replied.isoformat(), "link")
