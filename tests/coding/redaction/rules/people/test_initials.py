import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("J. did not want to come", "J."), ("Our son T.M. has been out", "T.M."),
        ("D's hours were cut", "D"),
        ("no mention of Z. having stopped", "Z."), ("so Mrs B rang", "Mrs B"),
        ("my son J was there", "J"),
        ("we sat with K and waited", "K"), ("our son t.m. was out", "t.m."),
    ],
)  # fmt: skip
def test_a_letter_that_stands_for_a_person_is_found(text, letters):
    assert found(text) == [(letters, "person")]


@pytest.mark.parametrize(
    "text",
    [
        "Section F says 20 hours", "Sections B, E and F", "Year R and Year 6", "plan B",
        "A teacher rang",
        "the O.T. and the E.P. came", "e.g. a call, i.e. ten words", "at 10 p.m. on Monday",
        "So I went",
        "Q. Did you? A. No", "the N.E. service", "v. good", "vitamin D was low",
        "the lady I spoke to",
        "Ward B and C", "thanks x",
    ],
)  # fmt: skip
def test_any_other_letter_stays(text):
    assert found(text) == []
