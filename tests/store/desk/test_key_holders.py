import time

import pytest

from analysis.errors import InputError, LockedError
from analysis.store.database import writing
from analysis.store.desk.key_holders import (
    RECOVERY,
    add_key_holder,
    add_recovery_code,
    read_key_holders,
    unwrap,
)
from analysis.store.desk.vault import unlock
from tests.store.made import HOLDER, PASSPHRASE

SECOND = "another made-up passphrase"


def add(desk, name, passphrase, private):
    with writing(desk.db) as db:
        add_key_holder(db, name, passphrase, private)


def test_either_of_two_holders_can_unlock(desk, private):
    add(desk, "Second", SECOND, private)

    assert unwrap(desk.db, PASSPHRASE) == unwrap(desk.db, SECOND) == private
    assert read_key_holders(desk.db) == [HOLDER, "Second"]


def test_the_recovery_code_unlocks_however_it_is_typed(desk, private, made_once):
    code = made_once[1]

    assert unwrap(desk.db, code) == unwrap(desk.db, code.lower().replace("-", " ")) == private


def test_a_new_recovery_code_puts_the_old_one_out_of_use(desk, private, made_once):
    with writing(desk.db) as db:
        code = add_recovery_code(db, private)

    assert unwrap(desk.db, made_once[1]) is None
    assert unwrap(desk.db, code) == private


def test_a_passphrase_file_may_end_in_a_line_break(desk, private):
    assert unwrap(desk.db, f"{PASSPHRASE}\n") == private


def test_an_accented_letter_may_be_typed_in_two_signs(desk, private):
    add(desk, "Second", "caf\u00e9 au lait, made up", private)

    assert unwrap(desk.db, "cafe\u0301 au lait, made up") == private


@pytest.mark.parametrize("typed", ["", "wrong", PASSPHRASE.upper(), PASSPHRASE[:-1], "\x00"])
def test_a_wrong_passphrase_unlocks_nothing(desk, typed):
    with pytest.raises(LockedError, match="stay locked"):
        unlock(desk, typed)


def test_a_wrong_passphrase_takes_as_long_as_a_right_one(desk):
    times = {}
    for typed in (PASSPHRASE, "wrong"):
        started = time.process_time()
        unwrap(desk.db, typed)
        times[typed] = time.process_time() - started

    assert 0.5 < times[PASSPHRASE] / times["wrong"] < 2


def test_a_short_passphrase_is_refused(desk, private):
    with pytest.raises(InputError, match="at least 12"):
        add(desk, "Second", "short", private)


def test_nobody_is_called_recovery_code(desk, private):
    with pytest.raises(InputError, match="expected a person's"):
        add(desk, RECOVERY, SECOND, private)
