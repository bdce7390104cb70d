"""publish: the public pages of the snapshot that every party agreed to, whole or not at all.

It reads the snapshot's file and the chain of acts; SQLite gives it no other table.
"""

from datetime import date
from pathlib import Path

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.sharing.snapshots import PUBLISHED, Snapshot, signed_snapshot
from analysis.jobs.whole import write_folder
from analysis.reporting.files.public.site import public_site
from analysis.reporting.snapshot_file import put_in_quotes
from analysis.store import audit
from analysis.store.acts import open_acts, read_quotes
from analysis.store.database import writing
from analysis.store.layout import DataFolder


def publish(
    folder: DataFolder, out: Path, today: date, by: str = "", content: str | None = None
) -> Snapshot:
    """Write the public pages into a folder and return the snapshot they are of.

    `by` is who pressed the button, and `content` names the file that they saw agreed to.
    """
    survey, council = load_survey(folder.survey), load_council(folder.survey)
    acts = open_acts(folder)
    try:
        snapshot = signed_snapshot(folder, acts, council)
        if content not in (None, snapshot.content):
            raise InputError("publish: found other results agreed to, expected those looked at")
        report = put_in_quotes(snapshot.report, read_quotes(acts.db))
        files = public_site(report, survey, council, council.sign_offs)
        with writing(acts.db) as db:  # what cannot be written is not said to be published
            kept = {"snapshot": snapshot.id, "content": snapshot.content}
            kept |= {"by": by} if by else {}
            audit.append(db, acts.key, PUBLISHED, today.isoformat(), **kept)
            write_folder(out, files)
        return snapshot
    finally:
        acts.db.conn.close()
