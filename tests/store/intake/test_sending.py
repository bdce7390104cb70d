import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from analysis.errors import InputError, StoreError
from analysis.store.intake.door import open_intake
from analysis.store.intake.receipts import random_receipt
from analysis.store.intake.sending import is_taken, send_file, send_response
from analysis.words import Words
from tests.store.made import DAY, WROTE, completed, sizes


def grown(db, before):
    return {name: n - before[name] for name, n in sizes(db).items() if n != before[name]}


def test_a_response_goes_in_with_all_that_belongs_to_it(intake, desk):
    before = sizes(desk.db)

    assert send_response(intake, completed(setting="oak", setting_item="R0", danger="welfare"))

    assert grown(desk.db, before) == {
        "responses": 1,
        "processes": 1,
        "response_settings": 1,
        "danger_levels": 1,
        "word_keys": 1,
        "words": 1,
        "audit": 1,
    }


def test_the_same_receipt_twice_is_one_response(intake, desk):
    first = completed(receipt="r1")
    assert send_response(intake, first)
    before = sizes(desk.db)

    assert not send_response(intake, completed(receipt="r1", answers={"A1": "disagree"}))

    assert grown(desk.db, before) == {}
    assert "disagree" not in desk.db.execute("SELECT answers FROM responses").fetchone()[0]


def test_sixteen_tabs_that_send_at_once_are_one_response(folder, intake, desk):
    def send_from_its_own_tab(_):
        tab = open_intake(folder)
        sent = send_response(tab, completed(receipt="r1"))
        tab.db.close()
        return sent

    with ThreadPoolExecutor(16) as tabs:
        sent = list(tabs.map(send_from_its_own_tab, range(16)))

    assert sum(sent) == 1
    assert desk.db.table("responses").count == 1


def test_two_texts_of_one_response_share_its_key(intake, desk):
    send_response(intake, completed(words={"W1": Words("one"), "W2": Words("two")}))

    assert (desk.db.table("words").count, desk.db.table("word_keys").count) == (2, 1)


def test_a_response_without_words_has_no_key(intake, desk):
    send_response(intake, completed(words={}))

    assert desk.db.table("word_keys").count == 0


def test_the_setting_stands_apart_from_the_answers(intake, desk):
    answers = {"A1": "agree", "R0": "oak-primary"}
    send_response(intake, completed(answers=answers, setting="oak-primary", setting_item="R0"))

    stored = desk.db.execute("SELECT answers FROM responses").fetchone()[0]

    assert json.loads(stored) == {"A1": "agree", "R0": "listed"}
    assert isinstance(desk.db.execute("SELECT cluster FROM response_settings").fetchone()[0], int)


def test_a_setting_whose_item_is_not_named_is_refused(intake, desk):
    with pytest.raises(InputError, match="expected the item"):
        send_response(intake, completed(setting="oak-primary"))

    assert desk.db.table("responses").count == 0


def test_no_setting_is_named_anywhere_in_the_files(intake, folder):
    send_response(intake, completed(setting="oak-primary", setting_item="R0"))

    assert b"oak-primary" not in b"".join(p.read_bytes() for p in folder.path.glob("answers.db*"))


def test_a_definition_that_was_not_archived_is_refused(intake, desk):
    with pytest.raises(StoreError, match="expected a definition that was archived"):
        send_response(intake, completed(definition="unknown"))

    assert desk.db.table("responses").count == 0


def test_words_among_the_answers_are_refused_and_nothing_is_stored(intake, desk):
    with pytest.raises(TypeError):
        send_response(intake, completed(answers={"W1": Words(WROTE)}))

    assert desk.db.table("responses").count == 0


def test_what_a_family_wrote_stands_nowhere_in_the_clear(intake, folder):
    send_response(intake, completed(words={"W1": Words("canary of a family")}))

    assert b"canary" not in b"".join(p.read_bytes() for p in folder.path.rglob("*") if p.is_file())


def test_a_file_goes_in_whole_with_one_act(intake, desk):
    before = sizes(desk.db)
    answers = [completed(added={"D5": "other"}) for _ in range(5)]

    assert send_file(intake, "file-1", answers, DAY) == 5

    after = grown(desk.db, before)
    assert (after["responses"], after["additions"], after["files"], after["audit"]) == (5, 5, 1, 1)
    assert is_taken(desk.db, "file-1")


def test_a_file_with_one_bad_response_leaves_nothing(intake, desk):
    receipt, before = random_receipt(), sizes(desk.db)
    answers = [completed(), completed(receipt=receipt), completed(receipt=receipt)]

    with pytest.raises(StoreError, match="response 3"):
        send_file(intake, "file-1", answers, DAY)

    assert grown(desk.db, before) == {}


def test_a_family_sends_while_a_file_is_read_and_sealed(folder, intake, desk):
    family = open_intake(folder)

    def answers():
        for _ in range(3):
            assert send_response(family, completed())
            yield completed()

    assert send_file(intake, "file-1", answers(), DAY) == 3
    family.db.close()
    assert desk.db.table("responses").count == 6


def test_the_same_file_twice_is_refused(intake, desk):
    send_file(intake, "file-1", [completed()], DAY)

    with pytest.raises(StoreError, match="already"):
        send_file(intake, "file-1", [completed()], DAY)

    assert desk.db.table("responses").count == 1
