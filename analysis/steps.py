"""What councils and the public see moves in steps, figure by figure.

A figure stays where it was last released until its base has gained ten replies, and what is left
of the total it is seen beside has gained ten too, so that one family's answer is never the
difference between two views. The steps are taken before anything is worked out, so that ranges
and sentences belong to the counts that are shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from analysis.differencing import crossed_figure, crossed_of, mix_figure, mix_of, who_figure
from analysis.disclosure import SHOW, hidden_groups
from analysis.evidence.comparing.series import merge_months
from analysis.evidence.comparing.theme_shares import ThemeArm
from analysis.evidence.counting.counts import Cell, Counts, Crossed, Journey, Tally
from analysis.evidence.counting.scores import Agreement, ScoreCounts
from analysis.evidence.counting.themes import NO_THEMES, ThemeCounts
from analysis.stepping import Steps

Key = tuple[str, str]
NOTHING = Counts(outcomes={}, answers={})


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
        shown = steps.take(f"families/{arm}", number, now, left, _pair)
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


def _pair(shown: Sequence[int]) -> Cell:
    first, second = shown
    return int(first), int(second)


def _step_counts(
    kind: str, counts: Mapping[Key, Counts], whole: Mapping[Key, Counts] | None, steps: Steps
) -> dict[Key, Counts]:
    return {
        key: _step_one(f"{kind}/{'/'.join(key)}", now, steps, whole[key] if whole else None)
        for key, now in counts.items()
    }


def _step_one(figure: str, now: Counts, steps: Steps, whole: Counts | None = None) -> Counts:
    left = None if whole is None else whole.told - now.told
    shown = steps.take(figure, now.told, now.to_json(), left, Counts.from_json)
    return shown or replace(NOTHING, of=now.of)


def _step_journey(arm: str, now: Journey, whole: Journey | None, steps: Steps) -> Journey:
    plain = {"eligible": now.eligible, "bands": dict(now.bands), "first": dict(now.first)}
    left = None if whole is None else whole.eligible - now.eligible
    shown = steps.take(f"journey/{arm}", now.eligible, plain, left, lambda kept: Journey(**kept))
    return shown or Journey(0, {}, {})


def _step_score(key: Key, now: ScoreCounts, steps: Steps) -> ScoreCounts:
    name, base = f"score/{'/'.join(key)}", now.total[0]
    return steps.take(name, base, now.to_json(), read=ScoreCounts.from_json) or ScoreCounts()


def _step_agreement(aim: str, now: Agreement, steps: Steps) -> Agreement:
    name, base = f"agreement/{aim}", now.families
    return steps.take(name, base, now.to_json(), read=Agreement.from_json) or Agreement(0, ())


def _step_points(key: Key, tally: Tally, steps: Steps) -> dict[str, Cell]:
    """Return a row of points, each at its own step; periods shown before are not cut anew."""
    name = f"point/{'/'.join(key)}"
    kept = steps.kept(name, list) or []
    months = tally.months[key]
    base = sum(n for n, _ in months.values())
    points = {}
    for period, (number, well) in merge_months(months, kept).items():
        shown = steps.take(f"{name}/{period}", number, [number, well], base - number, _pair)
        if shown:
            points[period] = shown
    steps.moved[f"{steps.group}/{name}"] = {"base": SHOW, "shown": sorted(points), "left": None}
    return points


def _step_cells(figure: str, cells: Mapping[str, int], steps: Steps) -> Mapping[str, int]:
    """Return a table about who families are at its step; it moves as a whole."""
    seen = _known(figure, steps)
    hidden = hidden_groups(cells, steps.least, seen)
    after = {key: seen.get(key, 0) if key in hidden else n for key, n in cells.items()}
    now = {"cells": dict(cells), "seen": seen, "after": after}
    return steps.take(figure, sum(cells.values()), now, read=_table) or {}


def _table(shown: Mapping[str, Any]) -> Mapping[str, int]:
    cells: Mapping[str, int] = shown["cells"]
    return cells if {"seen", "after"} <= shown.keys() else {}


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
    return steps.take(figure, base, now, read=_table) or {}


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
        table = _crossed_now(key, current, figure, steps)
        shown = steps.take(figure, now.families, table, read=_crossed)
    else:
        shown = steps.kept(figure, _crossed)
    cells, hidden = shown or ({}, ())
    return replace(now, cells=cells, hidden=hidden)


def _crossed(shown: Mapping[str, Any]) -> tuple[Mapping[str, Any], tuple[Key, ...]]:
    return shown["cells"], tuple((row, column) for row, column in shown["hidden"])


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
    return steps.kept(figure, lambda shown: shown["after"]) or {}


def _seen_before(figure: str, steps: Steps) -> Mapping[str, int]:
    """Return what was known when the table that is shown now was released."""
    moved = steps.moved.get(f"{steps.group}/{figure}")
    return moved["shown"]["seen"] if moved else steps.kept(figure, lambda s: s["seen"]) or {}


def step_themes(themes: ThemeCounts, steps: Steps) -> ThemeCounts:
    """Return the theme counts at their last step: all themes move at once, each question alone."""
    now = themes.to_json()
    found = steps.take("themes", themes.wrote, now, read=ThemeCounts.from_json) or NO_THEMES
    written = {item: _step_cells(f"written/{item}", c, steps) for item, c in themes.written.items()}
    seen = {item: _seen_before(f"written/{item}", steps) for item in written}
    return replace(found, written=written, seen=seen)


def step_arms(arms: Mapping[Key, ThemeArm], steps: Steps) -> dict[Key, ThemeArm]:
    """Return each theme of each process at its last step, by the families people read."""
    found = {}
    for (code, arm), now in arms.items():
        name, base = f"theme/{code}/{arm}", now.counts.base
        shown = steps.take(name, base, now.to_json(), read=ThemeArm.from_json)
        found[code, arm] = shown or ThemeArm(NOTHING, 0, None)
    return found
