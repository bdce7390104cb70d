import pytest

from analysis.coding.redaction.names import council_names, known_names
from analysis.definitions.council import Council
from tests.coding.redaction.marked import found

NAMES = known_names(
    ["St Bride's Church of England Primary School", "The Reach Academy", "Oddlington College"],
    ["Tarrowshire"],
)


@pytest.mark.parametrize(
    "said",
    [
        "St Bride's Church of England Primary School", "St Bride's C of E primary", "st brides",
        "oddlington", "Oddlington college", "The Reach Academy",
    ],
)  # fmt: skip
def test_a_setting_is_found_as_people_say_it(said):
    words, kind = found(f"i think {said} did well", NAMES)[0]
    assert kind == "school"
    assert words == said


def test_a_setting_called_by_an_ordinary_word_needs_its_capital():
    assert found("we could not reach them but Reach rang us", NAMES) == [("Reach", "school")]
    assert found("Reach out, they said", NAMES) == []


def test_the_councils_own_name_stays():
    assert found("nobody from Tarrowshire came") != []
    assert found("nobody from Tarrowshire came", NAMES) == []


def test_a_council_gives_its_settings_and_its_names():
    council = Council.model_construct(
        name="Tarrowshire Council", short="Tarrowshire", settings={}, lists={}
    )
    assert council_names(council).table["tarrowshire"] == (
        (("tarrowshire", "council"), "kept"),
        (("tarrowshire",), "kept"),
    )
