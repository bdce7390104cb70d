import pytest

from analysis.coding.coder import Coding
from analysis.coding.flags import (
    NOTHING_GOOD,
    NOTHING_WRONG,
    FlagFinder,
    codings_beside,
    find_flags,
    type_non_answer,
)
from analysis.definitions.danger import DangerList
from analysis.words import Words
from tests.coding.made import BREAD, QUEUE, codebook

BOOK = codebook(
    BREAD,
    QUEUE | {"not_beside": ("danger",)},
    flags={
        "complaint": ("want to complain", "ring me"),
        "off-topic": ("nothing", "n/a", "thanks", "really"),
        "not-english": ("nie", "jest", "sie", "bardzo", "for"),
    },
)
DANGER = DangerList(danger=("hurt* himself",), welfare=("locked in",), hash="")
FINDER = FlagFinder(BOOK, DANGER)


def flags(text):
    return FINDER.find(Words(text))


@pytest.mark.parametrize("text", ["Nothing", "n/a", "N/A.", "nothing really, thanks", "=1+1", "-"])
def test_an_answer_that_says_nothing_is_off_topic(text):
    assert flags(text) == ("off-topic",)


@pytest.mark.parametrize("text", ["nothing happened", "late", "thanks to the baker"])
def test_an_answer_that_says_something_is_not(text):
    assert flags(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "To jest bardzo dobry chleb",
        "Spotkanie było miłe i pani się stara.",
        "আমার ছেলের জন্য কেউ আসেনি",
        "Хлеб очень хороший",
    ],
)
def test_another_language_is_noted(text):
    assert flags(text) == ("not-english",)


@pytest.mark.parametrize(
    "text",
    [
        "mtg was gd but stil no bread n its bn 6wks",
        "The café was très nice for us",
        "na",
        "Bread 7/10",
        "waiting six months bread",
    ],
)
def test_english_as_it_is_typed_is_english(text):
    assert "not-english" not in flags(text)


def test_a_complaint_is_noted():
    assert flags("I want to complain about the bread") == ("complaint",)


def test_danger_stands_first():
    assert flags("He hurts himself. Ring me.") == ("danger", "complaint")


def test_welfare_is_noted():
    assert flags("she was locked in") == ("welfare",)


def test_one_answer_can_be_asked_about_alone():
    assert find_flags(Words("n/a"), BOOK, DANGER) == ("off-topic",)


CODINGS = (Coding(0, 1, "BR-1", "-", 0.5, ()), Coding(0, 1, "QU-1", "-", 0.5, ()))


@pytest.mark.parametrize("flag", ["off-topic", "not-english"])
def test_no_coding_stands_where_nothing_was_said_in_english(flag):
    assert codings_beside(CODINGS, [flag], BOOK) == ()


def test_a_code_gives_way_to_a_flag_it_may_not_stand_beside():
    assert codings_beside(CODINGS, ["danger"], BOOK) == CODINGS[:1]


def test_other_flags_leave_the_codings():
    assert codings_beside(CODINGS, ["welfare", "complaint"], BOOK) == CODINGS


@pytest.mark.parametrize(
    ("text", "tone", "said"),
    [
        ("Nothing", "suggestion", NOTHING_WRONG),
        ("nothing really", "problem", NOTHING_WRONG),
        ("None.", "suggestion", NOTHING_WRONG),
        ("Nothing", "praise", NOTHING_GOOD),
        ("no problems", "praise", NOTHING_WRONG),
        ("Nothing went well", "problem", NOTHING_GOOD),
        ("Nothing", "mixed", None),
        ("n/a", "suggestion", None),
        ("no comment", "suggestion", None),
        ("nothing to add", "problem", None),
        ("", "praise", None),
    ],
)
def test_an_answer_of_nothing_is_praise_or_blame_by_the_question(text, tone, said):
    assert type_non_answer(Words(text), ("off-topic",), tone) == said


def test_an_answer_that_says_something_is_no_answer_of_nothing():
    assert type_non_answer(Words("nothing happened"), (), "suggestion") is None
