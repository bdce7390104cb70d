"""export: one file of a snapshot, so that a page and its file never differ."""

from datetime import date
from pathlib import Path

from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.sharing.snapshots import Snapshot, latest_snapshot, published_snapshot
from analysis.jobs.sharing.taking import taken
from analysis.jobs.whole import write_file
from analysis.report import Audience
from analysis.reporting.files.formats import FORMATS
from analysis.reporting.snapshot_file import put_in_quotes
from analysis.store.acts import Acts, open_acts, read_quotes
from analysis.store.layout import DataFolder


def export(folder: DataFolder, kind: str, out: Path, audience: Audience, today: date) -> Snapshot:
    """Write a file of a kind and return the snapshot it is of.

    It is made of the audience's latest snapshot; what everybody may have, of the published one.
    """
    snapshot, content = make_file(folder, kind, audience)
    with taken(folder, today, kind, snapshot.id):
        write_file(out, content)
    if FORMATS[kind].published:
        out.chmod(0o444)  # a database is read in place: nobody changes it there
    return snapshot


def make_file(folder: DataFolder, kind: str, audience: Audience) -> tuple[Snapshot, bytes]:
    """Return the snapshot that a file of a kind is of, and the file."""
    if kind not in FORMATS:
        raise InputError(f'export: found "{kind}", expected one of {", ".join(FORMATS)}')
    chosen = FORMATS[kind]
    acts = open_acts(folder)
    try:
        snapshot = _snapshot(folder, acts, audience, published=chosen.published)
        report = put_in_quotes(snapshot.report, read_quotes(acts.db))
    finally:
        acts.db.conn.close()
    return snapshot, chosen.write(report, load_survey(folder.survey))


def _snapshot(folder: DataFolder, acts: Acts, audience: Audience, *, published: bool) -> Snapshot:
    return published_snapshot(folder, acts) if published else latest_snapshot(folder, audience)
