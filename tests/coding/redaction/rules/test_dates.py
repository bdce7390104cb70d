import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("born 3rd May 2015 so in year 5", "3rd May 2015"), ("dob 03/05/15 was wrong", "03/05/15"),
        ("D.O.B: 2015-05-03.", "2015-05-03"), ("date of birth is May 3, 2015", "May 3, 2015"),
        ("She turned 7 on 4 June and", "4 June"), ("he'll be sixteen on the 9th of May",
        "the 9th of May"),
        ("it was her birthday (2nd of February)", "2nd of February"),
        ("11 March is his birthday", "11 March"), ("born in 2015 at home", "2015"),
        ("born at 27 weeks on 11/08/2014", "11/08/2014"), ("his bday is 4/6", "4/6"),
    ],
)  # fmt: skip
def test_a_birthday_is_found(text, day):
    assert found(text) == [(day, "date_of_birth")]


def test_a_second_date_of_birth_in_the_sentence_is_found():
    text = "Date of birth is 17.11.2012 on one page and 11.17.2012 on the next"
    assert [words for words, _ in found(text)] == ["17.11.2012", "11.17.2012"]


def test_a_date_right_after_a_name_is_a_birthday():
    assert found("Olivia Smith (03/05/15)")[1] == ("03/05/15", "date_of_birth")


@pytest.mark.parametrize(
    "text",
    [
        "the review was on 4 June", "plan came on 12/03/2025, ten weeks late",
        "born early. Review 4 June",
        "signed on 01/09/2024", "In May, still no advice", "it was their turn on 4 June",
        "a birthday meeting on 4 June",
    ],
)  # fmt: skip
def test_any_other_date_stays(text):
    assert found(text) == []
