import secrets
import threading
import time

import pytest

from analysis.store import erasure
from analysis.store.database import connect, writing
from analysis.store.desk.codings import Run, save_coded
from analysis.store.desk.texts import read_texts, save_redacted
from analysis.store.intake.additions import add_to_response
from analysis.store.intake.receipts import receipt_hash, withdraw
from analysis.words import Redacted, Words
from tests.store.made import DAY, send, sizes


def stored(folder):
    """Everything that stands in the database, its journal and its index."""
    return b"".join(path.read_bytes() for path in folder.path.glob("answers.db*"))


def sealed(desk):
    """Every sealed text and key, as they stand in the file."""
    return [
        bytes(row[0])[:24]
        for column in ("ciphertext FROM words", "sealed FROM word_keys", "sealed FROM redactions")
        for row in desk.db.execute(f"SELECT {column}")
    ]


def code_everything(desk, vault):
    with writing(desk.db):
        for text in list(read_texts(desk.db)):
            save_redacted(desk.db, vault, text.words_id, Redacted("it came late"), "r1")
            save_coded(desk.db, Run("phrases", "c1", "b1", "r1"), text.words_id, [], ["complaint"])


def test_withdrawing_takes_everything_but_a_tombstone(intake, desk, vault):
    before = sizes(desk.db)
    code = send(intake, danger="welfare", setting="oak", setting_item="R0")
    add_to_response(
        intake, receipt_hash(intake.receipt_key, code), {"D5": "other"}, {"D7": Words("x")}, DAY
    )
    code_everything(desk, vault)

    assert withdraw(intake, code, DAY)

    after = sizes(desk.db)
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        "withdrawals": 1,
        "audit": 3,
    }


def test_what_was_withdrawn_stands_nowhere_in_the_files(intake, desk, vault, folder):
    canaries = {f"canary-{secrets.token_hex(8)}": "" for _ in range(40)}
    for canary in canaries:
        answers = {"A1": canary, "A2": "x" * secrets.randbelow(3000)}
        words = {"W1": Words("w" * secrets.randbelow(6000))}
        canaries[canary] = send(intake, answers=answers, words=words, because=canary)
    code_everything(desk, vault)
    ciphertexts = sealed(desk)
    gone, kept = list(canaries)[:20], list(canaries)[20:]

    for canary in gone:
        assert withdraw(intake, canaries[canary], DAY)

    held = stored(folder)
    assert not [canary for canary in gone if canary.encode() in held]
    assert all(canary.encode() in held for canary in kept)
    assert sum(text in held for text in ciphertexts) == len(ciphertexts) / 2


def test_erasure_waits_for_a_reader_to_finish(intake, folder):
    code = send(intake, answers={"A1": "canary-of-the-reader"})
    reading, done = threading.Event(), threading.Event()

    def read():
        db = connect(folder.database)
        db.execute("BEGIN")
        db.execute("SELECT count(*) FROM responses").fetchone()
        reading.set()
        time.sleep(0.4)
        done.set()
        db.close()

    thread = threading.Thread(target=read)
    thread.start()
    reading.wait()
    assert withdraw(intake, code, DAY)

    assert done.is_set()
    assert b"canary-of-the-reader" not in stored(folder)
    thread.join()


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE responses SET answers = '{}'",
        "UPDATE words SET item = 'W2'",
        "UPDATE word_keys SET sealed = x'00'",
        "DELETE FROM responses",
        "DELETE FROM words",
        "DELETE FROM word_keys",
        "INSERT OR REPLACE INTO responses SELECT * FROM responses",
    ],
)
def test_what_a_family_sent_is_neither_changed_nor_deleted(intake, desk, act):
    send(intake)

    with pytest.raises(Exception, match=r"written once|by erasure only"):
        desk.db.execute(act)


def test_the_permission_to_erase_one_response_is_none_for_another(intake, desk):
    send(intake)
    send(intake)
    first = desk.db.execute("SELECT id FROM responses").fetchone()[0]

    desk.db.execute("INSERT INTO erasing VALUES (?)", [first])
    with pytest.raises(Exception, match="by erasure only"):
        desk.db.execute("DELETE FROM responses")

    assert desk.db.table("responses").count == 2


def test_the_permission_does_not_outlast_the_erasure(intake, desk):
    send(intake)
    ids = [row[0] for row in desk.db.execute("SELECT id FROM responses")]

    with writing(desk.db) as db:
        assert erasure.erase(db, ids) == 1

    assert desk.db.table("erasing").count == 0
