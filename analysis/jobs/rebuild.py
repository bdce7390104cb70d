"""rebuild: count every answer and write each audience's snapshot."""

from collections.abc import Callable, Iterator
from datetime import datetime

from analysis.definitions.loading import Definitions, load_definitions
from analysis.definitions.survey import codable_items
from analysis.disclosure import GROUPED_BELOW
from analysis.evidence.comparing.theme_shares import ThemeArm, read_arms
from analysis.evidence.counting.tally import Case, count
from analysis.evidence.counting.themes import ThemeCounts, count_themes
from analysis.jobs.audience import publish
from analysis.jobs.learning.in_use import taught_in_use
from analysis.jobs.rebuilding.placing import place_anew
from analysis.jobs.rebuilding.pooling import Pool, open_pool
from analysis.jobs.rebuilding.quotes import choose_quotes
from analysis.jobs.rebuilding.readings import read_marks
from analysis.jobs.rebuilding.views import views_of
from analysis.jobs.revising.locks import changes_since
from analysis.report import Audience, Report
from analysis.store.database import Database
from analysis.store.desk.cases import read_cases
from analysis.store.desk.codings import PROGRAM, read_uses
from analysis.store.desk.door import Desk, open_desk
from analysis.store.desk.quotes import read_quotes
from analysis.store.desk.readings import count_writers
from analysis.store.layout import DataFolder


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
        counted = count(_cases(desk.db, pool), definitions.survey)
        themes, arms = _count_themes(desk.db, definitions), _read_arms(desk, definitions)
        say("working out what can be said")
        changes = changes_since(desk, definitions.criteria)
        quotes = choose_quotes(read_quotes(desk.db, definitions.survey.roles.quotes))
        views = views_of(counted, themes, arms, definitions.survey, changes, quotes)
        return {audience: publish(desk, definitions, views, audience, now) for audience in Audience}
    finally:
        desk.db.conn.close()


def _cases(db: Database, pool: Pool) -> Iterator[Case]:
    for case in read_cases(db, pool.survey.id):
        yield Case(
            pool.answers(case.definition, case.answers),
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


def _read_arms(desk: Desk, definitions: Definitions) -> dict[tuple[str, str], ThemeArm]:
    """Return each theme in each process, as people and the computer read it."""
    codes = list(definitions.codebook.by_id())
    taught = taught_in_use(desk.folder)
    return read_arms(read_marks(desk.db, definitions.survey, PROGRAM, taught), codes)
