from analysis.store.desk.texts import (
    find_text,
    read_redacted,
    read_released,
    read_texts,
    save_redacted,
    save_released,
)
from analysis.words import Redacted, Released, Words
from tests.store.made import send


def test_a_text_is_known_by_its_place_and_nothing_it_says(intake, desk):
    send(intake, process="old")

    text = next(read_texts(desk.db))

    assert (text.item, text.made_of, text.process) == ("W1", "answer", "old")
    assert find_text(desk.db, text.words_id) == text


def test_the_texts_of_one_response_stand_together(intake, desk):
    for _ in range(5):
        send(intake, words={"W1": Words("one"), "W2": Words("two")})

    responses = [text.response_id for text in read_texts(desk.db)]

    assert responses[::2] == responses[1::2]
    assert len(set(responses)) == 5


def test_an_unknown_text_is_none(desk):
    assert find_text(desk.db, 1) is None


def test_redacted_and_released_text_stand_beside_each_other(intake, desk, vault):
    send(intake)
    words_id = next(read_texts(desk.db)).words_id
    assert read_redacted(desk.db, vault, words_id) is None
    save_redacted(desk.db, vault, words_id, Redacted("by machine"), "r1")
    save_released(desk.db, vault, words_id, Released("by a person"))

    redacted = read_redacted(desk.db, vault, words_id)
    released = read_released(desk.db, vault, words_id)

    assert (redacted.reveal(), released.reveal()) == ("by machine", "by a person")


def test_a_second_redaction_stands_in_place_of_the_first(intake, desk, vault):
    send(intake)
    words_id = next(read_texts(desk.db)).words_id
    save_redacted(desk.db, vault, words_id, Redacted("first"), "r1")
    save_redacted(desk.db, vault, words_id, Redacted("second"), "r2")

    assert read_redacted(desk.db, vault, words_id).reveal() == "second"
    assert desk.db.execute("SELECT redaction FROM redactions").fetchall() == [("r2",)]
