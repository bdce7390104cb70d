"""annex: the models behind a comparison, made when somebody asks and never with a snapshot."""

from analysis.definitions.loading import load_definitions
from analysis.errors import StoreError
from analysis.evidence.annex.findings import find_annex
from analysis.evidence.counting.selection import select
from analysis.evidence.counting.tally import count
from analysis.jobs.rebuilding.pooling import cases_of, open_pool
from analysis.releasing.annex import release_annex
from analysis.report import AnnexRow, Report, Shown
from analysis.store.desk.door import open_desk
from analysis.store.layout import DataFolder


def annex(folder: DataFolder, report: Report) -> tuple[AnnexRow, ...]:
    """Return a row for each measure of the forum's report, which was made from the same answers."""
    survey = load_definitions(folder.survey).survey
    desk = open_desk(folder)
    try:
        pool = open_pool(desk.db, survey, folder.survey)
        counted = count(cases_of(desk.db, pool), survey)
    finally:
        desk.db.conn.close()
    tally = select(counted)
    for process, figure in report.by_process:
        if isinstance(figure, Shown) and figure.value != tally.families[process]:
            raise StoreError("annex: found answers that the report does not have yet; ask again")
    return release_annex(find_annex(counted, tally, survey), survey)
