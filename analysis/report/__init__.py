"""What may be seen: the only types that leave the disclosure gate.

A report holds no bare number: every count, share and difference is a Figure, shown or hidden.

figures      a figure, shown or hidden, and why
comparisons  measures, aims, stages, themes and stop signs in both processes
background   months in a row, who replied, and how far the answers bear
annex        what the models behind the comparison say
"""

from dataclasses import dataclass

from analysis.report.annex import AnnexRow, Models, Odds
from analysis.report.background import (
    NO_HEALTH,
    Balance,
    CrossCells,
    Crossing,
    CrossRow,
    Effect,
    Health,
    Known,
    Mark,
    Missing,
    Mix,
    MixRow,
    Point,
    Reach,
    Score,
    Trend,
    TrendSide,
    WhoRow,
    WhoTable,
    Written,
)
from analysis.report.comparisons import (
    AimCard,
    Comparison,
    Quoted,
    Side,
    SignRow,
    StageRow,
    ThemeRow,
)
from analysis.report.figures import (
    NOT_COMPARED,
    NOT_KNOWN,
    TOO_FEW,
    Answer,
    Audience,
    Figure,
    Hidden,
    Shown,
    Tier,
    Why,
)

__all__ = [
    "NOT_COMPARED",
    "NOT_KNOWN",
    "NO_HEALTH",
    "TOO_FEW",
    "AimCard",
    "AnnexRow",
    "Answer",
    "Audience",
    "Balance",
    "Comparison",
    "CrossCells",
    "CrossRow",
    "Crossing",
    "Effect",
    "Figure",
    "Health",
    "Hidden",
    "Known",
    "Mark",
    "Missing",
    "Mix",
    "MixRow",
    "Models",
    "Odds",
    "Point",
    "Quoted",
    "Reach",
    "Report",
    "Score",
    "Shown",
    "Side",
    "SignRow",
    "StageRow",
    "Stamp",
    "ThemeRow",
    "Tier",
    "Trend",
    "TrendSide",
    "WhoRow",
    "WhoTable",
    "Why",
    "Written",
]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every page and file carries."""

    snapshot: str
    audience: str
    version: str  # of the program
    survey: str
    council: str
    codebook: str
    made_at: str
    as_of: str
    seed: str
    made_up: bool


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one audience may see of one state of the answers."""

    stamp: Stamp
    families: Figure  # all that are shown below, by process
    by_process: tuple[tuple[str, Figure], ...]
    settings: Figure
    unclear: Figure
    unclear_reasons: tuple[Answer, ...]
    no_review: tuple[Answer, ...]
    aims: tuple[AimCard, ...]
    stages: tuple[StageRow, ...]
    through: tuple[Comparison, ...]
    no_problem: tuple[tuple[str, Figure], ...]
    themes: tuple[ThemeRow, ...]
    other_themes: Figure
    wrote: Figure
    caution: str = ""
    others: tuple[Comparison, ...] = ()  # measures of no aim
    filter: str = ""  # the families it is of, in words; empty for all
    stop_signs: tuple[SignRow, ...] = ()
    agreed: str = ""  # who agreed the criteria, and when
    journey_sentence: str = ""
    themes_sentence: str = ""
    changes: tuple[Figure, ...] = ()  # after how many replies what was agreed was changed
    agreed_changed: str = ""  # the same in words, put in by reporting
    trends: tuple[Trend, ...] = ()
    who_replied: tuple[WhoTable, ...] = ()
    mixes: tuple[Mix, ...] = ()
    crossings: tuple[Crossing, ...] = ()
    change: Comparison | None = None  # within a family
    health: Health = NO_HEALTH
