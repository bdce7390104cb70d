"""Where things lie in a data folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One installation's folder, and the survey folder it serves."""

    path: Path
    survey: Path
    made_up: bool

    @property
    def database(self) -> Path:
        """The one database file."""
        return self.path / "answers.db"

    @property
    def keys(self) -> Path:
        """The folder of secrets."""
        return self.path / "keys"

    @property
    def public(self) -> Path:
        """The folder of the public pages, as the screen published them last."""
        return self.path / "public"

    @property
    def snapshots(self) -> Path:
        """The folder of published files."""
        return self.path / "snapshots"
