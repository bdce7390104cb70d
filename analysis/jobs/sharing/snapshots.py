"""A snapshot's report as it was written, and the one that every party agreed to."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.definitions.council import Council
from analysis.errors import StoreError
from analysis.report import Audience, Report
from analysis.reporting.snapshot_file import load_report
from analysis.store.acts import Act, Acts, read_acts
from analysis.store.layout import DataFolder
from analysis.store.snapshots import latest, read_file

REPORT = "report.json"
SIGNED, PUBLISHED = "sign off", "publish"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A report, and the hash of the file it was read from."""

    report: Report
    content: str

    @property
    def id(self) -> str:
        """The snapshot's name."""
        return self.report.stamp.snapshot


def latest_snapshot(folder: DataFolder, audience: Audience) -> Snapshot:
    """Return an audience's latest snapshot."""
    home = latest(folder, audience.value)
    if home is None:
        raise StoreError(
            f"{folder.snapshots}: found no snapshot for {audience.value}, expected one;"
            " compare makes it"
        )
    return read_snapshot(folder, home, audience)


def read_snapshot(folder: DataFolder, home: Path, audience: Audience) -> Snapshot:
    """Return what a snapshot's folder holds; a file cut, changed or of another kind is refused."""
    path, content = home / REPORT, read_file(folder, home, REPORT)
    try:
        report = load_report(content)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise StoreError(f"{path}: found no whole report, expected one as it was made") from None
    made_for = (report.stamp.snapshot, report.stamp.audience)
    if made_for != (home.parent.name, audience.value):
        raise StoreError(f"{path}: found a report of another snapshot, expected that of its folder")
    return Snapshot(report, hashlib.sha256(content).hexdigest())


def signed_snapshot(folder: DataFolder, acts: Acts, council: Council) -> Snapshot:
    """Return the newest public snapshot that every party agreed to; say what is missing if none."""
    _refuse_nobody(council)
    signs = read_acts(acts, SIGNED)
    agreed = newest_agreed(signs, council)
    if agreed:
        return as_agreed(folder, agreed)
    lacks = missing(signs, latest_snapshot(folder, Audience.PUBLIC).content, council)
    raise StoreError(
        f"publish: found no sign-off of {' and '.join(lacks)} for the latest public snapshot,"
        f" expected one of each: {', '.join(council.sign_offs)}"
    )


def published_snapshot(folder: DataFolder, acts: Acts) -> Snapshot:
    """Return the snapshot that was published last."""
    published = read_acts(acts, PUBLISHED)
    if not published:
        raise StoreError(f"{folder.path}: found nothing published, expected publish to come first")
    return as_agreed(folder, published[-1])


def newest_agreed(signs: Sequence[Act], council: Council) -> Act | None:
    """Return the last sign-off of a file that every party agreed to, if there is one."""
    agreed = (one for one in reversed(signs) if not missing(signs, one.details["content"], council))
    return next(agreed, None)


def missing(signs: Sequence[Act], content: str | int, council: Council) -> list[str]:
    """Return the parties that did not agree to a file of this content, in the council's order."""
    agreed = {act.details["party"] for act in signs if act.details["content"] == content}
    return [party for party in council.sign_offs if party not in agreed]


def _refuse_nobody(council: Council) -> None:
    if not council.sign_offs:
        raise StoreError("council.toml, sign_offs: found nobody, expected the parties that agree")


def as_agreed(folder: DataFolder, act: Act) -> Snapshot:
    """Return the snapshot of an act, if its file is still the one that was agreed to."""
    home = folder.snapshots / str(act.details["snapshot"]) / Audience.PUBLIC.value
    snapshot = read_snapshot(folder, home, Audience.PUBLIC)
    if snapshot.content != act.details["content"]:
        raise StoreError(f"{home / REPORT}: found it changed, expected it as it was agreed to")
    return snapshot
