import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from analysis.reporting.files.plain import plain, plain_cell


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\x00=1", "\uff1d1", " =1"]
)
def test_a_cell_cannot_begin_a_formula(text):
    assert plain_cell(text).startswith("'")


def test_words_stay_as_they_are():
    assert plain_cell("Was it “warm” – or not? 12 of 18 = few") == (
        "Was it “warm” – or not? 12 of 18 = few"
    )


def test_marks_that_turn_the_direction_are_taken_out():
    assert plain("a\u202eb\u2066c") == "a b c"


@given(st.text(st.characters(codec=None)))
def test_what_is_plain_stands_in_xml(text):
    element = etree.Element("a")
    element.text = plain(text)
    assert etree.fromstring(etree.tostring(element)).text in (plain(text), None)
