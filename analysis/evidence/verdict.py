"""Which sentence may be said of a comparison: the id of the first wording rule that matches."""

from dataclasses import dataclass

ENOUGH_TO_SHOW = 10
ENOUGH_FOR_PERCENTAGES = 30
FEW_SETTINGS = 5  # with fewer in a process, what is seen may be about those settings
WIDE = 0.15  # a range this far each side of its middle leaves the question open


@dataclass(frozen=True, slots=True)
class Arm:
    """What a rule needs to know of one process."""

    base: int
    counted: int
    settings: int  # known settings among the families of the base
    apart: int  # families of the base whose setting is not known


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule; its direction, if any; rules said beside it; where settings are few."""

    rule: str | None
    direction: str | None = None
    also: tuple[str, ...] = ()
    settings_few: str | None = None
    some_unplaced: bool = False


def choose_rule(pilot: Arm, old: Arm, difference: tuple[float, float, float] | None) -> Verdict:
    """Return the verdict on one comparison.

    No rule that says "more" or "less likely" is among these: such words rest on a test across
    whole settings.

    Parameters
    ----------
    difference
        Pilot minus old as (estimate, low, high), + = better; None where a base is closed.
    """
    if difference is None or min(pilot.base, old.base) < ENOUGH_TO_SHOW:
        return Verdict("W0")
    few = _few_settings(pilot, old)
    if few:
        unplaced = (pilot if few == "pilot" else old).apart > 0
        return Verdict("W1s", settings_few=few, some_unplaced=unplaced)
    if min(pilot.base, old.base) < ENOUGH_FOR_PERCENTAGES:
        return Verdict("W1")
    if pilot.counted + old.counted in (0, pilot.base + old.base):
        return Verdict("W3s")
    _, low, high = difference
    excludes_zero = low > 0 or high < 0
    return Verdict("W2" if excludes_zero or (high - low) / 2 > WIDE else "W4")


def _few_settings(pilot: Arm, old: Arm) -> str | None:
    """Return the process whose known settings are few, if at least half its families have one."""
    for name, arm in (("pilot", pilot), ("old", old)):
        known = arm.base - arm.apart
        if 0 < arm.settings < FEW_SETTINGS and 2 * known >= arm.base:
            return name
    return None
