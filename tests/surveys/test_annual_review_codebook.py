"""This council's codebook: whole, made up, and coding its own examples."""

import re

import pytest

from analysis.coding.coder import merge
from analysis.coding.phrases import PhraseCoder
from analysis.coding.segmentation import split_segments
from analysis.definitions.codebook import load_codebook
from analysis.words import Redacted
from tests.surveys.folders import REAL

CODEBOOK = load_codebook(REAL)
CODES = {code.id: code for code in CODEBOOK.codes}


@pytest.fixture(scope="module")
def coder():
    return PhraseCoder(CODEBOOK)


def codes_of(coder, text, tone="mixed"):
    return merge(coder.code(Redacted(text), tone))


def test_there_are_eleven_themes_and_thirty_five_codes():
    assert (len(CODEBOOK.themes), len(CODEBOOK.codes)) == (11, 35)


def test_a_code_bears_the_name_of_its_theme():
    assert all(code.id.startswith(f"{code.theme}-") for code in CODEBOOK.codes)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_a_code_has_examples_of_each_side_and_some_that_look_like_it(code):
    by_polarity = code.examples.by_polarity()
    assert len(by_polarity["-"]) >= 3
    assert len(by_polarity["+"]) >= 3
    assert by_polarity["mixed"]
    assert by_polarity["suggestion"]
    assert len(code.examples.unlike) >= 2


def test_no_example_stands_twice():
    texts = [text for code in CODEBOOK.codes for text in code.examples.all()]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("path", sorted((REAL / "examples").glob("*.toml")), ids=lambda p: p.stem)
def test_a_file_of_examples_says_that_they_are_made_up(path):
    assert path.read_text(encoding="utf-8").startswith("# Made up")


def clauses(texts):
    """Keep those that are one clause: of several, each is coded by itself."""
    return [text for text in texts if len(split_segments(text)) == 1]


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_every_example_gets_its_code(coder, code):
    missed = [t for t in clauses(code.examples.all()) if code.id not in codes_of(coder, t)]
    assert missed == []


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_no_unlike_segment_gets_the_code(coder, code):
    given = [t for t in clauses(code.examples.unlike) if code.id in codes_of(coder, t)]
    assert given == []


def test_text_about_nothing_in_particular_gets_no_code(coder):
    given = {text: codes_of(coder, text) for text in CODEBOOK.no_code}
    assert {text: codes for text, codes in given.items() if codes} == {}


def test_no_example_holds_a_number_that_could_be_anybodys():
    texts = [text for code in CODEBOOK.codes for text in code.examples.all()]
    assert [text for text in texts if re.search(r"\d{5}|@", text)] == []


# Each line is a convention of the codebook; none of these sentences stands in it.
CONVENTIONS = [
    ("We are still waiting for the decision letter", {"TIM-2": "-"}),
    ("We are still waiting for the final amended plan", {"TIM-3": "-"}),
    ("They told us the date two days before", {"TIM-1": "-"}),
    ("The review was cancelled for the third time", {"TIM-4": "-"}),
    ("Nobody at the council answers my emails", {"COM-1": "-"}),
    ("I spent hours on the phone chasing them", {"EFF-2": "-"}),
    ("We have yet another new caseworker", {"COM-1": "-"}),
    ("I had no idea which kind of review it was", {"COM-2": "-"}),
    ("It was full of jargon", {"EFF-4": "-"}),
    ("The psychologist's report was four years old", {"ATT-2": "-"}),
    ("The plan is out of date and still says nursery", {"PLN-2": "-"}),
    ("She does not get the one to one hours in her plan", {"SUP-1": "-"}),
    ("He has had no speech therapy since March", {"SUP-2": "-"}),
    ("They promised a referral and it never happened", {"OUT-4": "-"}),
    ("I was talked over and ignored", {"VOI-1": "-"}),
    ("It was already decided before we arrived", {"VOI-4": "-"}),
    ("No complaints about the SENCO", {"RED-3": "+"}),
    ("The SENCO was amazing", {"RED-3": "+"}),
    ("Nobody from the council came", {"ATT-1": "-"}),
    ("There is no suitable place for him", {"SUP-3": "-"}),
    ("The taxi is late every morning", {"SUP-1": "-"}),
    ("The outcomes are vague", {"OUT-2": "-"}),
    ("Section F is vague", {"PLN-3": "-"}),
    ("The form was confusing", {"EFF-1": "-"}),
    ("I am glad the plan stays the same", {"PLN-1": "+"}),
    ("I worry that they will take the plan away", {"PLN-4": "-"}),
    ("The secondary school was not named by February", {"ADU-2": "-"}),
    ("We talked about college and travel training", {"ADU-1": "+"}),
    ("She asked my son what he wanted to say", {"VOI-2": "+"}),
    ("They celebrated everything he has achieved", {"OUT-3": "+"}),
    ("Half an hour was far too short", {"ATT-3": "-"}),
    ("We had to go to tribunal", {"RED-1": "-"}),
    ("The new way is much better than last year", {"PIL-1": "+"}),
]


@pytest.mark.parametrize(("text", "expected"), CONVENTIONS, ids=lambda value: str(value)[:40])
def test_codes_that_meet_are_told_apart(coder, text, expected):
    tone = "praise" if "+" in expected.values() else "problem"
    assert codes_of(coder, text, tone) == expected


def test_bad_last_year_and_good_this_year_is_praise(coder):
    text = "Last year nobody from the council came. This year the coordinator came, which was good."
    assert codes_of(coder, text)["ATT-1"] == "+"


def test_what_a_good_review_would_be_is_a_suggestion(coder):
    assert codes_of(coder, "Someone from the council in the room", "suggestion") == {
        "ATT-1": "suggestion"
    }
