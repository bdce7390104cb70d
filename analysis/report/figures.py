"""A figure: shown with its base, or hidden and no number at all."""

from dataclasses import dataclass
from enum import Enum


class Why(Enum):
    """The reason a figure is hidden."""

    UNDER_10 = "under_10"
    UNDER_30 = "under_30"
    NEIGHBOUR = "neighbour"
    SMALL = "small"  # few families, or beside a cell that is: which of the two is not told
    UNCHECKED = "unchecked"  # a computer's coding that nobody has looked at
    NOT_KNOWN = "not_known"  # nobody has filled it in yet
    NEARLY_ALL = "nearly_all"  # of the public's shares: all, or so many that it is told no closer
    NEARLY_NONE = "nearly_none"
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
NEARLY = (Why.NEARLY_ALL, Why.NEARLY_NONE)
TOO_FEW, NOT_COMPARED = Hidden(Why.UNDER_10), Hidden(Why.NOT_COMPARED)
NOT_KNOWN = Hidden(Why.NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class Answer:
    """How many gave one answer; `key` is the option, "not_due", "skipped" and the like."""

    key: str
    says: str
    families: Figure
