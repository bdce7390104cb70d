"""Codes what arrives while the words are unlocked, and makes snapshots: a thread of its own."""

import atexit
import logging
import threading
import time
from pathlib import Path

from analysis.jobs.rebuild import rebuild
from analysis.jobs.sharing.renew import renew
from analysis.store.watermark import watermark
from app.staff.side import Side

log = logging.getLogger("app.staff.keeper")
EVERY_S, AFTER_A_FAULT_S = 2.0, 30.0
REST = 3  # it rests so many times as long as its work took, so that pages are never slow for long
JOIN_S = 10.0
Mark = tuple[int, tuple[tuple[str, int, int], ...]]


class Keeper:
    """Looks every two seconds whether anything that is counted has moved."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._read = files_of(side.folder.survey)
        self._coded: Mark | None = None
        self._rebuilt: Mark | None = None

    def start(self) -> None:
        """Begin to look."""
        self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
        self._thread.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        """End after the work at hand."""
        atexit.unregister(self.stop)
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(JOIN_S)

    def look(self) -> None:
        """Code and count anew if anything has moved since the last look."""
        mark = self._mark()
        if mark[1] != self._read:
            self._side.read_definitions()
            self._read = mark[1]
        if self._side.words.is_open and mark != self._coded:
            self._code()
            mark = self._coded = self._mark()
        if mark != self._rebuilt:
            rebuild(self._side.folder, self._side.now())
            self._rebuilt = mark
            renew(self._side.folder, self._side.now().date())

    def _code(self) -> None:
        # Its text tools take seconds to load: the pages are served meanwhile.
        from analysis.jobs.code_answers import code_answers

        code_answers(self._side.desk, self._side.words.vault())

    def _mark(self) -> Mark:
        return watermark(self._side.desk.db), files_of(self._side.folder.survey)

    def _run(self) -> None:
        wait = 0.0
        while not self._stopping.wait(wait):
            began = time.monotonic()
            try:
                self.look()
            except Exception as fault:
                # Its message may hold what a file or a family said: the kind alone is logged.
                self._side.recover(fault)
                wait = AFTER_A_FAULT_S
            else:
                wait = max(EVERY_S, REST * (time.monotonic() - began))
        self._side.close()


def files_of(survey: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when a file of the survey folder does: names, times and sizes."""
    found = ((path.relative_to(survey).as_posix(), path.stat()) for path in survey.rglob("*.toml"))
    return tuple(sorted((name, about.st_mtime_ns, about.st_size) for name, about in found))
