import json

from analysis.store.desk.texts import read_texts
from analysis.store.intake.additions import add_to_response
from analysis.store.intake.receipts import receipt_hash
from analysis.words import Words
from tests.store.made import DAY, send, sizes


def add(intake, code, answers, **more):
    receipt = receipt_hash(intake.receipt_key, code)
    return add_to_response(intake, receipt, answers, more.pop("words", {}), DAY, **more)


def test_it_is_a_row_of_its_own(intake, desk):
    assert add(intake, send(intake), {"D5": "other"})

    row = next(desk.db.query("SELECT questionnaire, answers FROM additions"))
    assert row["questionnaire"] == "main"
    assert json.loads(row["answers"]) == {"D5": "other"}


def test_sent_twice_it_stays_as_it_was_sent_first(intake, desk):
    code = send(intake)
    add(intake, code, {"D5": "other"})

    assert not add(intake, code, {"D5": "mixed"})
    assert "other" in desk.db.execute("SELECT answers FROM additions").fetchone()[0]


def test_without_a_response_there_is_nothing_to_add_to(intake, desk):
    before = sizes(desk.db)

    assert not add(intake, "A code of nobody's", {"D5": "other"})
    assert sizes(desk.db) == before


def test_its_words_are_sealed_and_screened_like_any_other(intake, desk, vault):
    code = send(intake, words={})
    add(intake, code, {"D7": "written"}, words={"D7": Words("larger print")}, danger="welfare")

    text = next(read_texts(desk.db))

    assert (text.item, vault.open(desk.db, text.words_id).reveal()) == ("D7", "larger print")
    assert desk.db.execute("SELECT level FROM danger_levels").fetchall() == [("welfare",)]
