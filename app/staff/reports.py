"""The latest report of each audience, read from its snapshot once and held until the next."""

from pathlib import Path

from analysis.jobs.audience import REPORT, cut_file
from analysis.report import Report
from analysis.reporting.snapshot_file import load_report
from analysis.store.layout import DataFolder
from analysis.store.snapshots import latest, read_file


class Reports:
    """Pages are drawn from these, and never from answers."""

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._held: dict[tuple[str, str], tuple[Path, Report]] = {}

    def latest(self, audience: str, group: tuple[str, str] | None = None) -> Report | None:
        """Return the audience's latest report, of one group of a cut if it is asked for.

        None: there is no snapshot yet, or none with this group.
        """
        home = latest(self._folder, audience)
        if home is None:
            return None
        name = cut_file(*group) if group else REPORT
        held = self._held.get((audience, name))
        if held is None or held[0] != home:
            if not (home / name).exists():
                return None
            held = home, load_report(read_file(self._folder, home, name))
            self._held[audience, name] = held
        return held[1]
