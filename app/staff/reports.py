"""The latest report of each audience, read from its snapshot once and held until the next."""

from pathlib import Path

from analysis.jobs.audience import REPORT
from analysis.report import Report
from analysis.reporting.snapshot_file import load_report
from analysis.store.layout import DataFolder
from analysis.store.snapshots import latest


class Reports:
    """Pages are drawn from these, and never from answers."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._held: dict[str, tuple[Path, Report]] = {}

    def latest(self, audience: str) -> Report | None:
        """Return the audience's latest report, if there is one yet."""
        home = latest(self._folder, audience)
        if home is None:
            return None
        held = self._held.get(audience)
        if held is None or held[0] != home:
            held = home, load_report((home / REPORT).read_bytes())
            self._held[audience] = held
        return held[1]
