"""digest: the published results as plain text."""

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.jobs.sharing.snapshots import Snapshot, published_snapshot
from analysis.reporting.files.public.digest import digest_text
from analysis.store.acts import open_acts
from analysis.store.layout import DataFolder


def digest(folder: DataFolder) -> tuple[Snapshot, str]:
    """Return what was published, and its text; it holds no number that the pages do not."""
    acts = open_acts(folder)
    try:
        snapshot = published_snapshot(folder, acts)
    finally:
        acts.db.conn.close()
    survey, council = load_survey(folder.survey), load_council(folder.survey)
    return snapshot, digest_text(snapshot.report, survey, council)
