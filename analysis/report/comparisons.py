"""What is said of the two processes: measures, aims, stages, themes, stop signs."""

from dataclasses import dataclass

from analysis.report.figures import NOT_COMPARED, TOO_FEW, Answer, Figure


@dataclass(frozen=True, slots=True)
class Side:
    """One process in a comparison: how many of how many, the share with its range, the rest."""

    families: Figure  # value = those counted, base = those who gave an answer that counts
    share: Figure  # 0-1, with its 95 % range
    settings: Figure  # how many settings the families come from, where known
    answers: tuple[Answer, ...] = ()
    as_of: str = ""  # the day up to which replies are in this figure
    between: Figure | None = None  # of a time limit: the share, where the month leaves some open
    early: Figure | None = None  # of a time limit: families for whom it may not have passed


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
    from_settings: bool = False  # needed from more settings, not more of the same
    at_best: Figure | None = None  # how wide the range stays if every family replies
    settings_few: str | None = None  # which process comes from few settings, under rule W1s
    some_unplaced: bool = False  # and not every family's setting there is known
    waited: str | None = None  # under rule WT1, who: "pilot", "old" or "both"
    unplaced: Figure = TOO_FEW  # families that belong to neither process for sure
    margin: Figure | None = None  # how far apart still counts as about the same, where agreed
    like_for_like: Figure = NOT_COMPARED  # the difference within similar families
    standing: Figure = NOT_COMPARED  # how often the pilot's of two answers is the better one, 0-1
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
class Quoted:
    """An approved quote. A snapshot holds its id alone; its words are put in when it is shown."""

    id: str
    words: str = ""  # none: it was withdrawn


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
    quotes: tuple[Quoted, ...] = ()
    aims: tuple[str, ...] = ()  # that it bears on


@dataclass(frozen=True, slots=True)
class SignRow:
    """One stop sign, and whether it "shows", "does_not_show", "cannot_tell" or is "not_agreed"."""

    id: str
    says: str
    measure: str
    state: str
