"""research: answers without words of families who agreed, coarse enough that none stands out."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from analysis.definitions.council import load_council
from analysis.definitions.facts import last_day
from analysis.definitions.loading import load_survey
from analysis.definitions.survey import NOT_ASKED, SKIPPED, Survey
from analysis.disclosure import STEP
from analysis.errors import StoreError
from analysis.jobs.rebuilding.placing import place_anew
from analysis.jobs.rebuilding.pooling import Pool, open_pool
from analysis.jobs.whole import write_file
from analysis.reporting.files.research_file import Rows, research_notes, research_sav
from analysis.research import NOT_SHOWN, Family, Release, release_rows
from analysis.store import audit
from analysis.store.acts import Acts, read_acts
from analysis.store.database import writing
from analysis.store.desk.cases import Case, read_cases
from analysis.store.desk.door import Desk, open_desk
from analysis.store.keys import keyed_id
from analysis.store.layout import DataFolder

RELEASED = "research"
YES, NOT_KNOWN, QUARTER = "yes", "not_known", "quarter"
ARMS = ("pilot", "old")


def research(folder: DataFolder, out: Path, now: datetime) -> Release:
    """Write the file and return what was released; it is kept in the chain of acts."""
    survey, council = load_survey(folder.survey), load_council(folder.survey)
    desk = open_desk(folder)
    try:
        pool = open_pool(desk.db, survey, folder.survey)
        place_anew(desk, pool, council, now.date())
        items = released_items(survey)
        families = list(_families(desk, pool, items))
        released = release_rows(families, _seed(desk, families))
        rows = _rows(released, survey, items)
        notes = research_notes(len(rows.rows), released.smallest, survey, folder.made_up)
        with writing(desk.db):
            _keep(desk, rows, now)
            write_file(out, research_sav(rows, survey, notes, now))
        return released
    finally:
        desk.db.conn.close()


def _rows(released: Release, survey: Survey, items: Sequence[str]) -> Rows:
    """Return the rows as they are written, without a question that none of them shows."""
    shown = [
        at for at in range(len(items)) if any(row.answers[at] != NOT_SHOWN for row in released.rows)
    ]
    return Rows(
        (survey.roles.process, *survey.cuts, QUARTER),
        tuple(items[at] for at in shown),
        tuple((row.known, tuple(row.answers[at] for at in shown)) for row in released.rows),
    )


def released_items(survey: Survey) -> tuple[str, ...]:
    """Return the questions whose answers may leave: those of aims, stages and the whole journey.

    A list of what may, not of what may not: a new question stays here until it measures something.
    """
    measured = {name for aim in survey.aims for name in aim.measures}
    for stage in survey.stages:
        measured |= {*stage.details, *(name for marker in stage.markers for name in marker)}
    measured |= set(survey.through.details) if survey.through else set()
    return tuple(
        item.id
        for page in survey.pages
        if not page.after_sending
        for item in page.items
        if item.kind == "one" and item.id in measured
    )


def _families(desk: Desk, pool: Pool, items: Sequence[str]) -> Iterator[Family]:
    survey = pool.survey
    for case in read_cases(desk.db, survey.id):
        if case.process in ARMS:
            told = pool.of(case.definition, json.loads(case.answers))
            yield Family(
                agreed=told.get(survey.roles.research) == YES,
                known=(case.process, *_groups(case, told, survey), _quarter(told, survey)),
                answers=tuple(_answer(told.get(name), survey, name) for name in items),
            )


def _answer(value: Any, survey: Survey, name: str) -> str:
    """Return an answer that the survey has today; one of another version was not asked here."""
    known = {*survey.items()[name].options, SKIPPED}
    return value if isinstance(value, str) and value in known else NOT_ASKED


def _seed(desk: Desk, families: Sequence[Family]) -> int:
    """Return a seed that is the same for the same answers, and that nobody outside can work out."""
    told = json.dumps(sorted((one.known, one.answers, one.agreed) for one in families))
    return keyed_id(desk.setting_key, RELEASED, told.encode())


def _groups(case: Case, told: Mapping[str, Any], survey: Survey) -> Iterator[str]:
    """Yield a family's group of every declared cut."""
    values = {**told, survey.roles.review_type: case.review_type}
    for cut in survey.cuts.values():
        value = values.get(cut.of)
        yield next((name for name, of in cut.groups.items() if value in of.values), NOT_KNOWN)


def _quarter(told: Mapping[str, Any], survey: Survey) -> str:
    """Return the quarter of the meeting: "2026 Q1"."""
    month = str(told.get(survey.roles.meeting, ""))
    if last_day(month) is None:
        return NOT_KNOWN
    return f"{month[:4]} Q{(int(month[5:7]) + 2) // 3}"


def _keep(desk: Desk, rows: Rows, now: datetime) -> None:
    """Keep the release in the chain of acts; refuse one that a family could be found from.

    Two releases that differ by a few rows would show whose they are.
    """
    content = hashlib.sha256(json.dumps(rows.rows).encode()).hexdigest()
    before = read_acts(Acts(desk.db, desk.audit_key), RELEASED)
    if before and before[-1].details["content"] != content:
        gained = len(rows.rows) - int(before[-1].details["rows"])
        if abs(gained) < STEP:
            raise StoreError(
                f"research: found a release of {before[-1].day} that differs by fewer than {STEP}"
                f" rows, expected {STEP} or more. Nothing was written."
            )
    day = now.date().isoformat()
    audit.append(desk.db, desk.audit_key, RELEASED, day, rows=len(rows.rows), content=content)
