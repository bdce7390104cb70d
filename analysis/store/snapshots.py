"""What was published: read-only files, one folder an audience; and each figure's last step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.layout import DataFolder

migration = Migrations("snapshots")


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
    raise NotImplementedError


def latest(folder: DataFolder, audience: str) -> Path | None:
    """Return the folder of the audience's latest snapshot, if there is one."""
    raise NotImplementedError


def released(db: Database, audience: str) -> dict[str, Step]:
    """Return every figure as the audience last saw it, by figure."""
    raise NotImplementedError


def release(db: Database, audience: str, steps: Iterable[Step]) -> None:
    """Keep what the audience sees now; the caller holds `writing(db)`."""
    raise NotImplementedError
