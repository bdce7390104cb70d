"""rebuild: count every answer and write each audience's snapshot."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from analysis.definitions.codebook import Codebook, load_codebook
from analysis.definitions.council import Council, load_council
from analysis.definitions.loading import load_survey
from analysis.definitions.survey import Survey, codable_items
from analysis.disclosure import GROUPED_BELOW, STEPPED, open_bases
from analysis.evidence.counting.counts import Counts, Tally
from analysis.evidence.counting.tally import Case, tally
from analysis.evidence.comparing.findings import find_measures, find_stages
from analysis.evidence.counting.themes import ThemeCounts, count_themes
from analysis.jobs.placing import place_anew
from analysis.release import Evidence, release
from analysis.report import Audience, Report, Stamp
from analysis.reporting.snapshot_file import dump_report
from analysis.reporting.wording import word_report
from analysis.steps import Steps, step_tally, step_themes
from analysis.store.database import Database, writing
from analysis.store.desk.cases import read_cases
from analysis.store.desk.codings import count_writers, read_uses
from analysis.store.desk.door import Desk, open_desk
from analysis.store.layout import DataFolder
from analysis.store.snapshots import Step, released, write_snapshot
from analysis.store.snapshots import release as keep_steps
from analysis.version import VERSION

REPORT = "report.json"
PROGRAM = "phrases"  # the coder whose codings count where no person coded


@dataclass(frozen=True)
class Definitions:
    """The survey folder's parts that a snapshot is made of."""

    survey: Survey
    council: Council
    codebook: Codebook


def load_definitions(folder: DataFolder) -> Definitions:
    """Return what the folder's survey folder says."""
    return Definitions(
        load_survey(folder.survey), load_council(folder.survey), load_codebook(folder.survey)
    )


def rebuild(
    folder: DataFolder, now: datetime, say: Callable[[str], None] = lambda _: None
) -> dict[Audience, Report]:
    """Write a snapshot for each audience and return the reports.

    `now` is the moment that the pages will name; `say` hears of progress.
    """
    definitions = load_definitions(folder)
    desk = open_desk(folder)
    place_anew(desk, definitions.survey, definitions.council, now.date())
    say("counting answers")
    counted = tally(_cases(desk.db, definitions.survey), definitions.survey)
    themes = _count_themes(desk.db, definitions)
    say("working out what can be said")
    return {
        audience: _publish(desk, definitions, counted, themes, audience, now)
        for audience in Audience
    }


def _cases(db: Database, survey: Survey) -> Iterator[Case]:
    for case in read_cases(db, survey.id):
        yield Case(
            case.answers,
            case.process,
            case.because,
            case.review_type,
            case.cluster,
            case.day,
            case.channel,
        )


def _count_themes(db: Database, definitions: Definitions) -> ThemeCounts:
    codes = definitions.codebook.by_id()
    items = codable_items(definitions.survey)
    uses = (
        (use.response_id, use.code, use.polarity)
        for use in read_uses(db, PROGRAM)
        if use.code in codes and use.item in items
    )
    return count_themes(uses, count_writers(db, PROGRAM, items), GROUPED_BELOW)


def _publish(
    desk: Desk,
    definitions: Definitions,
    counted: Tally,
    themes: ThemeCounts,
    audience: Audience,
    now: datetime,
) -> Report:
    """Take the audience's steps, work out what it may see, and write it down."""
    steps = Steps(_seen(desk.db, audience))
    if audience in STEPPED:
        counted, themes = step_tally(counted, steps), step_themes(themes, steps)
    stamp = _stamp(desk.folder, definitions, counted, themes, audience, now)
    openings = open_bases(_bases(counted))
    evidence = Evidence(
        counted,
        themes,
        find_measures(counted, definitions.survey, openings, int(stamp.seed, 16)),
        find_stages(counted, definitions.survey, openings, int(stamp.seed, 16)),
    )
    released_ = release(evidence, definitions.survey, definitions.codebook, audience, stamp)
    report = word_report(released_, definitions.survey)
    write_snapshot(desk.folder, stamp.snapshot, audience.value, {REPORT: dump_report(report)})
    with writing(desk.db):
        keep_steps(desk.db, audience.value, _moved(steps, now))
    return report


def _bases(counted: Tally) -> dict[tuple[str, str], int]:
    """Return every base that may be asked about; a stage's is that of its comparison."""
    groups: Iterable[Mapping[tuple[str, str], Counts]] = (
        counted.items,
        counted.stages,
        counted.compared,
    )
    return {key: counts.base for group in groups for key, counts in group.items()}


def _seen(db: Database, audience: Audience) -> dict[str, dict[str, Any]]:
    if audience not in STEPPED:
        return {}
    return {
        figure: {"base": step.base, "shown": json.loads(step.payload)}
        for figure, step in released(db, audience.value).items()
    }


def _moved(steps: Steps, now: datetime) -> Iterable[Step]:
    day = now.date().isoformat()
    for figure, step in steps.moved.items():
        yield Step(figure, step["base"], json.dumps(step["shown"]), day)


def _stamp(
    folder: DataFolder,
    definitions: Definitions,
    counted: Tally,
    themes: ThemeCounts,
    audience: Audience,
    now: datetime,
) -> Stamp:
    """Name the snapshot by all that it is made from, so that the same comes out the same."""
    survey, council, codebook = definitions.survey, definitions.council, definitions.codebook
    made_from = [
        VERSION,
        audience.value,
        survey.hash,
        council.hash,
        codebook.hash,
        _plain(counted),
        themes.to_json(),
    ]
    snapshot = _digest(json.dumps(made_from, sort_keys=True))
    return Stamp(
        snapshot=snapshot,
        audience=audience.value,
        version=VERSION,
        survey=survey.hash,
        council=council.hash,
        codebook=codebook.hash,
        made_at=now.isoformat(timespec="minutes"),
        as_of=counted.as_of,
        seed=_digest(snapshot)[:8],
        made_up=folder.made_up,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(counted: Tally) -> dict[str, Any]:
    groups = {"items": counted.items, "stages": counted.stages, "compared": counted.compared}
    plain: dict[str, Any] = {
        name: {"/".join(key): counts.to_json() for key, counts in sorted(group.items())}
        for name, group in groups.items()
    }
    journey = {
        arm: [found.eligible, dict(found.bands), dict(found.first)]
        for arm, found in counted.journey.items()
    }
    return plain | {
        "families": dict(counted.families),
        "settings": dict(counted.settings),
        "journey": journey,
        "unclear": dict(counted.unclear_reasons),
        "no_review": dict(counted.no_review),
    }
