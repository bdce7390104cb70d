"""All families and each declared group of them: counted, at their steps, closed where need be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Any

import orjson

from analysis.definitions.survey import Survey
from analysis.differencing import close_groups
from analysis.disclosure import STEPPED, least_of
from analysis.evidence.comparing.theme_shares import ThemeArm
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.selection import Counted, select
from analysis.evidence.counting.themes import ThemeCounts
from analysis.report import Audience
from analysis.stepping import Steps
from analysis.steps import step_arms, step_group, step_tally, step_themes
from analysis.store.database import Database, writing
from analysis.store.snapshots import Step, released
from analysis.store.snapshots import release as keep_steps

Key = tuple[str, str]
NO_QUOTES: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True)
class Views:
    """What an audience is shown: all families, and each group of each declared cut."""

    whole: Tally
    themes: ThemeCounts
    arms: Mapping[Key, ThemeArm]  # (code, process)
    cuts: Mapping[Key, Tally] = field(default_factory=dict)  # (cut, group)
    changes: Sequence[int | None] = ()  # after how many replies what was agreed was changed
    quotes: Mapping[str, Sequence[str]] = field(default_factory=dict)  # approved, by code

    @cached_property
    def measures(self) -> str:
        """The name of all that is compared: the same for the same counts, and for no others."""
        return name_by(_measures(self.whole))

    @cached_property
    def counts(self) -> str:
        """The name of all that was counted, and of what readers saw of it before."""
        tally = self.whole
        tables: tuple[Mapping[Any, Any], ...] = (
            tally.who,
            tally.months,
            tally.mixes,
            tally.scores,
            tally.crossed,
        )
        plain = (
            tally.families,
            tally.settings,
            tally.journey,
            tally.unclear_reasons,
            tally.no_review,
            tally.agreement,
            tally.everyone,
            tally.seen,
        )
        return name_by([self.measures, *map(_by_name, tables), *plain])


def views_of(
    counted: Counted,
    themes: ThemeCounts,
    arms: Mapping[Key, ThemeArm],
    survey: Survey,
    changes: Sequence[int | None] = (),
    quotes: Mapping[str, Sequence[str]] = NO_QUOTES,
) -> Views:
    """Return all families, and every group of every declared cut beside them."""
    cuts = {
        (cut, group): select(counted, cut, group)
        for cut, groups in survey.cuts.items()
        for group in groups.groups
    }
    return Views(select(counted), themes, arms, cuts, changes, quotes)


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
            {figure: _seen(step) for figure, step in released(db, audience.value).items()},
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
            views.quotes,
        )
        keep_steps(db, audience.value, _moved(steps, now))
    return stepped


def _seen(step: Step) -> dict[str, Any]:
    kept = orjson.loads(step.payload)
    return {**(kept if isinstance(kept, dict) else {}), "base": step.base}


def _moved(steps: Steps, now: datetime) -> Iterator[Step]:
    day = now.date().isoformat()
    for figure, step in steps.moved.items():
        shown = {"shown": step["shown"], "left": step["left"]}
        yield Step(figure, step["base"], orjson.dumps(shown).decode(), day)


def name_by(content: Any) -> str:
    """Return the name of plain values by what they say."""
    said = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    return sha256(said).hexdigest()[:16]


def _measures(tally: Tally) -> list[dict[str, Any]]:
    return [
        _by_name(counts) for counts in (tally.items, tally.stages, tally.compared, tally.change)
    ]


def _by_name(table: Mapping[Any, Any]) -> dict[str, Any]:
    return {"/".join(key): found for key, found in table.items()}
