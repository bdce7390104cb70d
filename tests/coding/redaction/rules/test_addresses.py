import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    "address",
    [
        "14 Elm Road", "22b Station Road", "9a Quayside Terrace", "flat 3", "Flat B",
        "27 Ottershaw Close",
        "112 wickerby avenue", "Elm Road", "Flat 3, 9 Harbour Court", "3 High Street",
    ],
)  # fmt: skip
def test_an_address_is_found(address):
    assert found(f"we live at {address}, still") == [(address, "address")]


def test_the_name_of_a_house_belongs_to_its_address():
    address = "Flat 7B, Corner Lodge, 3 Saltmarsh Lane"
    assert found(f"so {address} now") == [(address, "address")]


@pytest.mark.parametrize(
    "text",
    [
        "down the road", "a flat 3% rise", "the high street", "2 different ways",
        "3 people close by",
        "it took 2 years on the same road", "a flat refusal", "in Year 6 Park",
    ],
)  # fmt: skip
def test_roads_and_numbers_without_a_name_stay(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("We stay on Juniper Hill estate now", "Juniper Hill estate"),
        ("it comes into the harrowby estate late", "the harrowby estate"),
        ("My address is Pemberton Gardens no 8 but", "Pemberton Gardens no 8"),
        ("the flat is nineteen Harrow Weir Court so", "nineteen Harrow Weir Court"),
        ("I LIVE AT 27 COPPERBEECH RISE AND THE BUS", "27 COPPERBEECH RISE"),
        (
            "you should write to me at The Coach House, 3 Verity Lane, and not to him",
            "The Coach House, 3 Verity Lane",
        ),
    ],
)
def test_an_address_is_found_as_people_say_it(text, address):
    assert found(text) == [(address, "address")]
