"""What was published: read-only files, one folder an audience; and each figure's last step."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.layout import DataFolder

migration = Migrations("snapshots")
LATEST = 20  # snapshots of an audience that are left
KEPT = ("public",)  # what people signed for, or may have


@migration()
def create_releases(db: Database) -> None:
    """Make the table of what each audience last saw, figure by figure."""
    db.table("releases").create(
        {"audience": str, "figure": str, "base": int, "payload": str, "day": str},
        pk=("audience", "figure"),
        not_null={"base", "payload", "day"},
    )


@dataclass(frozen=True, slots=True)
class Step:
    """A figure as an audience last saw it: its base then, what was shown (JSON), and the day."""

    figure: str
    base: int
    payload: str
    day: str


def write_snapshot(
    folder: DataFolder, snapshot_id: str, audience: str, files: Mapping[str, bytes]
) -> Path:
    """Write an audience's files, whole or not at all, make them the latest, return their folder."""
    home = folder.snapshots / snapshot_id / audience
    if not home.exists():
        begun = folder.snapshots / f".{snapshot_id}-{audience}"
        shutil.rmtree(begun, ignore_errors=True)  # left by one that was interrupted
        begun.mkdir(parents=True)
        for name, content in files.items():
            _write(begun / name, content)
        home.parent.mkdir(exist_ok=True)
        begun.rename(home)
    _point(folder, audience, snapshot_id)
    if audience not in KEPT:
        _prune(folder, audience)
    return home


def _prune(folder: DataFolder, audience: str) -> None:
    """Drop an audience's older snapshots: every reply makes one, and pages show the latest."""
    homes = [home for home in folder.snapshots.glob(f"*/{audience}") if home.is_dir()]
    for home in sorted(homes, key=lambda home: home.stat().st_mtime)[:-LATEST]:
        if home != latest(folder, audience):
            shutil.rmtree(home)
            if not any(home.parent.iterdir()):
                home.parent.rmdir()


def latest(folder: DataFolder, audience: str) -> Path | None:
    """Return the folder of the audience's latest snapshot, if there is one."""
    pointer = _pointer(folder, audience)
    if not pointer.exists():
        return None
    return folder.snapshots / pointer.read_text(encoding="utf-8") / audience


def released(db: Database, audience: str) -> dict[str, Step]:
    """Return every figure as the audience last saw it, by figure."""
    found = db.execute(
        "SELECT figure, base, payload, day FROM releases WHERE audience = ?", [audience]
    )
    return {row[0]: Step(*row) for row in found}


def release(db: Database, audience: str, steps: Iterable[Step]) -> None:
    """Keep what the audience sees now; the caller holds `writing(db)`."""
    rows = [(audience, step.figure, step.base, step.payload, step.day) for step in steps]
    db.conn.executemany("INSERT OR REPLACE INTO releases VALUES (?, ?, ?, ?, ?)", rows)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(0o444)


def _pointer(folder: DataFolder, audience: str) -> Path:
    return folder.snapshots / f"latest-{audience}"


def _point(folder: DataFolder, audience: str, snapshot_id: str) -> None:
    pointer = _pointer(folder, audience)
    begun = pointer.with_name(f".{pointer.name}")
    begun.write_text(snapshot_id, encoding="utf-8")
    begun.replace(pointer)
