"""Writers killed at random: what was acknowledged is stored, once and whole."""

import os
import random
import signal
import time

import pytest

from analysis.store import audit
from analysis.store.intake.door import open_intake
from analysis.store.intake.sending import send_response
from tests.store.made import completed

WRITERS, EACH, LONGEST_S = 4, 1000, 60


def begin_writer(folder, receipts, acknowledged):
    """Return the process id of a program that sends what is not yet acknowledged."""
    pid = os.fork()
    if pid:
        return pid
    done = set(acknowledged.read_text().split()) if acknowledged.exists() else set()
    intake = open_intake(folder)
    with acknowledged.open("a", buffering=1) as acks:
        for receipt in receipts:
            if receipt not in done:
                send_response(intake, completed(receipt=receipt, danger="welfare"))
                acks.write(f"{receipt}\n")
    os._exit(0)


@pytest.fixture
def storm(intake, folder, tmp_path):
    """Return the receipts sent, those acknowledged at the first kills, and the number of kills."""
    draw = random.Random(7)
    work = {
        tmp_path / f"acks-{writer}": [f"{writer}-{place}" for place in range(EACH)]
        for writer in range(WRITERS)
    }
    running = {begin_writer(folder, sent, acks): acks for acks, sent in work.items()}
    kills, until = 0, time.monotonic() + LONGEST_S
    while running and time.monotonic() < until:
        time.sleep(draw.uniform(0.01, 0.06))
        pid = draw.choice(list(running))
        os.kill(pid, signal.SIGKILL)
        acks = running.pop(pid)
        if os.WIFSIGNALED(os.waitpid(pid, 0)[1]):
            kills += 1
            running[begin_writer(folder, work[acks], acks)] = acks
    acknowledged = {receipt for acks in work for receipt in acks.read_text().split()}
    return {receipt for sent in work.values() for receipt in sent}, acknowledged, kills


def test_killed_writers_lose_nothing_double_nothing_and_leave_no_half(storm, desk):
    sent, acknowledged, kills = storm
    stored = [receipt for (receipt,) in desk.db.execute("SELECT receipt FROM responses")]

    assert kills >= 10
    assert acknowledged == sent
    assert sorted(stored) == sorted(sent)
    for table in ("words", "word_keys", "processes", "danger_levels"):
        assert desk.db.table(table).count == len(sent), table
    assert audit.verify(desk.db, desk.audit_key) == len(sent)
    assert desk.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
