"""Which sentence may be said of a comparison: the id of the first wording rule that matches."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

ENOUGH_TO_SHOW = 10
ENOUGH_FOR_PERCENTAGES = 30
TOO_FEW_SETTINGS = 3  # with fewer in a process, what is seen is about those settings
FEW_SETTINGS = 5  # with fewer, no more than an early sign is said
WIDE = 0.15  # a range this far each side of its middle leaves the question open
CHANCE = 0.05
USUAL_MARGIN = 0.10  # where nobody agreed another
HALF = 0.5
CLAIMS = ("W1e", "W3", "W5", "W6", "W7")  # beside which one large setting is told of

Range = tuple[float, float, float]  # estimate, low, high; pilot minus old, + = better


@dataclass(frozen=True, slots=True)
class Arm:
    """What a rule needs to know of one process."""

    base: int
    counted: int
    settings: int  # known settings among the families of the base
    apart: int  # families of the base whose setting is not known
    largest: int = 0  # families of its largest known setting


@dataclass(frozen=True, slots=True)
class View:
    """What was found of one comparison; None: not worked out, or too few to test."""

    difference: Range | None
    narrow: tuple[float, float] | None = None  # the 90 % interval, for "about the same"
    p_value: float | None = None
    adjusted: float | None = None  # for the family of questions it belongs to
    like_for_like: Range | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule; its direction, if any; rules said beside it; where settings are few."""

    rule: str | None
    direction: str | None = None
    also: tuple[str, ...] = ()
    settings_few: str | None = None
    some_unplaced: bool = False
    margin: float | None = None  # under W3, how far apart still counts as about the same, 0-1
    waited: str | None = None  # under WT1, who: "pilot", "old" or "both"


def choose_rule(pilot: Arm, old: Arm, view: View, margin: float | None = None) -> Verdict:
    """Return the verdict on one comparison.

    Parameters
    ----------
    margin
        How far apart, 0-1, still counts as about the same; None where nobody agreed one.
    """
    verdict = _first_match(pilot, old, view, margin)
    one_large = any(2 * arm.largest > arm.base - arm.apart for arm in (pilot, old))
    return replace(verdict, also=("WL",)) if one_large and verdict.rule in CLAIMS else verdict


def add_time_rules(
    verdict: Verdict, shares: Mapping[str, Range | None], arms: Mapping[str, Arm], early: bool
) -> Verdict:
    """Return the verdict on a time limit with what is said beside it.

    Parameters
    ----------
    shares, arms
        Of each process: the share in time with its range, and what a rule needs to know. WT1,
        "more than half were still waiting", is said where the whole range lies below one half.
    early
        Whether the limit has not passed for certain for some families (WT2).
    """
    late = [name for name, share in shares.items() if share and _late(share, arms[name])]
    waited = "both" if len(late) > 1 else late[0] if late else None
    rules = (*(("WT1",) if late else ()), *(("WT2",) if early else ()))
    return replace(verdict, also=(*verdict.also, *rules), waited=waited)


def _late(share: Range, arm: Arm) -> bool:
    many = arm.base >= ENOUGH_FOR_PERCENTAGES and arm.settings >= TOO_FEW_SETTINGS
    return many and share[2] < HALF


def _first_match(pilot: Arm, old: Arm, view: View, margin: float | None) -> Verdict:
    if view.difference is None or min(pilot.base, old.base) < ENOUGH_TO_SHOW:
        return Verdict("W0")
    few = _few_settings(pilot, old)
    capped = _capped(pilot, old)
    apart = _told_apart(view) and not capped
    early = apart and _stands(view) and min(pilot.settings, old.settings) >= TOO_FEW_SETTINGS
    if few and not early:
        unplaced = (pilot if few == "pilot" else old).apart > 0
        return Verdict("W1s", settings_few=few, some_unplaced=unplaced)
    if _changes_with_the_mix(view, apart):
        return Verdict("W9")
    if few or min(pilot.base, old.base) < ENOUGH_FOR_PERCENTAGES:
        return Verdict("W1e", direction_of(view.difference)) if early else Verdict("W1")
    if pilot.counted + old.counted in (0, pilot.base + old.base):
        return Verdict("W3s")
    if margin is not None and not capped and view.narrow and max(map(abs, view.narrow)) < margin:
        return Verdict("W3", margin=margin)
    return _by_range(view, view.difference, apart, margin or USUAL_MARGIN)


def _by_range(view: View, difference: Range, apart: bool, margin: float) -> Verdict:
    """Return what the range says where there are replies enough."""
    _, low, high = difference
    if not apart:
        return Verdict("W2" if excludes_zero(difference) or (high - low) / 2 > WIDE else "W4")
    if not _stands(view):
        return Verdict("W5", direction_of(difference))
    near = min(abs(low), abs(high))
    return Verdict("W7" if near >= margin else "W6", direction_of(difference))


def direction_of(difference: Range) -> str:
    """Return "more" where the pilot does better, "less" where it does worse."""
    return "more" if difference[0] > 0 else "less"


def excludes_zero(difference: Range) -> bool:
    """Say whether a range lies wholly on one side of nothing."""
    return difference[1] > 0 or difference[2] < 0


def _told_apart(view: View) -> bool:
    """Say whether both the range and the test across settings tell the processes apart."""
    tested = view.p_value is not None and view.p_value <= CHANCE
    return tested and view.difference is not None and excludes_zero(view.difference)


def _stands(view: View) -> bool:
    """Say whether it stands when the other questions of its family are thought of."""
    return view.adjusted is not None and view.adjusted <= CHANCE


def _capped(pilot: Arm, old: Arm) -> bool:
    """Say whether fewer than half of a process's families have a known setting."""
    return any(2 * (arm.base - arm.apart) < arm.base for arm in (pilot, old))


def _changes_with_the_mix(view: View, apart: bool) -> bool:
    """Say whether similar families tell another story; a range alone is not yet a story."""
    if view.like_for_like is None or view.difference is None:
        return False
    similar = _side(view.like_for_like)
    return similar != _side(view.difference) and (apart or similar != 0)


def _side(difference: Range) -> int:
    return 0 if not excludes_zero(difference) else 1 if difference[0] > 0 else -1


def _few_settings(pilot: Arm, old: Arm) -> str | None:
    """Return the process whose known settings are few, if at least half its families have one."""
    for name, arm in (("pilot", pilot), ("old", old)):
        known = arm.base - arm.apart
        if 0 < arm.settings < FEW_SETTINGS and 2 * known >= arm.base:
            return name
    return None
