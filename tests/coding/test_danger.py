import pytest

from analysis.coding.danger import danger_level
from analysis.definitions.danger import DangerList

LIST = DangerList(
    danger=("hurt* himself", "can't go on", "a&e"), welfare=("locked in", "no school"), hash=""
)


@pytest.mark.parametrize(
    "text",
    [
        "He hurts himself",
        "HURTING HIMSELF!!",
        "he hurt\n  himself again",
        "i cant go on",
        "I can’t go on",
        "we were in A&E",
        "he never hurt himself",
    ],
)
def test_danger_is_found_however_it_is_typed(text):
    assert danger_level([text], LIST) == "danger"


def test_welfare_is_the_lower_level():
    assert danger_level(["no school since May"], LIST) == "welfare"


def test_the_highest_level_of_all_texts_counts():
    assert danger_level(["locked in", "fine", "he hurts himself"], LIST) == "danger"


@pytest.mark.parametrize("texts", [[], [""], ["unhurt himself", "unlocked inside"]])
def test_other_texts_have_no_level(texts):
    assert danger_level(texts, LIST) is None


def test_each_list_is_its_own():
    other = DangerList(danger=("fine",), welfare=(), hash="")
    assert [danger_level(["fine"], known) for known in (LIST, other)] == [None, "danger"]


def test_the_screen_needs_no_language_package(fresh_modules):
    assert not fresh_modules("analysis.coding.danger") & {"nltk", "sklearn", "numpy"}
