"""What councils and the public see moves in steps, figure by figure.

A figure stays where it was last released until its base has gained ten replies, and what is left
of the total it is seen beside has gained ten too, so that one family's answer is never the
difference between two views. The steps are taken before anything is worked out, so that ranges
and sentences belong to the counts that are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from analysis.differencing import crossed_figure, crossed_of, mix_figure, mix_of, who_figure
from analysis.disclosure import SHOW, SMALL, hidden_groups, may_step
from analysis.evidence.comparing.series import merge_months
from analysis.evidence.comparing.theme_shares import ThemeArm
from analysis.evidence.counting.counts import Cell, Counts, Crossed, Journey, Tally
from analysis.evidence.counting.scores import Agreement, ScoreCounts
from analysis.evidence.counting.themes import NO_THEMES, ThemeCounts

Seen = Mapping[str, Mapping[str, Any]]  # figure -> its base, what it last showed, what was left
Key = tuple[str, str]
NOTHING = Counts(outcomes={}, answers={})


@dataclass
class Steps:
    """What was last released, and what moves on now; `least` families make a group."""

    seen: Seen
    moved: dict[str, dict[str, Any]] = field(default_factory=dict)
    group: str = "all"
    least: int = SMALL

    def of(self, group: str) -> "Steps":
        """Return the steps of one group of families; what moves is kept here too."""
        return Steps(self.seen, self.moved, group, self.least)

    def before(self, figure: str) -> Mapping[str, Any] | None:
        """Return a figure as it was last released, if it was."""
        return self.seen.get(f"{self.group}/{figure}")

    def moves(self, figure: str) -> bool:
        """Say whether a figure has moved on just now."""
        return f"{self.group}/{figure}" in self.moved

    def take(self, figure: str, base: int, now: Any, left: int | None = None) -> Any | None:
        """Return what may be shown of the figure: as it is now, as it was last seen, or None.

        `left` is how many families of the total it is seen beside are not in it.
        """
        before = self.before(figure)
        may = may_step(before["base"] if before else None, base)
        if before and left is not None and before["left"] is not None:
            may = may and may_step(before["left"], left)
        if may:
            self.moved[f"{self.group}/{figure}"] = {"base": base, "shown": now, "left": left}
            return now
        return before["shown"] if before else None


def step_tally(tally: Tally, steps: Steps) -> Tally:
    """Return the tally of all families with every figure at its last step."""
    stepped = replace(
        _step_measures(tally, steps, None),
        unclear_reasons=_step_cells("unclear", tally.unclear_reasons, steps),
        no_review=_step_cells("no_review", tally.no_review, steps),
        everyone={arm: _step_one(f"everyone/{arm}", c, steps) for arm, c in tally.everyone.items()},
        scores={key: _step_score(key, found, steps) for key, found in tally.scores.items()},
        agreement={aim: _step_agreement(aim, a, steps) for aim, a in tally.agreement.items()},
        months={key: _step_points(key, tally, steps) for key in tally.months},
        as_of=steps.take("as_of", sum(tally.families.values()), tally.as_of) or "",
    )
    who = {key: _step_cells(who_figure(*key), cells, steps) for key, cells in tally.who.items()}
    seen = {name: _seen_before(name, steps) for name in ("unclear", "no_review")}
    seen |= {who_figure(*key): _seen_before(who_figure(*key), steps) for key in who}
    stepped = replace(stepped, who=who, seen=seen, crossed={})
    mixes = {key: _step_mix(key, tally, stepped, steps) for key in tally.mixes}
    seen |= {mix_figure(*key): _seen_before(mix_figure(*key), steps) for key in mixes}
    for key in tally.crossed:  # each after the one that it hangs on
        crossed = _step_crossed(key, tally, stepped, steps)
        stepped = replace(stepped, crossed={**stepped.crossed, key: crossed})
    return replace(stepped, mixes=mixes, seen=seen)


def step_group(tally: Tally, whole: Tally, steps: Steps, of: str) -> Tally:
    """Return the tally of one group; a figure moves only if the rest of all families' does too."""
    return _step_measures(tally, steps.of(of), whole)


def _step_measures(tally: Tally, steps: Steps, whole: Tally | None) -> Tally:
    """Return the tally with families and measures at their steps."""
    families, settings = {}, {}
    for arm, number in tally.families.items():
        left = None if whole is None else whole.families.get(arm, 0) - number
        now = [number, tally.settings.get(arm, 0)]
        shown = steps.take(f"families/{arm}", number, now, left)
        families[arm], settings[arm] = shown or (0, 0)
    return replace(
        tally,
        families=families,
        settings={arm: settings[arm] for arm in tally.settings if arm in settings},
        items=_step_counts("item", tally.items, whole.items if whole else None, steps),
        stages=_step_counts("stage", tally.stages, whole.stages if whole else None, steps),
        compared=_step_counts("compared", tally.compared, whole.compared if whole else None, steps),
        change=_step_counts("change", tally.change, whole.change if whole else None, steps),
        journey={
            arm: _step_journey(arm, found, whole.journey[arm] if whole else None, steps)
            for arm, found in tally.journey.items()
        },
    )


def _step_counts(
    kind: str, counts: Mapping[Key, Counts], whole: Mapping[Key, Counts] | None, steps: Steps
) -> dict[Key, Counts]:
    return {
        key: _step_one(f"{kind}/{'/'.join(key)}", now, steps, whole[key] if whole else None)
        for key, now in counts.items()
    }


def _step_one(figure: str, now: Counts, steps: Steps, whole: Counts | None = None) -> Counts:
    left = None if whole is None else whole.told - now.told
    shown = steps.take(figure, now.told, now.to_json(), left)
    return Counts.from_json(shown) if shown else replace(NOTHING, of=now.of)


def _step_journey(arm: str, now: Journey, whole: Journey | None, steps: Steps) -> Journey:
    plain = {"eligible": now.eligible, "bands": dict(now.bands), "first": dict(now.first)}
    left = None if whole is None else whole.eligible - now.eligible
    shown = steps.take(f"journey/{arm}", now.eligible, plain, left)
    return Journey(**shown) if shown else Journey(0, {}, {})


def _step_score(key: Key, now: ScoreCounts, steps: Steps) -> ScoreCounts:
    shown = steps.take(f"score/{'/'.join(key)}", now.total[0], now.to_json())
    return ScoreCounts.from_json(shown) if shown else ScoreCounts()


def _step_agreement(aim: str, now: Agreement, steps: Steps) -> Agreement:
    shown = steps.take(f"agreement/{aim}", now.families, now.to_json())
    return Agreement.from_json(shown) if shown else Agreement(0, ())


def _step_points(key: Key, tally: Tally, steps: Steps) -> dict[str, Cell]:
    """Return a row of points, each at its own step; periods shown before are not cut anew."""
    name = f"point/{'/'.join(key)}"
    kept = (steps.before(name) or {"shown": []})["shown"]
    months = tally.months[key]
    base = sum(n for n, _ in months.values())
    points = {}
    for period, (number, well) in merge_months(months, kept).items():
        shown = steps.take(f"{name}/{period}", number, [number, well], base - number)
        if shown:
            points[period] = (int(shown[0]), int(shown[1]))
    steps.moved[f"{steps.group}/{name}"] = {"base": SHOW, "shown": sorted(points), "left": None}
    return points


def _step_cells(figure: str, cells: Mapping[str, int], steps: Steps) -> Mapping[str, int]:
    """Return a table about who families are at its step; it moves as a whole."""
    seen = _known(figure, steps)
    hidden = hidden_groups(cells, steps.least, seen)
    after = {key: seen.get(key, 0) if key in hidden else n for key, n in cells.items()}
    now = {"cells": dict(cells), "seen": seen, "after": after}
    shown = steps.take(figure, sum(cells.values()), now)
    return shown["cells"] if shown else {}


def _step_mix(
    key: Key, tally: Tally, stepped: Tally, steps: Steps
) -> Mapping[str, Mapping[str, int]]:
    """Return families by month and group; they move with the number of families they sum to."""
    figure, base = mix_figure(*key), sum(tally.who.get(key, {}).values())
    seen = _known(figure, steps)
    current = replace(stepped, who={key: tally.who[key]}, mixes={key: tally.mixes[key]})
    table, hidden = mix_of(replace(current, seen={**stepped.seen, figure: seen}), *key, steps.least)
    after = {
        f"{row} {column}": seen.get(f"{row} {column}", 0) if (row, column) in hidden else number
        for row, line in table.items()
        for column, number in line.items()
    }
    now = {"cells": tally.mixes[key], "seen": seen, "after": after}
    shown = steps.take(figure, base, now)
    return shown["cells"] if shown else {}


def _step_crossed(key: tuple[str, str, str], tally: Tally, stepped: Tally, steps: Steps) -> Crossed:
    """Return one question by kind of review at its step.

    It moves with the figure of its item alone, which has the same totals, and with the question
    it hangs on: so no two views of one or both differ by few families.
    """
    now, figure = tally.crossed[key], crossed_figure(*key)
    above = crossed_figure(key[0], now.parent, key[2])
    moves = not now.beside or any(steps.moves(f"item/{name}/{key[2]}") for name in now.beside)
    if moves and (not now.parent or steps.moves(above)):
        current = replace(stepped, crossed={**stepped.crossed, key: now})
        shown = steps.take(figure, now.families, _crossed_now(key, current, figure, steps))
    else:
        before = steps.before(figure)
        shown = before and before["shown"]
    if not shown:
        return replace(now, cells={}, hidden=())
    return replace(now, cells=shown["cells"], hidden=tuple((r, c) for r, c in shown["hidden"]))


def _crossed_now(
    key: tuple[str, str, str], current: Tally, figure: str, steps: Steps
) -> dict[str, Any]:
    known = _known(figure, steps)
    rows, hidden = crossed_of(current, key, steps.least, known)
    told = rows if len(rows) > 1 else {}  # of a whole process, totals are known anyway
    after = {
        f"{row} {column}": known.get(f"{row} {column}", 0) if (row, column) in hidden else number
        for row, line in told.items()
        for column, number in line.items()
    }
    return {"cells": rows, "hidden": sorted(hidden), "after": {**known, **after}}


def _known(figure: str, steps: Steps) -> Mapping[str, int]:
    """Return what readers know of a table's cells from what was shown before."""
    before = steps.before(figure)
    return before["shown"]["after"] if before else {}


def _seen_before(figure: str, steps: Steps) -> Mapping[str, int]:
    """Return what was known when the table that is shown now was released."""
    moved = steps.moved.get(f"{steps.group}/{figure}") or steps.before(figure)
    return moved["shown"]["seen"] if moved else {}


def step_themes(themes: ThemeCounts, steps: Steps) -> ThemeCounts:
    """Return the theme counts at their last step: all themes move at once, each question alone."""
    shown = steps.take("themes", themes.wrote, themes.to_json())
    found = ThemeCounts.from_json(shown) if shown else NO_THEMES
    written = {item: _step_cells(f"written/{item}", c, steps) for item, c in themes.written.items()}
    seen = {item: _seen_before(f"written/{item}", steps) for item in written}
    return replace(found, written=written, seen=seen)


def step_arms(arms: Mapping[Key, ThemeArm], steps: Steps) -> dict[Key, ThemeArm]:
    """Return each theme of each process at its last step, by the families people read."""
    found = {}
    for (code, arm), now in arms.items():
        shown = steps.take(f"theme/{code}/{arm}", now.counts.base, now.to_json())
        found[code, arm] = ThemeArm.from_json(shown) if shown else ThemeArm(NOTHING, 0, None)
    return found
