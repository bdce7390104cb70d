import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize("place", ["Milton Keynes", "tunbridge wells", "Bury St Edmunds"])
def test_a_place_of_several_words_is_found(place):
    assert found(f"we came from {place} then") == [(place, "place")]


@pytest.mark.parametrize(
    "name",
    [
        "Great Ormond Street", "the Duke of Edinburgh award", "Thomas the Tank",
        "jack of all trades",
        "King's College Hospital", "All About Me", "the Children and Families Act", "Sierra Leone",
    ],
)  # fmt: skip
def test_a_name_that_is_to_stay_stays(name):
    assert found(f"and then {name} again") == []


def test_a_place_of_ordinary_words_needs_its_capitals():
    assert found("on the old street they knew") == []


def test_a_place_in_a_schools_name_is_part_of_it():
    assert found("at Crystal Palace Primary") == [("Crystal Palace Primary", "school")]


def test_a_church_school_goes_on_to_the_word_school():
    name = "Sacred Heart Catholic Primary School"
    assert found(f"so {name} rang") == [(name, "school")]
