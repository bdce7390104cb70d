"""What may be seen: the only types that leave the disclosure gate.

A report holds no bare number: every count, share and difference is a Figure, shown or hidden.
"""

from dataclasses import dataclass
from enum import Enum


class Why(Enum):
    """The reason a figure is hidden."""

    UNDER_10 = "under_10"
    UNDER_30 = "under_30"
    NEIGHBOUR = "neighbour"
    UNCHECKED = "unchecked"  # a computer's coding that nobody has looked at
    NOT_COMPARED = "not_compared"  # asked of another kind of family in each process


class Tier(Enum):
    """How much of a base may be looked at."""

    CLOSED = "closed"  # nothing, and it leaves every ranking and every total
    COUNTS = "counts"  # counts, no percentages
    FULL = "full"


class Audience(Enum):
    """Who a report is for; each has its own steps, thresholds and folder."""

    FORUM = "forum"
    COUNCIL = "council"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that passed; built by the gate and the snapshot loader only."""

    value: float
    base: int
    range: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """A figure that did not pass. It holds no number."""

    why: Why


Figure = Shown | Hidden


@dataclass(frozen=True, slots=True)
class Answer:
    """How many gave one answer; `key` is the option, "not_due", "skipped" and the like."""

    key: str
    says: str
    families: Figure


@dataclass(frozen=True, slots=True)
class Side:
    """One process in a comparison: how many of how many, the share with its range, the rest."""

    families: Figure  # value = those counted, base = those who gave an answer that counts
    share: Figure  # 0-1, with its 95 % range
    settings: Figure  # how many settings the families come from, where known
    answers: tuple[Answer, ...] = ()
    as_of: str = ""  # the day up to which replies are in this figure


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure in both processes; the difference is pilot minus old, + = better."""

    measure: str
    kind: str  # "item", "stage" or "code"
    says: str
    counted: str
    aim: str | None
    headline: bool
    pilot: Side
    old: Side
    difference: Figure
    rule: str
    direction: str | None = None
    also: tuple[str, ...] = ()
    ruling: str | None = None
    replies_needed: Figure | None = None
    settings_few: str | None = None  # which process comes from few settings, under rule W1s
    some_unplaced: bool = False  # and not every family's setting there is known
    unplaced: Figure = Hidden(Why.UNDER_10)  # families that belong to neither process for sure
    margin: Figure | None = None  # how far apart still counts as about the same, where agreed
    like_for_like: Figure = Hidden(Why.NOT_COMPARED)  # the difference within similar families
    sentence: str = ""  # put in by reporting.wording


@dataclass(frozen=True, slots=True)
class AimCard:
    """One aim: its headline comparison first, then its other measures in their own order."""

    id: str
    name: str
    headline: Comparison
    measures: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of the journey; counts and shares are of families who met a problem."""

    id: str
    name: str
    pilot: Side
    old: Side
    comparison: Comparison
    pilot_outcomes: tuple[Answer, ...] = ()
    old_outcomes: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One code: how many families wrote of it, over all families, and in which tone."""

    code: str
    label: str
    theme: str
    families: Figure
    negative: Figure
    positive: Figure
    suggestion: Figure
    compared: Comparison | None = None  # by process, where people read enough of the words
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class SignRow:
    """One stop sign, and whether it "shows", "does_not_show" or is "cannot_tell"."""

    id: str
    says: str
    measure: str
    state: str


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
