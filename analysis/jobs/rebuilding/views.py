"""All families and each declared group of them: counted, at their steps, closed where need be."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from analysis.definitions.survey import Survey
from analysis.differencing import close_groups
from analysis.disclosure import STEPPED, least_of
from analysis.evidence.comparing.theme_shares import ThemeArm
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.selection import Counted, select
from analysis.evidence.counting.themes import ThemeCounts
from analysis.report import Audience
from analysis.steps import Steps, step_arms, step_group, step_tally, step_themes
from analysis.store.database import Database, writing
from analysis.store.snapshots import Step, released
from analysis.store.snapshots import release as keep_steps

Key = tuple[str, str]


@dataclass(frozen=True)
class Views:
    """What an audience is shown: all families, and each group of each declared cut."""

    whole: Tally
    themes: ThemeCounts
    arms: Mapping[Key, ThemeArm]  # (code, process)
    cuts: Mapping[Key, Tally] = field(default_factory=dict)  # (cut, group)
    changes: Sequence[int | None] = ()  # after how many replies what was agreed was changed


def views_of(
    counted: Counted,
    themes: ThemeCounts,
    arms: Mapping[Key, ThemeArm],
    survey: Survey,
    changes: Sequence[int | None] = (),
) -> Views:
    """Return all families, and every group of every declared cut beside them."""
    cuts = {
        (cut, group): select(counted, cut, group)
        for cut, groups in survey.cuts.items()
        for group in groups.groups
    }
    return Views(select(counted), themes, arms, cuts, changes)


def close_views(views: Views) -> Views:
    """Return the views with what must stay closed of each group taken out of it."""
    by_cut: dict[str, dict[str, Tally]] = {}
    for (cut, group), tally in views.cuts.items():
        by_cut.setdefault(cut, {})[group] = tally
    closed = {
        (cut, group): tally
        for cut, groups in by_cut.items()
        for group, tally in close_groups(views.whole, groups, cut).items()
    }
    return replace(views, cuts=closed)


def take_steps(db: Database, views: Views, audience: Audience, now: datetime) -> Views:
    """Return the views at their last steps, and keep in one transaction which moved on."""
    if audience not in STEPPED:
        return views
    with writing(db):
        steps = Steps(
            {
                figure: {"base": step.base, **json.loads(step.payload)}
                for figure, step in released(db, audience.value).items()
            },
            least=least_of(audience),
        )
        stepped = Views(
            step_tally(views.whole, steps),
            step_themes(views.themes, steps),
            step_arms(views.arms, steps),
            {
                key: step_group(tally, views.whole, steps, "/".join(key))
                for key, tally in views.cuts.items()
            },
            views.changes,
        )
        keep_steps(db, audience.value, _moved(steps, now))
    return stepped


def _moved(steps: Steps, now: datetime) -> Iterator[Step]:
    day = now.date().isoformat()
    for figure, step in steps.moved.items():
        shown = {"shown": step["shown"], "left": step["left"]}
        yield Step(figure, step["base"], json.dumps(shown), day)


def tally_sums(tally: Tally) -> dict[str, Any]:
    """Return a tally in a plain form that is the same for the same counts."""
    groups = {"items": tally.items, "stages": tally.stages, "compared": tally.compared}
    plain: dict[str, Any] = {
        name: {"/".join(key): counts.to_json() for key, counts in sorted(group.items())}
        for name, group in groups.items()
    }
    journey = {
        arm: [found.eligible, dict(found.bands), dict(found.first)]
        for arm, found in tally.journey.items()
    }
    return plain | {
        "families": dict(tally.families),
        "settings": dict(tally.settings),
        "journey": journey,
        "unclear": dict(tally.unclear_reasons),
        "no_review": dict(tally.no_review),
        "who": {"/".join(key): dict(cells) for key, cells in sorted(tally.who.items())},
        "months": {"/".join(key): dict(found) for key, found in sorted(tally.months.items())},
        "mixes": {"/".join(key): found for key, found in sorted(tally.mixes.items())},
        "scores": {"/".join(key): s.to_json() for key, s in sorted(tally.scores.items())},
        "agreement": {aim: found.to_json() for aim, found in sorted(tally.agreement.items())},
        "everyone": {arm: found.to_json() for arm, found in sorted(tally.everyone.items())},
        "seen": {figure: dict(cells) for figure, cells in sorted(tally.seen.items())},
    }
