"""export: one file of a snapshot, so that a page and its file never differ."""

from pathlib import Path

from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.sharing.snapshots import Snapshot, latest_snapshot, published_snapshot
from analysis.jobs.sharing.whole import write_file
from analysis.report import Audience
from analysis.reporting.files.formats import FORMATS
from analysis.store.acts import open_acts
from analysis.store.layout import DataFolder


def export(folder: DataFolder, kind: str, out: Path, audience: Audience) -> Snapshot:
    """Write a file of a kind and return the snapshot it is of.

    It is made of the audience's latest snapshot; what everybody may have, of the published one.
    """
    if kind not in FORMATS:
        raise InputError(f'export: found "{kind}", expected one of {", ".join(FORMATS)}')
    chosen = FORMATS[kind]
    snapshot = _published(folder) if chosen.published else latest_snapshot(folder, audience)
    write_file(out, chosen.write(snapshot.report, load_survey(folder.survey)))
    if chosen.published:
        out.chmod(0o444)  # a database is read in place: nobody changes it there
    return snapshot


def _published(folder: DataFolder) -> Snapshot:
    acts = open_acts(folder)
    try:
        return published_snapshot(folder, acts)
    finally:
        acts.db.conn.close()
