"""Both sides as a family and a reviewer meet them: real processes on free ports of loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READY_WITHIN_S = 60
IDLE_MS = 100


@dataclass(frozen=True)
class Sides:
    """Where the two sides listen, and the process group that serves them."""

    survey: str
    staff: str
    group: int

    def cpu_ms(self) -> float:
        """Return the processor time that the group's threads have used so far."""
        threads = (Path("/proc") / str(pid) / "task" for pid in group_members(self.group))
        stats = (stat for task in threads for stat in task.glob("*/schedstat"))
        return sum(int(stat.read_text().split()[0]) for stat in stats) / 1e6

    def settle(self, seconds: float = 1) -> None:
        """Wait until the sides have done next to nothing for so long: coders, snapshots."""
        spent = 0.0
        while (now := self.cpu_ms()) > spent + IDLE_MS:
            spent = now
            time.sleep(seconds)


def group_members(group: int) -> list[int]:
    numbers = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [pid for pid in numbers if _group_of(pid) == group]


def _group_of(pid: int) -> int:
    try:
        return os.getpgid(pid)
    except ProcessLookupError:
        return 0


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def both_sides(data: Path, log: Path | None = None, *, live: bool = False) -> Iterator[Sides]:
    """Serve a data folder until the block ends; `log` takes all that the two sides say."""
    survey_port, staff_port = free_port(), free_port()
    ports = ["--survey-port", str(survey_port), "--staff-port", str(staff_port)]
    ports += ["--live"] if live else []
    with log.open("w") if log else nullcontext() as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.run", "serve", "--data", str(data), *ports],
            cwd=ROOT,
            stdout=said or subprocess.DEVNULL,
            stderr=said or subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
    sides = Sides(f"http://127.0.0.1:{survey_port}", f"http://localhost:{staff_port}", process.pid)
    try:
        for address in (sides.survey, sides.staff):
            _wait_for(f"{address}/readyz", process)
        yield sides
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=20)


@contextmanager
def datasette(database: Path) -> Iterator[str]:
    """Serve a database with the real Datasette until the block ends, and yield its address."""
    port = free_port()
    serve = [sys.executable, "-m", "datasette", "serve", "-i", str(database), "-p", str(port)]
    process = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/-/versions.json", process)
        yield f"{address}/{database.stem}"
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError(f"the server ended: {(process.communicate()[1] or '')[-2000:]}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise AssertionError(f"{address} was not ready within {READY_WITHIN_S} s")
