"""What was published: read-only files, one folder an audience; and each figure's last step."""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import StoreError
from analysis.store.keys import keyed_hash, read_key
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
    if not _is_whole(folder, home):
        _drop(home)
        begun = folder.snapshots / f".{snapshot_id}-{audience}"
        shutil.rmtree(begun, ignore_errors=True)  # left by one that was interrupted
        begun.mkdir(parents=True)
        for name, content in files.items():
            _write(begun / name, content)
        home.parent.mkdir(exist_ok=True)
        seals = {name: _seal_of(folder, home, name, content) for name, content in files.items()}
        _seal(home).write_text(json.dumps(seals), encoding="utf-8")
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
            _drop(home)
            if not any(home.parent.iterdir()):
                home.parent.rmdir()


def _drop(home: Path) -> None:
    shutil.rmtree(home, ignore_errors=True)
    _seal(home).unlink(missing_ok=True)


def read_file(folder: DataFolder, home: Path, name: str) -> bytes:
    """Return a file of a snapshot; one that was cut or changed since is refused.

    Raises
    ------
    StoreError
        If it is not the file that was written.
    """
    path = home / name
    try:
        content = path.read_bytes()
        seal = json.loads(_seal(home).read_text(encoding="utf-8"))[name]
    except (OSError, ValueError, TypeError, KeyError):
        raise StoreError(f"{path}: found no whole file, expected it as it was made") from None
    if seal != _seal_of(folder, home, name, content):
        raise StoreError(f"{path}: found it changed, expected it as it was made")
    return content


def _is_whole(folder: DataFolder, home: Path) -> bool:
    """Say whether a snapshot is there as it was written."""
    try:
        for name in json.loads(_seal(home).read_text(encoding="utf-8")):
            read_file(folder, home, name)
    except (OSError, ValueError, StoreError):
        return False
    return True


def _seal(home: Path) -> Path:
    """Return the file beside a snapshot by which a change of its files shows."""
    return home.with_suffix(".seal")


def _seal_of(folder: DataFolder, home: Path, name: str, content: bytes) -> str:
    place = f"{home.parent.name}/{home.name}/{name}".encode()
    return keyed_hash(read_key(folder.keys, "audit"), "snapshot", place + b"\0" + content).hex()


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
