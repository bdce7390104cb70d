"""What the gate is given: counts at their steps, and what was found in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis.definitions.criteria import Criteria
from analysis.definitions.population import Population
from analysis.definitions.survey import Process
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.theme_shares import ThemeFinding
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.themes import ThemeCounts


@dataclass(frozen=True)
class Surroundings:
    """What is known beside the answers: nobody's answer is in it.

    `starts` says how many settings began in which month; `eligible` how many families each
    process has; `changes` after how many replies what was agreed was changed, None for all there
    are now; `says` the words for what no survey names: a blank, a rest, a whole.
    """

    starts: Mapping[str, int] = field(default_factory=dict)
    eligible: Mapping[Process, int] = field(default_factory=dict)
    population: Population | None = None
    changes: Sequence[int | None] = ()
    says: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Evidence:
    """Counts and findings; `filter` is the group of families in words, empty for all."""

    tally: Tally
    themes: ThemeCounts
    measures: Sequence[Finding]
    stages: Sequence[Finding]
    compared_themes: Sequence[ThemeFinding] = ()
    criteria: Criteria | None = None
    filter: str = ""
    around: Surroundings = field(default_factory=Surroundings)
    quotes: Mapping[str, Sequence[str]] = field(default_factory=dict)  # approved ones' ids, by code
    change: Finding | None = None  # within a family
