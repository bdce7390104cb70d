"""One audience's snapshot: its steps, what may be looked at, what is said, and its files."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from analysis.definitions.loading import Definitions
from analysis.disclosure import open_bases
from analysis.evidence.comparing.findings import (
    Finding,
    Terms,
    find_change,
    find_measures,
    find_stages,
)
from analysis.evidence.comparing.theme_shares import find_themes
from analysis.evidence.counting.counts import Counts, Tally
from analysis.evidence.counting.themes import NO_THEMES
from analysis.jobs.rebuilding.views import (
    Views,
    close_views,
    name_by,
    take_steps,
)
from analysis.releasing.evidence import Evidence, Surroundings
from analysis.releasing.report import release
from analysis.report import Audience, Report, Stamp
from analysis.reporting.snapshot_file import dump_report
from analysis.reporting.wording import word_report
from analysis.reporting.wording_behind import sentences
from analysis.store.desk.door import Desk
from analysis.store.snapshots import write_snapshot
from analysis.version import VERSION

REPORT = "report.json"
MOST_KEPT = 64
Found = tuple[list[Finding], list[Finding], Finding | None]
_KEPT: OrderedDict[str, Found] = OrderedDict()
Key = tuple[str, str]


def publish(
    desk: Desk, definitions: Definitions, views: Views, audience: Audience, now: datetime
) -> Report:
    """Write the audience's files and return its report."""
    if audience is Audience.PUBLIC:
        views = replace(views, cuts={})
    views = close_views(take_steps(desk.db, views, audience, now))
    parts = {key: Views(tally, NO_THEMES, {}) for key, tally in views.cuts.items()}
    stamp = _stamp(desk, definitions, views, parts.values(), audience, now)
    report = _report(definitions, views, stamp)
    files = {REPORT: dump_report(report)}
    for (cut, group), part in parts.items():
        said = definitions.survey.cuts[cut].groups[group].says
        files[cut_file(cut, group)] = dump_report(_report(definitions, part, stamp, said))
    write_snapshot(desk.folder, stamp.snapshot, audience.value, files)
    return report


def cut_file(cut: str, group: str) -> str:
    """Return the name of the file that holds one group of a cut."""
    return f"cut-{cut}-{group}.json"


def _report(definitions: Definitions, views: Views, stamp: Stamp, filter_: str = "") -> Report:
    """Work out what is open, let through what may be seen, and put it into sentences."""
    survey, seed, margin = definitions.survey, int(stamp.seed, 16), definitions.margin
    key = name_by([views.measures, definitions.hashes(), seed, not filter_])
    if key not in _KEPT:
        _keep(key, _find(definitions, views.whole, seed, not filter_))
    measures, stages, change = _KEPT[key]
    evidence = Evidence(
        views.whole,
        views.themes,
        measures,
        stages,
        find_themes(views.arms, seed, margin),
        definitions.criteria,
        filter_,
        Surroundings(
            definitions.starts,
            definitions.council.eligible,
            definitions.population,
            views.changes,
            sentences()["answers"],
        ),
        views.quotes,
        change,
    )
    passed = release(evidence, survey, definitions.codebook, Audience(stamp.audience), stamp)
    return word_report(passed, survey)


def _keep(key: str, found: Found) -> None:
    """Keep findings for the next audience that sees the same counts, by all they rest on."""
    _KEPT[key] = found
    while len(_KEPT) > MOST_KEPT:
        _KEPT.popitem(last=False)


def _find(definitions: Definitions, tally: Tally, seed: int, whole: bool) -> Found:
    """Return the findings of a tally."""
    survey, openings = definitions.survey, open_bases(_bases(tally))
    terms = Terms(openings, seed, definitions.margin, whole, definitions.council.eligible)
    measures, stages = find_measures(tally, survey, terms), find_stages(tally, survey, terms)
    return measures, stages, find_change(tally, survey, terms)


def _bases(tally: Tally) -> dict[Key, int]:
    """Return every base that may be asked about; a stage's is that of its comparison."""
    groups: Iterable[Mapping[Key, Counts]] = (
        tally.items,
        tally.stages,
        tally.compared,
        tally.change,
    )
    return {key: counts.base for group in groups for key, counts in group.items()}


def _stamp(
    desk: Desk,
    definitions: Definitions,
    views: Views,
    parts: Iterable[Views],
    audience: Audience,
    now: datetime,
) -> Stamp:
    """Name the snapshot by all that it is made from, so that the same comes out the same.

    The seed is named by what is tested alone: whoever sees the same counts reads the same words.
    """
    made_by = [VERSION, definitions.hashes()]
    arms = {"/".join(key): arm for key, arm in views.arms.items()}
    counts = [one.counts for one in (views, *parts)]
    return Stamp(
        snapshot=name_by(
            [audience, made_by, counts, views.changes, views.themes, arms, views.quotes]
        ),
        audience=audience.value,
        version=VERSION,
        survey=definitions.survey.hash,
        council=definitions.council.hash,
        codebook=definitions.codebook.hash,
        made_at=now.isoformat(timespec="minutes"),
        as_of=views.whole.as_of,
        seed=name_by([made_by, views.measures])[:8],
        made_up=desk.folder.made_up,
    )
