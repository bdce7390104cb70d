import math
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.errors import LockedError, StoreError
from analysis.store.desk.door import open_desk
from analysis.store.desk.texts import read_texts
from analysis.store.desk.vault import Vault, unlock
from analysis.store.intake.receipts import withdraw
from analysis.words import Redacted, Released, Words
from tests.store.made import DAY, PASSPHRASE, WROTE, send


class Clock:
    """A monotonic clock that stands until it is put on."""

    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def words_id(intake, desk):
    send(intake)
    return next(read_texts(desk.db)).words_id


@pytest.fixture
def clock():
    return Clock()


def test_what_a_family_wrote_opens_as_words(desk, vault, words_id):
    words = vault.open(desk.db, words_id)

    assert isinstance(words, Words)
    assert words.reveal() == WROTE


@given(text=st.text())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_as_it_was_written(intake, desk, vault, text):
    send(intake, words={"W1": Words(text)})

    assert text in [vault.open(desk.db, one.words_id).reveal() for one in read_texts(desk.db)]


@pytest.mark.parametrize(
    ("text", "opened"), [(Redacted("x"), "open_redacted"), (Released("x"), "open_released")]
)
def test_redacted_and_released_text_come_back_as_what_they_are(desk, vault, words_id, text, opened):
    sealed = vault.seal(desk.db, words_id, text)

    again = getattr(vault, opened)(desk.db, words_id, sealed)

    assert (type(again), again.reveal()) == (type(text), "x")


def test_redacted_text_never_opens_as_released(desk, vault, words_id):
    sealed = vault.seal(desk.db, words_id, Redacted("x"))

    with pytest.raises(StoreError, match="another row"):
        vault.open_released(desk.db, words_id, sealed)


def test_one_familys_text_never_opens_as_anothers(intake, desk, vault, words_id):
    send(intake)
    other = next(one.words_id for one in read_texts(desk.db) if one.words_id != words_id)
    sealed = vault.seal(desk.db, other, Redacted("x"))

    with pytest.raises(StoreError, match="does not open"):
        vault.open_redacted(desk.db, words_id, sealed)


def test_two_texts_of_one_family_cannot_be_swapped(intake, desk, vault):
    send(intake, words={"W1": Words("one"), "W2": Words("two")})
    first, second = (one.words_id for one in read_texts(desk.db))
    sealed = vault.seal(desk.db, second, Redacted("two"))

    with pytest.raises(StoreError, match="another row"):
        vault.open_redacted(desk.db, first, sealed)


def test_a_passphrase_makes_a_vault_that_is_open(desk, words_id):
    assert unlock(desk, PASSPHRASE).open(desk.db, words_id).reveal() == WROTE


def test_a_locked_vault_opens_and_seals_nothing(desk, vault, words_id):
    vault.lock()

    with pytest.raises(LockedError):
        vault.open(desk.db, words_id)
    with pytest.raises(LockedError):
        vault.seal(desk.db, words_id, Redacted("x"))


def test_left_alone_it_locks(private, clock):
    vault = Vault(private, idle_s=60, clock=clock)
    clock.now += 61

    assert vault.locked


def test_a_person_keeps_it_open(private, clock):
    vault = Vault(private, idle_s=60, clock=clock)
    for _ in range(3):
        clock.now += 50
        vault.touch()

    assert not vault.locked


def test_coding_alone_does_not_keep_it_open(desk, private, words_id, clock):
    vault = Vault(private, idle_s=60, clock=clock)
    clock.now += 50
    vault.open(desk.db, words_id)
    clock.now += 50

    assert vault.locked


def test_a_touch_does_not_unlock(private, clock):
    vault = Vault(private, idle_s=60, clock=clock)
    clock.now += 61
    vault.touch()

    assert vault.locked


def test_a_clock_put_back_brings_no_key_back(private, clock):
    vault = Vault(private, idle_s=60, clock=clock)
    clock.now += 61
    assert vault.locked
    clock.now -= 61

    assert vault.locked


def test_threads_share_it_with_a_connection_each(folder, desk, vault, words_id):
    def read(_):
        own = open_desk(folder)
        words = vault.open(own.db, words_id)
        own.db.close()
        return words.reveal()

    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(read, range(8))) == {WROTE}


def test_withdrawn_words_are_missed_and_not_guessed(intake, desk, vault):
    code = send(intake)
    words_id = next(read_texts(desk.db)).words_id
    withdraw(intake, code, DAY)

    with pytest.raises(StoreError, match="may have been withdrawn"):
        vault.open(desk.db, words_id)


def test_another_key_opens_nothing(desk, words_id):
    other = Vault(bytes(32), math.inf)

    with pytest.raises(StoreError, match="does not open"):
        other.open(desk.db, words_id)


def test_the_vault_shows_no_key(private, vault):
    assert private not in [value for value in vars(vault).values() if isinstance(value, bytes)]
    assert private.hex() not in repr(vars(vault))
