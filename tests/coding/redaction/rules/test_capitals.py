import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We do Wobbly Wheels on a Sunday", "Wobbly Wheels"),
        ("He started at the Hive after Easter", "the Hive"),
        ("a place at Little Acorns of Tansley again", "Little Acorns of Tansley"),
        ("We move to Almond Tower and no one came", "Almond Tower"),
    ],
)
def test_words_in_capitals_that_stand_together_are_a_name(text, name):
    assert name in [words for words, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Annual Review was held by the Local Authority",
        "We asked the Council for a Speech and Language Therapist",
        "They sent the Draft Plan to the Panel",
        "Nobody From The Council Came To Our Meeting And They Wrote Nothing",
        "Really Good. Thank You",
        "HE GOES TO THE HIVE OF ACTIVITY THEY CALL A SCHOOL",
    ],
)
def test_words_that_are_often_in_capitals_and_whole_texts_so_stay(text):
    assert found(text) == []


def test_a_person_and_a_school_with_at_between_stay_two():
    assert found("Mrs Okonjo at Quillmoor School rang") == [
        ("Mrs Okonjo", "person"),
        ("Quillmoor School", "school"),
    ]
