import pytest

from analysis.coding.coder import Coding
from analysis.store.database import writing
from analysis.store.desk.codings import (
    Coded,
    Run,
    Use,
    read_codings,
    read_flags,
    read_uncoded,
    read_uses,
    save_coded,
    save_decision,
)
from analysis.store.desk.texts import read_texts
from tests.store.made import send

RUN = Run("phrases", "c1", "b1", "r1")


def coding(code, polarity="-", start=0, end=4):
    return Coding(start, end, code, polarity, 0.8, ((0, 3),))


@pytest.fixture
def text(intake, desk):
    send(intake)
    return next(read_texts(desk.db))


def by_program(desk, text, *codings, run=RUN, flags=()):
    with writing(desk.db) as db:
        save_coded(db, run, text.words_id, codings, flags)


def by_person(desk, text, codes, person="A Made-Up Reviewer"):
    with writing(desk.db) as db:
        save_decision(db, person, text.words_id, codes, "b1", "random")


def test_a_coding_comes_back_with_its_evidence(desk, text):
    by_program(desk, text, coding("TIM-2"))

    assert read_codings(desk.db, text.words_id) == [
        Coded("phrases", False, "TIM-2", "-", 0, 4, 0.8, ((0, 3),))
    ]


def test_codings_come_in_the_order_of_the_text(desk, text):
    by_program(desk, text, coding("TIM-2", start=9), coding("COM-1", start=2))

    assert [one.code for one in read_codings(desk.db, text.words_id)] == ["COM-1", "TIM-2"]


def test_a_text_is_uncoded_until_it_was_read_even_for_nothing(desk, text):
    assert read_uncoded(desk.db, RUN) == [text.words_id]

    by_program(desk, text)

    assert read_uncoded(desk.db, RUN) == []


@pytest.mark.parametrize(
    "changed",
    [
        Run("phrases", "c2", "b1", "r1"),
        Run("phrases", "c1", "b2", "r1"),
        Run("phrases", "c1", "b1", "r2"),
        Run("trained", "c1", "b1", "r1"),
    ],
)
def test_whatever_makes_a_coding_has_it_made_again_when_it_changes(desk, text, changed):
    by_program(desk, text)

    assert read_uncoded(desk.db, changed) == [text.words_id]


def test_a_program_that_codes_again_replaces_what_it_said(desk, text):
    by_program(desk, text, coding("TIM-2"), flags=["complaint"])
    by_program(desk, text, coding("COM-1"), run=Run("phrases", "c2", "b1", "r1"))

    assert [one.code for one in read_codings(desk.db, text.words_id)] == ["COM-1"]
    assert read_flags(desk.db) == {}


def test_a_persons_decision_counts_before_the_programs(desk, text):
    by_program(desk, text, coding("TIM-2"))
    assert list(read_uses(desk.db, "phrases")) == [Use(text.response_id, "W1", "TIM-2", "-")]

    by_person(desk, text, {"COM-1": "+"})

    assert list(read_uses(desk.db, "phrases")) == [Use(text.response_id, "W1", "COM-1", "+")]


def test_a_person_who_finds_no_code_takes_the_programs_away(desk, text):
    by_program(desk, text, coding("TIM-2"))
    by_person(desk, text, {})

    assert list(read_uses(desk.db, "phrases")) == []


def test_another_programs_codes_do_not_count(desk, text):
    by_program(desk, text, coding("TIM-2"), run=Run("trained", "c1", "b1", "r1"))

    assert list(read_uses(desk.db, "phrases")) == []


def test_flags_come_by_text(desk, text):
    by_program(desk, text, flags=["complaint", "off-topic"])

    assert read_flags(desk.db) == {text.words_id: frozenset({"complaint", "off-topic"})}
