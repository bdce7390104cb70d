import pytest

from analysis.errors import LockedError
from analysis.store.desk.vault import IDLE_S
from app.staff.words_lock import WordsLock
from tests.app.staff.made import PASSPHRASE


@pytest.fixture
def lock(clock):
    return WordsLock(clock.seconds)


def test_it_begins_locked(lock):
    assert not lock.is_open
    with pytest.raises(LockedError):
        lock.vault()


def test_a_passphrase_opens_it_and_locking_shuts_it(lock, side):
    lock.open(side.desk, PASSPHRASE)
    assert lock.is_open
    lock.lock()
    assert not lock.is_open


def test_a_wrong_passphrase_leaves_it_as_it_was(lock, side):
    with pytest.raises(LockedError):
        lock.open(side.desk, "not the passphrase of it")
    assert not lock.is_open


def test_it_locks_itself_when_nobody_reads(lock, side, clock):
    lock.open(side.desk, PASSPHRASE)
    clock.pass_(IDLE_S + 1)
    assert not lock.is_open
    with pytest.raises(LockedError):
        lock.vault()


def test_somebody_reading_keeps_it_open(lock, side, clock):
    lock.open(side.desk, PASSPHRASE)
    clock.pass_(IDLE_S - 1)
    lock.touch()
    clock.pass_(IDLE_S - 1)
    assert lock.is_open
