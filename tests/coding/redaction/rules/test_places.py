import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    "place", ["Croydon", "Tunbridge Wells", "orpington", "Kent", "Milton Keynes"]
)
def test_a_place_is_found(place):
    assert found(f"we moved from {place} last year") == [(place, "place")]


def test_a_place_no_list_holds_is_found_after_live_in():
    assert found("we live near Oddlington with nothing") == [("Oddlington", "place")]


@pytest.mark.parametrize(
    "text",
    [
        "Croydon council said no", "Kent County Council", "Croydon University Hospital wrote",
        "the Royal Borough of Greenwich", "we came from Poland", "everyone in London",
        "the Isle is far",
    ],
)  # fmt: skip
def test_public_bodies_and_countries_stay(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "firm",
    [
        "Speedway Cars Ltd", "Bright Horizon Tutoring", "Harcourt & Vane LLP", "Greenline Taxis",
        "Pathfinder Therapies", "speedway cars ltd", "greenline taxis",
    ],
)  # fmt: skip
def test_a_firm_is_found_by_its_last_word(firm):
    assert found(f"it came from {firm}, at last") == [(firm, "organisation")]


def test_a_firm_is_found_after_called():
    assert found("a company called Bright Kite") == [("Bright Kite", "organisation")]


@pytest.mark.parametrize(
    "text",
    [
        "Speech and Language Therapy", "the Education Services", "Home Tuition was cut",
        "IPSEA and Mencap",
        "taxis were late", "our Transport was late", "the National Autistic Society",
        "I've limited time",
    ],
)  # fmt: skip
def test_services_and_charities_stay(text):
    assert found(text) == []
