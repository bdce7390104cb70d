"""renew: the public pages of the data folder without the quotes that were taken back since."""

from datetime import date

from analysis.jobs.sharing.agreeing import public_files
from analysis.jobs.sharing.snapshots import PUBLISHED, as_agreed
from analysis.jobs.whole import write_folder
from analysis.report import Report
from analysis.reporting.files.public.site import PAGE
from analysis.store import audit
from analysis.store.acts import open_acts, read_acts, read_quotes
from analysis.store.database import writing
from analysis.store.layout import DataFolder

RENEWED = "quotes taken off the public pages"


def renew(folder: DataFolder, today: date) -> bool:
    """Take quotes that are gone off the pages that were published; say if there were any.

    Nothing else of the pages changes: they stay those that every party agreed to.
    """
    if not folder.public.is_dir():
        return False
    acts = open_acts(folder)
    try:
        published = read_acts(acts, PUBLISHED)
        if not published:
            return False
        snapshot = as_agreed(folder, published[-1])
        files = public_files(folder, snapshot)
        stale = (folder.public / PAGE).read_bytes() != files[PAGE]
        if not stale or quotes_of(snapshot.report) <= read_quotes(acts.db).keys():
            return False
        with writing(acts.db) as db:
            audit.append(db, acts.key, RENEWED, today.isoformat(), snapshot=snapshot.id)
            write_folder(folder.public, files)
        return True
    finally:
        acts.db.conn.close()


def quotes_of(report: Report) -> set[str]:
    """Return the ids of the quotes in a report."""
    return {quote.id for row in report.themes for quote in row.quotes}
