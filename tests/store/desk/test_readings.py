from analysis.coding.coder import Coding
from analysis.store.database import writing
from analysis.store.desk.codings import Run, save_coded, save_decision
from analysis.store.desk.readings import (
    count_any,
    count_tones,
    count_writers,
    has_sample,
    read_readings,
)
from analysis.store.desk.texts import read_texts
from analysis.words import Words
from tests.store.made import send

RUN = Run("phrases", "c1", "b1", "r1")


def by_program(desk, text):
    with writing(desk.db) as db:
        save_coded(db, RUN, text.words_id, [], [])


def test_a_family_that_wrote_twice_is_one_writer(intake, desk):
    send(intake, words={"W1": Words("one"), "W2": Words("two"), "W3": Words("three")})
    send(intake, words={"W3": Words("three")})
    for text in list(read_texts(desk.db)):
        by_program(desk, text)

    assert count_writers(desk.db, "phrases", ["W1", "W2"]) == 1
    assert count_writers(desk.db, "phrases", ["W3"]) == 2


def found(code, polarity):
    return Coding(0, 3, code, polarity, 0.9, ())


def test_a_family_counts_once_for_a_code_with_every_polarity_it_has(intake, desk):
    send(intake, words={"W1": Words("one"), "W2": Words("two")})
    send(intake, words={"W1": Words("one")})
    said = {
        ("W1", True): [found("TIM-2", "-"), found("TIM-2", "-")],
        ("W2", True): [found("TIM-2", "+"), found("COM-1", "-")],
        ("W1", False): [found("TIM-2", "-")],
    }
    texts = list(read_texts(desk.db))
    both = next(text.response_id for text in texts if text.item == "W2")
    with writing(desk.db) as db:
        for text in texts:
            codings = said[text.item, text.response_id == both]
            save_coded(db, RUN, text.words_id, codings, [])

    tones = {
        (code, frozenset(tones)): number
        for code, tones, number in count_tones(desk.db, "phrases", ["W1", "W2"])
    }
    assert tones == {
        ("TIM-2", frozenset("-+")): 1,
        ("TIM-2", frozenset("-")): 1,
        ("COM-1", frozenset("-")): 1,
    }
    assert count_any(desk.db, "phrases", ["W1", "W2"], ["TIM-2", "COM-1"]) == 2
    assert count_any(desk.db, "phrases", ["W1", "W2"], ["COM-1"]) == 1
    assert count_tones(desk.db, "phrases", ["W3"]) == []


def test_what_a_person_decided_of_a_text_counts_in_place_of_the_program(intake, desk):
    send(intake, words={"W1": Words("one")})
    text = next(read_texts(desk.db))
    with writing(desk.db) as db:
        save_coded(db, RUN, text.words_id, [found("TIM-2", "-")], [])
        save_decision(db, "A Made-Up Reviewer", text.words_id, {"COM-1": "+"}, "b1", "chosen")

    assert count_tones(desk.db, "phrases", ["W1"]) == [("COM-1", ("+",), 1)]


def test_a_text_nobody_read_has_no_writer_yet(intake, desk):
    send(intake)

    assert count_writers(desk.db, "phrases", ["W1"]) == 0


def test_a_sample_is_there_once_a_person_read_what_the_lot_drew(intake, desk):
    send(intake, words={"W1": Words("one")})
    text = next(read_texts(desk.db))
    by_program(desk, text)
    assert not has_sample(desk.db)

    with writing(desk.db) as db:
        save_decision(db, "A Made-Up Reviewer", text.words_id, {"TIM-2": "-"}, "b1", "random")

    assert has_sample(desk.db)
    assert [(one.sampled, one.code) for one in read_readings(desk.db, "phrases", ["W1"])] == [
        (None, None),
        ("random", "TIM-2"),
    ]
