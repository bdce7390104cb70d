"""What families and the forum read beside the survey's words suits a reading age of nine to eleven.

Every sentence is filled with this survey's words and numbers before its grade is taken.
"""

from collections import defaultdict

import pytest

from analysis.definitions.loading import load_survey
from analysis.reporting.figure_words import texts
from analysis.reporting.files.public.summary import slots, words
from analysis.reporting.wording_behind import sentences
from tests.definitions.test_reading_age import HARDEST, grade
from tests.surveys.folders import REAL

SURVEY = load_survey(REAL)
# Agreed sentence by sentence: they stay word for word, and none is much harder.
AS_AGREED = {f"rules.{rule}" for rule in ("W1s", "W3", "W5", "W6", "W7", "W9")} | {
    "stage.W5",
    "stage.W6",
}
A_YEAR_MORE = HARDEST + 1.7
LATER = defaultdict(
    lambda: "12",
    slots(SURVEY)
    | {name: SURVEY.processes[name].name for name in ("pilot", "old")}
    | {
        "Pilot_families": "Pilot families",
        "counted": "agreed",
        "place": SURVEY.words["setting"],
        "places": SURVEY.words["settings"],
        "settings": "2 schools",
        "whose": "All the replies about the pilot",
        "replies": "replies about the pilot",
        "low": "4 fewer",
        "high": "16 more",
        "more": "more",
        "more_likely": "more",
        "more_replies": " About 150 more replies would help.",
        "label": "waiting",
        "area": "England",
        "groups": "Special school",
        "since": "March 2026",
        "points": "months",
        "aim": "Simple",
        "filter": "Special school",
        "day": "31 March 2026",
        "contact": "the forum",
        "parties": "the forum",
        "title": SURVEY.title,
        "asks": "Have you had a review?",
        "families": "families",
    },
)


def parts(content, place=""):
    for name, text in content.items():
        if isinstance(text, dict):
            yield from parts(text, f"{place}{name}.")
        for line in text if isinstance(text, list) else [text]:
            if isinstance(line, str):
                yield f"{place}{name}", line


def read_by_families():
    """Every sentence of the rules, of the public pages, and of the pages that the forum opens."""
    for place, text in parts(sentences()):
        if place != "parts.months":
            yield place, text
    for place, text in parts(words()):
        yield f"public {place}", text
    forum = ("stamp", "shared", "quotes", "forum", "journey", "who", "months", "crossings")
    for section in forum:
        for place, text in parts(texts()[section]):
            yield f"{section} {place}", text


def is_sentence(text):
    return text.rstrip().endswith((".", "?", "!")) and len(text.split()) > 3


READ = [(place, text) for place, text in read_by_families() if is_sentence(text)]


@pytest.mark.parametrize(("place", "text"), READ)
def test_what_families_and_the_forum_read_can_be_read_at_eleven(place, text):
    said = text.format_map(LATER)

    assert grade(said) <= (A_YEAR_MORE if place in AS_AGREED else HARDEST), said


def test_sentences_enough_are_read():
    assert len(READ) > 100


def test_what_is_agreed_word_for_word_is_there():
    assert {place for place, _ in READ} >= AS_AGREED


@pytest.mark.parametrize("aim", [aim.headline for aim in SURVEY.aims])
def test_a_sentence_of_an_aim_can_be_read_at_eleven(aim):
    counted = SURVEY.items()[aim].counted
    said = sentences()["rules"]["W1"].format_map(LATER | {"counted": counted})

    assert grade(said) <= HARDEST, said
