"""What councils and the public see moves in steps, figure by figure.

A figure stays where it was last released until its base has gained ten replies, so that one
family's answer is never the difference between two views. The steps are taken before anything is
worked out, so that ranges and sentences belong to the counts that are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from analysis.disclosure import may_step
from analysis.evidence.comparing.theme_shares import ThemeArm
from analysis.evidence.counting.counts import Counts, Journey, Tally
from analysis.evidence.counting.themes import NO_THEMES, ThemeCounts

Seen = Mapping[str, Mapping[str, Any]]  # figure -> its base and what it last showed


@dataclass
class Steps:
    """What was last released, and what moves on now."""

    seen: Seen
    moved: dict[str, dict[str, Any]] = field(default_factory=dict)
    group: str = "all"

    def of(self, group: str) -> "Steps":
        """Return the steps of one group of families; what moves is kept here too."""
        return Steps(self.seen, self.moved, group)

    def take(self, figure: str, base: int, now: Any) -> Any | None:
        """Return what may be shown of the figure: as it is now, as it was last seen, or None."""
        figure = f"{self.group}/{figure}"
        before = self.seen.get(figure)
        if may_step(before["base"] if before else None, base):
            self.moved[figure] = {"base": base, "shown": now}
            return now
        return before["shown"] if before else None


def step_tally(tally: Tally, steps: Steps, of: str = "all") -> Tally:
    """Return the tally with every figure at its last step; `of` names whose figures they are."""
    steps = steps.of(of)
    return replace(
        tally,
        families={
            arm: steps.take(f"families/{arm}", number, number) or 0
            for arm, number in tally.families.items()
        },
        settings={
            arm: steps.take(f"settings/{arm}", tally.families.get(arm, 0), number) or 0
            for arm, number in tally.settings.items()
        },
        items=_step_counts("item", tally.items, steps),
        stages=_step_counts("stage", tally.stages, steps),
        compared=_step_counts("compared", tally.compared, steps),
        journey={arm: _step_journey(arm, found, steps) for arm, found in tally.journey.items()},
        unclear_reasons=_step_table("unclear", tally.unclear_reasons, steps),
        no_review=_step_table("no_review", tally.no_review, steps),
        as_of=steps.take("as_of", sum(tally.families.values()), tally.as_of) or "",
    )


def _step_counts(
    group: str, counts: Mapping[tuple[str, str], Counts], steps: Steps
) -> dict[tuple[str, str], Counts]:
    found = {}
    for (measure, arm), now in counts.items():
        shown = steps.take(f"{group}/{measure}/{arm}", now.base, now.to_json())
        found[measure, arm] = Counts.from_json(shown) if shown else replace(NOTHING, of=now.of)
    return found


NOTHING = Counts(outcomes={}, answers={})


def _step_journey(arm: str, now: Journey, steps: Steps) -> Journey:
    plain = {"eligible": now.eligible, "bands": dict(now.bands), "first": dict(now.first)}
    shown = steps.take(f"journey/{arm}", now.eligible, plain)
    return Journey(**shown) if shown else Journey(0, {}, {})


def _step_table(name: str, cells: Mapping[str, int], steps: Steps) -> Mapping[str, int]:
    return steps.take(name, sum(cells.values()), dict(cells)) or {}


def step_themes(themes: ThemeCounts, steps: Steps) -> ThemeCounts:
    """Return the theme counts at their last step; the table moves as a whole."""
    shown = steps.take("themes", themes.wrote, themes.to_json())
    return ThemeCounts.from_json(shown) if shown else NO_THEMES


def step_arms(
    arms: Mapping[tuple[str, str], ThemeArm], steps: Steps
) -> dict[tuple[str, str], ThemeArm]:
    """Return each theme of each process at its last step, by the families people read."""
    found = {}
    for (code, arm), now in arms.items():
        shown = steps.take(f"theme/{code}/{arm}", now.counts.base, now.to_json())
        found[code, arm] = ThemeArm.from_json(shown) if shown else ThemeArm(NOTHING, 0, None)
    return found
