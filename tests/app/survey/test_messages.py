import re
from pathlib import Path

import pytest

import app.survey
from analysis.errors import DefinitionError
from app.survey.factory import PROBLEMS
from app.survey.forms.month import PARTS
from app.survey.messages import fill, load_messages
from tests.definitions.test_reading_age import HARDEST, grade

HERE = Path(app.survey.__file__).parent
TEMPLATES = " ".join(path.read_text() for path in (HERE / "templates").glob("*.html"))
MODULES = " ".join(path.read_text() for path in HERE.rglob("*.py"))
PAIRS = {*PROBLEMS.values(), "wrong", *re.findall(r'_trouble\("(\w+)"', MODULES)}
BY_PART = set(PARTS)  # month.html names its boxes by a variable


def used() -> set[str]:
    """Return every message that a template or a module names."""
    named = set(re.findall(r"\bsaid\.(\w+)", TEMPLATES))
    named |= set(re.findall(r'(?:said|messages)\["(\w+)"\]', MODULES))
    named |= set(re.findall(r'(?:MonthError|_dated)\(\w*"?\w+"?, "(\w+)"', MODULES))
    return named | BY_PART | {f"{pair}_{part}" for pair in PAIRS for part in ("title", "says")}


def test_every_message_that_is_used_is_there():
    assert used() - load_messages("en-GB").keys() == set()


def test_every_message_that_is_there_is_used():
    assert load_messages("en-GB").keys() - used() == set()


def test_a_language_without_messages_is_refused_by_name():
    with pytest.raises(DefinitionError, match='found "cy", expected one of en-GB'):
        load_messages("cy")


def test_names_in_curly_brackets_are_filled_from_the_contacts():
    assert fill("Call {advice}.", {"advice": "the line"}) == "Call the line."


def test_a_name_that_no_contact_has_stays_to_be_seen():
    assert fill("Call {advice}.", {}) == "Call {advice}."


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("call 999 now", "tel:999"),
        ("020 8461 7373", "tel:02084617373"),
        ("0300 303 8671.", "tel:03003038671"),
        ("0800 1111", "tel:08001111"),
        ("116 123", "tel:116123"),
        ("help@example.org.uk", "mailto:help@example.org.uk"),
        ("see www.example.org/help.", "https://www.example.org/help"),
        ("see https://example.org/", "https://example.org/"),
    ],
)
def test_what_a_phone_can_call_or_open_is_a_link(text, to):
    assert re.findall('href="([^"]+)"', fill(text, {})) == [to]


@pytest.mark.parametrize("text", ["in 2025", "1,500 characters", "10 minutes", "aged 0-25"])
def test_other_numbers_are_left_alone(text):
    assert fill(text, {}) == text


def test_a_contact_is_text_and_never_markup():
    assert "<b>" not in fill("{who}", {"who": "<b>us</b>"})


LONG = {
    name: text
    for name, text in load_messages("en-GB").items()
    if len(text.split()) > 7 and name != "months"
}


@pytest.mark.parametrize("name", LONG)
def test_what_the_program_says_itself_is_as_easy_to_read_as_the_survey(name):
    assert grade(LONG[name]) <= HARDEST
