"""One audience's snapshot: its steps, what may be looked at, what is said, and its files."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from analysis.definitions.codebook import Codebook
from analysis.definitions.council import Council
from analysis.definitions.criteria import Criteria
from analysis.definitions.population import Population
from analysis.definitions.survey import Survey
from analysis.differencing import close_groups
from analysis.disclosure import STEPPED, least_of, open_bases
from analysis.evidence.comparing.findings import Terms, find_measures, find_stages
from analysis.evidence.comparing.theme_shares import ThemeArm, find_themes
from analysis.evidence.counting.counts import Counts, Tally
from analysis.evidence.counting.selection import Counted, select
from analysis.evidence.counting.themes import NO_THEMES, ThemeCounts
from analysis.releasing.evidence import Evidence, Surroundings
from analysis.releasing.report import release
from analysis.report import Audience, Report, Stamp, Tier
from analysis.reporting.snapshot_file import dump_report
from analysis.reporting.wording import word_report
from analysis.steps import Steps, step_arms, step_group, step_tally, step_themes
from analysis.store.database import Database, writing
from analysis.store.desk.door import Desk
from analysis.store.snapshots import Step, released, write_snapshot
from analysis.store.snapshots import release as keep_steps
from analysis.version import VERSION

REPORT = "report.json"
Key = tuple[str, str]


@dataclass(frozen=True)
class Definitions:
    """The survey folder's parts that a snapshot is made of."""

    survey: Survey
    council: Council
    codebook: Codebook
    criteria: Criteria | None
    population: Population | None = None

    @property
    def margin(self) -> float | None:
        """How far apart counts as about the same, where it was agreed."""
        return self.criteria.margin if self.criteria else None

    @property
    def starts(self) -> dict[str, int]:
        """In which months how many settings began with the pilot."""
        months = [setting.pilot_from for setting in self.council.settings.values()]
        return dict(sorted(Counter(month for month in months if month).items()))

    def hashes(self) -> list[str]:
        """Return what names the definitions, each by its file's content."""
        beside = (self.criteria, self.population)
        parts = [self.survey.hash, self.council.hash, self.codebook.hash]
        return [*parts, *(part.hash for part in beside if part)]


@dataclass(frozen=True)
class Views:
    """What an audience is shown: all families, and each group of each declared cut."""

    whole: Tally
    themes: ThemeCounts
    arms: Mapping[Key, ThemeArm]  # (code, process)
    cuts: Mapping[Key, Tally] = field(default_factory=dict)  # (cut, group)
    changes: Sequence[int] = ()  # after how many replies what was agreed was changed


def publish(
    desk: Desk, definitions: Definitions, views: Views, audience: Audience, now: datetime
) -> Report:
    """Write the audience's files and return its report."""
    if audience is Audience.PUBLIC:
        views = replace(views, cuts={})
    views = _close(_take_steps(desk.db, views, audience, now))
    stamp = _stamp(desk, definitions, views, audience, now)
    report = _report(definitions, views, open_bases(_bases(views.whole)), stamp)
    files = {REPORT: dump_report(report)}
    for (cut, group), tally in views.cuts.items():
        said = definitions.survey.cuts[cut].groups[group].says
        alone = Views(tally, NO_THEMES, {})
        part = _report(definitions, alone, open_bases(_bases(tally)), stamp, said)
        files[cut_file(cut, group)] = dump_report(part)
    write_snapshot(desk.folder, stamp.snapshot, audience.value, files)
    return report


def cut_file(cut: str, group: str) -> str:
    """Return the name of the file that holds one group of a cut."""
    return f"cut-{cut}-{group}.json"


def views_of(
    counted: Counted,
    themes: ThemeCounts,
    arms: Mapping[Key, ThemeArm],
    survey: Survey,
    changes: Sequence[int] = (),
) -> Views:
    """Return all families, and every group of every declared cut beside them."""
    cuts = {
        (cut, group): select(counted, cut, group)
        for cut, groups in survey.cuts.items()
        for group in groups.groups
    }
    return Views(select(counted), themes, arms, cuts, changes)


def _close(views: Views) -> Views:
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


def _take_steps(db: Database, views: Views, audience: Audience, now: datetime) -> Views:
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


def _report(
    definitions: Definitions,
    views: Views,
    openings: Mapping[Key, Tier],
    stamp: Stamp,
    filter_: str = "",
) -> Report:
    """Work out what is open, let through what may be seen, and put it into sentences."""
    survey, seed, margin = definitions.survey, int(stamp.seed, 16), definitions.margin
    tally, terms = views.whole, Terms(openings, seed, margin, whole=not filter_)
    evidence = Evidence(
        tally,
        views.themes,
        find_measures(tally, survey, terms),
        find_stages(tally, survey, terms),
        find_themes(views.arms, seed, margin),
        definitions.criteria,
        filter_,
        Surroundings(
            definitions.starts,
            definitions.council.eligible,
            definitions.population,
            views.changes,
        ),
    )
    passed = release(evidence, survey, definitions.codebook, Audience(stamp.audience), stamp)
    return word_report(passed, survey)


def _bases(tally: Tally) -> dict[Key, int]:
    """Return every base that may be asked about; a stage's is that of its comparison."""
    groups: Iterable[Mapping[Key, Counts]] = (tally.items, tally.stages, tally.compared)
    return {key: counts.base for group in groups for key, counts in group.items()}


def _stamp(
    desk: Desk, definitions: Definitions, views: Views, audience: Audience, now: datetime
) -> Stamp:
    """Name the snapshot by all that it is made from, so that the same comes out the same."""
    cuts = {"/".join(key): tally_sums(tally) for key, tally in views.cuts.items()}
    made_from = [VERSION, audience.value, definitions.hashes(), tally_sums(views.whole), cuts]
    made_from.append([str(number) for number in views.changes])
    arms = {"/".join(key): arm.to_json() for key, arm in sorted(views.arms.items())}
    snapshot = _digest(json.dumps([*made_from, views.themes.to_json(), arms], sort_keys=True))
    return Stamp(
        snapshot=snapshot,
        audience=audience.value,
        version=VERSION,
        survey=definitions.survey.hash,
        council=definitions.council.hash,
        codebook=definitions.codebook.hash,
        made_at=now.isoformat(timespec="minutes"),
        as_of=views.whole.as_of,
        seed=_digest(snapshot)[:8],
        made_up=desk.folder.made_up,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


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
