"""What stands behind the comparisons: months in a row, who replied, how far the answers bear."""

from dataclasses import dataclass

from analysis.report.figures import Answer, Figure


@dataclass(frozen=True, slots=True)
class Point:
    """One month of meetings, or several told together: "2026-01" or "2026-01/2026-03"."""

    period: str
    families: Figure  # value = those counted, base = those who gave an answer that counts
    usual: Figure  # the middle, with the range that luck alone gives; from 13 points on


@dataclass(frozen=True, slots=True)
class TrendSide:
    """One process month by month; a rule says that something changed, never why."""

    process: str
    points: tuple[Point, ...]
    middle: Figure  # the median share
    rule: str  # "WF0": too short, "WF1": something has changed, "WF2": nothing has shown
    signal: str = ""  # "run", "crossings" or "limits"
    since: str = ""  # the period in which a run began, or that lies outside
    number: Figure | None = None  # points of the run, or crossings
    usual: Figure | None = None  # the fewest crossings that luck allows
    sentence: str = ""  # put in by reporting


@dataclass(frozen=True, slots=True)
class Mark:
    """A month in which so many settings began with the pilot: decided, so nobody's answer."""

    month: str
    settings: Figure


@dataclass(frozen=True, slots=True)
class Trend:
    """The headline of an aim by the month of the meeting."""

    aim: str
    measure: str
    says: str
    counted: str
    sides: tuple[TrendSide, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class WhoRow:
    """One group of families: how many replied, beside its share of all there are."""

    group: str
    says: str
    pilot: Figure  # value = families of the group, base = all of the process
    old: Figure
    population: tuple[Figure, ...]  # a share an area, in the order of the table's areas
    heard: str = ""  # "fewer" than their share of the first area that is known, or "cannot_tell"


@dataclass(frozen=True, slots=True)
class WhoTable:
    """Who replied, by the groups of one declared cut."""

    cut: str
    says: str
    rows: tuple[WhoRow, ...]
    areas: tuple[str, ...] = ()
    sentence: str = ""  # put in by reporting


@dataclass(frozen=True, slots=True)
class CrossCells:
    """Families of one kind of review in one process: how many gave each of some answers."""

    process: str
    group: str  # "" for some kinds told together, "*" for all
    says: str
    answers: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One question of a declared table, by process and kind of review."""

    measure: str
    says: str
    kinds: tuple[CrossCells, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """A declared table: some questions by kind of review."""

    id: str
    says: str
    questions: tuple[CrossRow, ...]


@dataclass(frozen=True, slots=True)
class MixRow:
    """One group of families, period by period."""

    group: str
    says: str
    families: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Mix:
    """Which families replied in which period: a change of these looks like a change of answers."""

    cut: str
    says: str
    process: str
    periods: tuple[str, ...]
    rows: tuple[MixRow, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One process: in how many settings its families are, and how many of one setting."""

    process: str
    families: Figure
    settings: Figure
    known: Figure  # families whose setting is known
    largest: Figure  # the share of these that the largest setting has
    over_half: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """How many who were asked gave no answer that counts."""

    measure: str
    says: str
    pilot: Figure
    old: Figure


@dataclass(frozen=True, slots=True)
class Effect:
    """How much settings that differ widen the ranges of an aim's headline."""

    aim: str
    name: str
    pilot: Figure  # 1: as if there were no settings
    old: Figure
    without_one: Figure | None = None  # the difference with any setting left out, if one is large


@dataclass(frozen=True, slots=True)
class Balance:
    """One group of families: its share of each process, and of both when like meets like."""

    cut: str
    says: str
    pilot: Figure
    old: Figure
    weighted: Figure


@dataclass(frozen=True, slots=True)
class Reach:
    """How many more replies would most likely show a gap of so many in every hundred."""

    aim: str
    gap: Figure
    pilot: Figure  # replies still needed; 0: enough
    old: Figure
    pilot_state: str  # "enough", "needed", or "beyond" all who could reply
    old_state: str
    from_settings: bool = False  # more settings, not more replies from the same


@dataclass(frozen=True, slots=True)
class Score:
    """The questions of one aim as one score from 0 to 100, if they hang together."""

    aim: str
    name: str
    state: str  # "shown", "too_few", "apart" or "backwards"
    pilot: Figure
    old: Figure
    difference: Figure
    reliability: Figure  # alpha with its range; of two questions Spearman and Brown's
    omega: Figure | None = None  # of three questions or more


@dataclass(frozen=True, slots=True)
class Written:
    """One question that is answered in words: who wrote, and how many wrote "nothing" or the like.

    The kinds are `answered`, `nothing_wrong`, `nothing_good` and `nothing_said`.
    """

    item: str
    says: str
    wrote: Figure
    kinds: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """How far the answers bear what is said of them."""

    known: tuple[Known, ...] = ()
    missing: tuple[Missing, ...] = ()
    effects: tuple[Effect, ...] = ()
    balance: tuple[Balance, ...] = ()
    in_effect: tuple[Figure, Figure] | None = None  # families, when like is compared with like
    reach: tuple[Reach, ...] = ()
    scores: tuple[Score, ...] = ()
    written: tuple[Written, ...] = ()


NO_HEALTH = Health()
