"""rebuild: count every answer and write each audience's snapshot."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial

from analysis.definitions.loading import Definitions, load_definitions
from analysis.definitions.survey import codable_items
from analysis.disclosure import GROUPED_BELOW
from analysis.evidence.comparing.theme_shares import ThemeArm, read_arms
from analysis.evidence.counting.tally import count
from analysis.evidence.counting.themes import ThemeCounts, count_themes, count_written
from analysis.jobs.audience import publish
from analysis.jobs.learning.in_use import taught_in_use
from analysis.jobs.rebuilding.placing import place_anew
from analysis.jobs.rebuilding.pooling import cases_of, open_pool
from analysis.jobs.rebuilding.quotes import choose_quotes
from analysis.jobs.rebuilding.readings import read_marks
from analysis.jobs.rebuilding.views import views_of
from analysis.jobs.revising.locks import changes_since
from analysis.report import Audience, Report
from analysis.store.database import connect
from analysis.store.desk.codings import PROGRAM
from analysis.store.desk.door import Desk, open_desk
from analysis.store.desk.quotes import read_quotes
from analysis.store.desk.readings import (
    count_any,
    count_by_item,
    count_flagged,
    count_tones,
    count_writers,
)
from analysis.store.layout import DataFolder


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave out looking for what refers to itself: nothing here does, and it takes a third."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@_uncollected()
def rebuild(
    folder: DataFolder, now: datetime, say: Callable[[str], None] = lambda _: None
) -> dict[Audience, Report]:
    """Write a snapshot for each audience and return the reports.

    `now` is the moment that the pages will name; `say` hears of progress.
    """
    definitions = load_definitions(folder.survey)
    desk = open_desk(folder)
    try:
        pool = open_pool(desk.db, definitions.survey, folder.survey, say)
        place_anew(desk, pool, definitions.council, now.date())
        say("counting answers")
        with ThreadPoolExecutor(1) as beside:
            themes = beside.submit(_count_themes, folder, definitions)
            counted = count(cases_of(desk.db, pool), definitions.survey)
        arms = _read_arms(desk, definitions)
        say("working out what can be said")
        changes = changes_since(desk, definitions.criteria)
        quotes = choose_quotes(read_quotes(desk.db, definitions.survey.roles.quotes))
        views = views_of(counted, themes.result(), arms, definitions.survey, changes, quotes)
        return {audience: publish(desk, definitions, views, audience, now) for audience in Audience}
    finally:
        desk.db.conn.close()


def _count_themes(folder: DataFolder, definitions: Definitions) -> ThemeCounts:
    """Count on a connection of its own: SQLite does so while Python counts the answers."""
    codes, items = definitions.codebook.by_id(), codable_items(definitions.survey)
    db = connect(folder.database)
    try:
        uses = [use for use in count_tones(db, PROGRAM, items) if use[0] in codes]
        wrote = count_writers(db, PROGRAM, items)
        any_of = partial(count_any, db, PROGRAM, items)
        themes = count_themes(uses, wrote, any_of, GROUPED_BELOW)
        by_item, flagged = count_by_item(db, PROGRAM, items), count_flagged(db, PROGRAM, items)
        return replace(themes, written=count_written(by_item, flagged))
    finally:
        db.conn.close()


def _read_arms(desk: Desk, definitions: Definitions) -> dict[tuple[str, str], ThemeArm]:
    """Return each theme in each process, as people and the computer read it."""
    codes = list(definitions.codebook.by_id())
    taught = taught_in_use(desk.folder)
    return read_arms(read_marks(desk.db, definitions.survey, PROGRAM, taught), codes)
