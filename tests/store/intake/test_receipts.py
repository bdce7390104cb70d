import time
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.store.intake.receipts import (
    ALPHABET,
    CHARACTERS,
    is_code,
    is_withdrawn,
    new_secret,
    normalise_code,
    receipt_code,
    receipt_hash,
    withdraw,
)
from analysis.store.intake.sending import send_response
from tests.store.made import DAY, completed, send, sizes

KEY = b"k" * 32
secrets = st.binary(min_size=32, max_size=32)


def test_the_code_holds_a_hundred_random_bits():
    assert len(ALPHABET) ** CHARACTERS == 2**100


def test_a_thousand_secrets_give_a_thousand_codes():
    assert len({receipt_code(new_secret()) for _ in range(1000)}) == 1000


@given(secret=secrets)
def test_the_same_secret_gives_the_same_code(secret):
    assert receipt_code(secret) == receipt_code(secret)
    assert is_code(receipt_code(secret))


def test_a_code_is_shown_in_groups_of_four():
    assert [len(group) for group in receipt_code(bytes(32)).split("-")] == [4, 4, 4, 4, 4, 2]


@given(secret=secrets, sign=st.sampled_from([" ", "", "--", "\t", " - "]))
def test_case_spaces_and_dashes_do_not_matter(secret, sign):
    code = receipt_code(secret)
    typed = sign.join(code.lower().replace("-", ""))

    assert receipt_hash(KEY, typed) == receipt_hash(KEY, code)


@pytest.mark.parametrize(("typed", "meant"), [("o", "0"), ("O", "0"), ("i", "1"), ("L", "1")])
def test_letters_that_look_like_digits_are_read_as_digits(typed, meant):
    assert normalise_code(f"A{typed}") == f"A{meant}"


@given(secret=secrets, place=st.integers(0, 21), letter=st.sampled_from(ALPHABET))
def test_one_wrong_character_always_shows(secret, place, letter):
    code = normalise_code(receipt_code(secret))
    typed = code[:place] + letter + code[place + 1 :]

    assert is_code(typed) == (typed == code)


@given(secret=secrets, place=st.integers(0, 20))
def test_two_neighbours_swapped_always_show(secret, place):
    code = normalise_code(receipt_code(secret))
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert is_code(typed) == (typed == code)


@given(typed=st.text())
def test_anything_may_be_typed(typed):
    assert len(receipt_hash(KEY, typed)) == 64
    assert not is_code(typed)


def test_a_right_code_withdraws_once(intake):
    code = send(intake)

    assert withdraw(intake, code.lower().replace("-", " "), DAY)
    assert not withdraw(intake, code, DAY)


def test_a_wrong_code_changes_nothing(intake, desk):
    send(intake)
    before = sizes(desk.db)

    assert not withdraw(intake, receipt_code(new_secret()), DAY)
    assert sizes(desk.db) == before


def test_withdrawing_one_leaves_the_others(intake, desk):
    code, _ = send(intake), send(intake)
    withdraw(intake, code, DAY)

    assert desk.db.table("responses").count == desk.db.table("words").count == 1


def test_what_was_withdrawn_is_not_sent_again(intake, desk):
    code = send(intake)
    receipt = receipt_hash(intake.receipt_key, code)
    withdraw(intake, code, DAY)

    assert is_withdrawn(intake.db, receipt)
    assert not send_response(intake, completed(receipt=receipt))
    assert desk.db.table("responses").count == 0


def test_neither_code_nor_secret_is_kept(intake, folder):
    secret = new_secret()
    code = receipt_code(secret)
    send_response(intake, completed(receipt=receipt_hash(intake.receipt_key, code)))

    held = b"".join(path.read_bytes() for path in folder.path.rglob("*") if path.is_file())

    assert code.encode() not in held
    assert normalise_code(code).encode() not in held


def test_a_used_code_takes_no_longer_than_a_wrong_one(intake):
    used = [send(intake) for _ in range(60)]
    for code in used:
        withdraw(intake, code, DAY)
    times = {True: [], False: []}

    for code in used:
        for is_used, typed in ((True, code), (False, receipt_code(new_secret()))):
            started = time.perf_counter()
            withdraw(intake, typed, DAY)
            times[is_used].append(time.perf_counter() - started)

    assert abs(median(times[True]) - median(times[False])) < 0.001
