"""Counts: what all inference rests on, one for a measure in a process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.definitions.survey import NOT_ASKED, SKIPPED, Outcome
from analysis.evidence.counting.scores import Agreement, ScoreCounts

Cell = tuple[int, int]  # families who gave an answer that counts; those counted
UNTOLD = (NOT_ASKED, SKIPPED)
JUDGED: tuple[Outcome, ...] = ("right", "neutral", "problem")
SettingCell = tuple[int, int, int]  # the setting's opaque number, then its cell


@dataclass(frozen=True, slots=True)
class Counts:
    """How the families of one process answered one measure.

    `of` is the outcome that is counted: "right" of an item, "problem" of a stage. `cells` are the
    settings known; `strata` the groups within which like is compared with like; `apart` are the
    families whose setting is not known. `answers` counts every value, with "not_due" and
    "no_month" for a clock's own ends.
    """

    outcomes: Mapping[Outcome, int]
    answers: Mapping[str, int] = field(default_factory=dict)
    of: Outcome = "right"
    cells: tuple[SettingCell, ...] = ()
    apart: Cell = (0, 0)
    strata: Mapping[str, Cell] = field(default_factory=dict)
    seen_problem: int = 0  # of those unknown: one marker told of a problem (stages only)
    as_of: str = ""
    open: Cell = (0, 0)  # the limit may have passed: it went well, it did not (clocks only)
    withheld: bool = False  # closed by the gate: shown, it would give other families away
    base: int = field(init=False)  # who gave an answer that counts; kept, being asked for so often

    def __post_init__(self) -> None:
        base = sum(self.outcomes.get(outcome, 0) for outcome in JUDGED)
        object.__setattr__(self, "base", base)

    @property
    def right(self) -> int:
        """Families for whom it went well."""
        return self.outcomes.get("right", 0)

    @property
    def problem(self) -> int:
        """Families who met a problem."""
        return self.outcomes.get("problem", 0)

    @property
    def counted(self) -> int:
        """Families whose outcome is the one that is counted."""
        return self.outcomes.get(self.of, 0)

    @property
    def told(self) -> int:
        """Families by whose number a figure moves: the base, or all who told a fact."""
        return self.base or sum(n for value, n in self.answers.items() if value not in UNTOLD)

    @property
    def unknown(self) -> int:
        """Families who do not know, left it blank, or cannot be dated."""
        return self.outcomes.get("unknown", 0)

    @property
    def na(self) -> int:
        """Families to whom it does not apply, who were not asked, or whose limit is not past."""
        return self.outcomes.get("na", 0)

    def bounds(self) -> tuple[float, float] | None:
        """Return the problem share if unknown families had none, and if all had one."""
        all_ = self.base + self.unknown
        if not all_:
            return None
        return (self.problem + self.seen_problem) / all_, (self.problem + self.unknown) / all_

    def to_json(self) -> dict[str, object]:
        """Return a plain form that `from_json` takes back."""
        return {name: getattr(self, name) for name in self.__slots__ if name != "base"}

    @classmethod
    def from_json(cls, plain: Mapping[str, object]) -> Counts:
        """Return the counts that `to_json` wrote."""
        values: dict[str, Any] = dict(plain)
        values["cells"] = tuple(tuple(cell) for cell in values["cells"])
        values["apart"], values["open"] = tuple(values["apart"]), tuple(values.get("open", (0, 0)))
        values["strata"] = {key: tuple(cell) for key, cell in values["strata"].items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Journey:
    """How far problems reach, over the families of one process whose journey is known enough."""

    eligible: int
    bands: Mapping[str, int]  # "0", "1-2", "3-4", "5-8" stages with a problem
    first: Mapping[str, int]  # the earliest stage with a problem, "no problem", "not known"


Table = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Crossed:
    """Families of one process by kind of review and column of one question of a table.

    Families who answered one of the columns `outside` of the question `parent` were not asked,
    and stand in the column `rest`. It moves when one of the items `beside` does. `hidden` are the
    cells, as row and column, that were hidden when it last moved; None for one without steps.
    """

    cells: Table
    parent: str = ""
    outside: tuple[str, ...] = ()
    rest: str = ""
    beside: tuple[str, ...] = ()
    hidden: tuple[tuple[str, str], ...] | None = None

    @property
    def families(self) -> int:
        """Families who stand in it."""
        return sum(sum(line.values()) for line in self.cells.values())


@dataclass(frozen=True, slots=True)
class Tally:
    """Every count of one state of the answers; most by measure or group, then process.

    items, stages    one Counts a measure and process ("pilot", "old", "unclear")
    compared         stages that are compared on other markers than they are shown by
    who, mixes       families by group of a cut; the same month by month
    months           an aim's headline by the month of the meeting
    everyone         all families by setting and by the groups within which like meets like
    scores           the score of an aim; `agreement`: how far its questions hang together
    crossed          families by kind of review and answer: by table, item and process
    change           how families see a review beside their own before
    seen             of tables about who families are: the least shown of each cell before
    """

    families: Mapping[str, int]
    settings: Mapping[str, int]
    items: Mapping[tuple[str, str], Counts]
    stages: Mapping[tuple[str, str], Counts]
    compared: Mapping[tuple[str, str], Counts]
    journey: Mapping[str, Journey]
    unclear_reasons: Mapping[str, int]
    review_types: Mapping[str, int]
    no_review: Mapping[str, int]
    channels: Mapping[str, int]
    who: Mapping[tuple[str, str], Mapping[str, int]] = field(default_factory=dict)
    mixes: Mapping[tuple[str, str], Table] = field(default_factory=dict)
    months: Mapping[tuple[str, str], Mapping[str, Cell]] = field(default_factory=dict)
    everyone: Mapping[str, Counts] = field(default_factory=dict)
    scores: Mapping[tuple[str, str], ScoreCounts] = field(default_factory=dict)
    agreement: Mapping[str, Agreement] = field(default_factory=dict)
    crossed: Mapping[tuple[str, str, str], Crossed] = field(default_factory=dict)
    change: Mapping[tuple[str, str], Counts] = field(default_factory=dict)
    seen: Table = field(default_factory=dict)
    as_of: str = ""
