"""Made-up pilots whose truth is known, to see how often the words are right.

Settings differ (intra-class correlation), families come in settings, five headlines are asked.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.stats import beta, norm

from analysis.definitions.loading import load_survey
from analysis.definitions.survey import Survey
from analysis.evidence.comparing.findings import Finding, Terms, find_measures, measured_items
from analysis.evidence.counting.counts import Counts, Journey, Tally
from analysis.report import Tier
from tests.surveys.folders import REAL

LIKELY = {"W1e", "W6", "W7"}  # an early sign, "probably more likely", "more likely"
SAID = {"W5", "W6", "W7"}
NOBODY, NONE = Counts({}, {}), Journey(0, {}, {})
DEALT_ANEW = 50  # runs: settings are dealt out from another seed, as from another snapshot


@dataclass(frozen=True)
class Pilot:
    """How a pilot is made up; shares and gaps are 0-1, in the first of five questions."""

    pilot_settings: int
    old_settings: int
    pilot_replies: int
    old_replies: int
    correlation: float = 0.15
    unknown: float = 0.0  # families whose setting is not known
    share: float = 0.55
    gap: float = 0.0
    shared: bool = False  # every pilot setting has old reviews too, from before its start


@dataclass
class Outcome:
    """How many runs said what."""

    runs: int = 0
    rules: Counter = field(default_factory=Counter)
    likely: int = 0  # runs in which any of the five was said to be more or less likely
    first_said: int = 0
    first_likely: int = 0

    def share(self, number: int) -> float:
        return number / self.runs


def simulate(pilot: Pilot, runs: int, seed: int) -> Outcome:
    """Return what was said of so many made-up pilots."""
    random, survey, outcome = np.random.default_rng(seed), load_survey(REAL), Outcome()
    for run in range(runs):
        headlines = find_headlines(pilot, survey, random, seed + run // DEALT_ANEW)
        rules = [finding.verdict.rule for finding in headlines]
        outcome.runs += 1
        outcome.rules.update(rules)
        outcome.likely += any(rule in LIKELY for rule in rules)
        outcome.first_said += rules[0] in SAID
        outcome.first_likely += rules[0] in LIKELY
    return outcome


def find_headlines(
    pilot: Pilot, survey: Survey, random: np.random.Generator, seed: int
) -> list[Finding]:
    """Return what was found of one made-up pilot; `seed` deals out its settings."""
    names = [aim.headline for aim in survey.aims]
    counts = dict(zip(names, made_up_counts(pilot, len(names), random), strict=True))
    items = {
        (item.id, arm): counts[item.id][at] if item.id in counts and at < 2 else NOBODY
        for item in measured_items(survey)
        for at, arm in enumerate(("pilot", "old", "unclear"))
    }
    openings = {key: Tier.FULL if c.base >= 10 else Tier.CLOSED for key, c in items.items()}
    counted = Tally({}, {}, items, {}, {}, {"pilot": NONE}, {}, {}, {}, {})
    return [f for f in find_measures(counted, survey, Terms(openings, seed)) if f.headline]


def made_up_counts(
    pilot: Pilot, questions: int, random: np.random.Generator
) -> list[tuple[Counts, Counts]]:
    """Return the counts of each question in both processes.

    A setting's share is drawn from a beta distribution; half of what pulls it is the same in all
    questions.
    """
    total = pilot.pilot_settings + pilot.old_settings
    pulls = random.normal(0, 1, (total, 1)) + random.normal(0, 1, (total, questions))
    ranks = norm.cdf(pulls / np.sqrt(2))
    places = [np.arange(pilot.pilot_settings), np.arange(pilot.pilot_settings, total)]
    if pilot.shared:
        places[1] = np.arange(total)
    sides = []
    for arm, replies in enumerate((pilot.pilot_replies, pilot.old_replies)):
        cluster = random.choice(places[arm], replies)
        known = random.random(replies) >= pilot.unknown
        side = []
        for question in range(questions):
            share = pilot.share + (pilot.gap if question == 0 and arm == 0 else 0)
            shares = _beta(ranks[:, question], share, pilot.correlation)
            side.append(_counts(cluster, known, random.random(replies) < shares[cluster]))
        sides.append(side)
    return list(zip(*sides, strict=True))


def _beta(ranks: np.ndarray, mean: float, correlation: float) -> np.ndarray:
    """Return shares of that mean among which families of one share are so far alike."""
    size = (1 - correlation) / correlation
    return beta.ppf(ranks, mean * size, (1 - mean) * size)


def _counts(cluster: np.ndarray, known: np.ndarray, good: np.ndarray) -> Counts:
    cells = []
    for setting in np.unique(cluster[known]):
        here = known & (cluster == setting)
        cells.append((int(setting), int(here.sum()), int(good[here].sum())))
    right = int(good.sum())
    found = Counts({"right": right, "problem": len(good) - right}, {}, cells=tuple(cells))
    return replace(found, apart=(int((~known).sum()), int(good[~known].sum())))
