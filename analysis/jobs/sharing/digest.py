"""digest: the published results as plain text."""

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.jobs.sharing.snapshots import published_snapshot
from analysis.reporting.files.public.digest import digest_text
from analysis.store.acts import open_acts
from analysis.store.layout import DataFolder


def digest(folder: DataFolder) -> str:
    """Return the text; it holds no number that the published pages do not."""
    acts = open_acts(folder)
    try:
        report = published_snapshot(folder, acts).report
    finally:
        acts.db.conn.close()
    return digest_text(report, load_survey(folder.survey), load_council(folder.survey))
