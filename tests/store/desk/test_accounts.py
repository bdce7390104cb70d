import time
from statistics import median

import pytest

from analysis.errors import InputError, StoreError, ThrottledError
from analysis.store.desk.accounts import (
    HASHER,
    NOBODY,
    add_account,
    approve,
    find_account,
    read_accounts,
    remove_account,
    set_password,
    sign_in,
)
from analysis.store.desk.throttle import PER_NAME

NAME, PASSWORD, NOW = "made-up.reviewer", "a made-up password", 1000.0


@pytest.fixture
def account(desk):
    return add_account(desk.db, NAME, "reviewer", PASSWORD)


def test_the_right_password_signs_in(desk, account):
    assert sign_in(desk, NAME, PASSWORD, NOW) == account


def test_a_name_may_be_typed_in_capitals(desk, account):
    assert sign_in(desk, f" {NAME.upper()} ", PASSWORD, NOW) == account


@pytest.mark.parametrize(
    ("name", "password"), [(NAME, "wrong"), ("nobody", PASSWORD), ("", ""), (NAME, PASSWORD + " ")]
)
def test_a_wrong_name_or_password_signs_nobody_in(desk, account, name, password):
    assert sign_in(desk, name, password, NOW) is None


def test_an_unknown_name_takes_as_long_as_a_wrong_password(desk, account):
    times = {NAME: [], "nobody": []}
    for turn in range(3):
        for name, taken in times.items():
            started = time.process_time()
            sign_in(desk, name, "wrong", NOW + turn)
            taken.append(time.process_time() - started)

    assert 0.5 < median(times[NAME]) / median(times["nobody"]) < 2


def test_nobodys_hash_costs_what_every_other_costs():
    assert not HASHER.check_needs_rehash(NOBODY)


def test_the_sixth_try_in_a_minute_is_refused_even_when_right(desk, account):
    for _ in range(PER_NAME[0][1]):
        sign_in(desk, NAME, "wrong", NOW)

    with pytest.raises(ThrottledError, match="wait"):
        sign_in(desk, NAME, PASSWORD, NOW)


def test_no_password_is_kept(desk, account, folder):
    held = b"".join(path.read_bytes() for path in folder.path.glob("answers.db*"))

    assert PASSWORD.encode() not in held


def test_a_name_is_used_once(desk, account):
    with pytest.raises(InputError, match="in use already"):
        add_account(desk.db, NAME.title(), "reviewer", PASSWORD)


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("short", "short")])
def test_an_empty_name_or_a_short_password_is_refused(desk, name, password):
    with pytest.raises(InputError, match=r"expected (a name|at least 12)"):
        add_account(desk.db, name, "reviewer", password)


def test_only_a_key_holder_approves(desk, account):
    holder = add_account(desk.db, "holder", "lead", PASSWORD, key_holder=True, approved=True)
    administrator = add_account(desk.db, "admin", "administrator", PASSWORD, approved=True)

    with pytest.raises(StoreError, match="no key holder"):
        approve(desk.db, account.id, administrator)
    approve(desk.db, account.id, holder)

    assert find_account(desk.db, account.id).approved


def test_nobody_approves_themselves(desk):
    holder = add_account(desk.db, "holder", "lead", PASSWORD, key_holder=True)

    with pytest.raises(StoreError, match="other than the person"):
        approve(desk.db, holder.id, holder)


def test_a_new_password_takes_the_place_of_the_old(desk, account):
    set_password(desk.db, account.id, "another made-up one")

    assert sign_in(desk, NAME, PASSWORD, NOW) is None
    assert sign_in(desk, NAME, "another made-up one", NOW) == account


def test_a_removed_account_is_gone(desk, account):
    remove_account(desk.db, account.id)

    assert read_accounts(desk.db) == []
    assert find_account(desk.db, account.id) is None


def test_an_account_that_is_not_there_is_named_as_such(desk):
    with pytest.raises(StoreError, match="found none"):
        remove_account(desk.db, 1)


def test_an_account_keeps_for_which_party_it_agrees(desk, account):
    made = add_account(desk.db, "lead", "lead_reviewer", PASSWORD, party="The readers")

    assert find_account(desk.db, made.id).party == "The readers"
    assert find_account(desk.db, account.id).party == ""
