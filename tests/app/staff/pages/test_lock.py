import json

from analysis.store import audit
from analysis.store.desk.throttle import PER_NAME, take_try
from analysis.store.desk.vault import IDLE_S
from analysis.store.keys import keyed_hash
from app.staff.pages.lock import WHO
from tests.app.staff.made import PASSPHRASE


def acts(side):
    found = side.desk.db.execute("SELECT action, details FROM audit ORDER BY id")
    return [(action, json.loads(details)) for action, details in found]


def test_a_key_holders_passphrase_unlocks_for_everybody_who_may_read(worker, side):
    response = worker("lead_reviewer").post("/unlock", passphrase=PASSPHRASE)
    assert response.location == "/review"
    assert side.words.is_open
    assert "The words are unlocked" in worker("reviewer").get("/review").text


def test_unlocking_and_locking_stand_in_the_chain_of_acts(worker, side):
    person = worker("lead_reviewer")
    person.post("/unlock", passphrase=PASSPHRASE)
    person.post("/lock")
    told = {"by": "lead_reviewer"}
    assert acts(side)[-2:] == [("words unlocked", told), ("words locked", told)]
    assert audit.verify(side.desk.db, side.desk.audit_key)


def test_a_wrong_passphrase_says_so_and_unlocks_nothing(worker, side):
    response = worker("lead_reviewer").post("/unlock", passphrase="not this one at all")
    assert response.status_code == 401
    assert "not a key holder" in response.text
    assert not side.words.is_open


def test_too_many_passphrases_are_refused_before_the_slow_hash(worker, side, clock):
    person = worker("lead_reviewer")
    seconds, tries = PER_NAME[0]
    who = keyed_hash(side.desk.audit_key, WHO).hex()
    for _ in range(tries):
        take_try(side.desk.db, who, clock.now().timestamp())
    assert person.post("/unlock", passphrase=PASSPHRASE).status_code == 429
    clock.pass_(seconds + 1)
    assert person.post("/unlock", passphrase=PASSPHRASE).status_code == 303


def test_the_words_lock_themselves_when_nobody_reads(worker, side, unlocked, clock):
    clock.pass_(IDLE_S + 1)
    assert "The words are locked" in worker("reviewer").get("/review").text


def test_the_passphrase_stands_in_no_page_and_no_log(worker, caplog):
    response = worker("lead_reviewer").post("/unlock", passphrase=PASSPHRASE[:-1])
    assert PASSPHRASE[:-1] not in response.text
    assert PASSPHRASE[:-1] not in caplog.text
