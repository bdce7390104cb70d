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
