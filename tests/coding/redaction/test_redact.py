import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.redaction.names import known_names
from analysis.coding.redaction.redact import redact
from analysis.coding.redaction.spans import STAND_INS
from analysis.words import Words
from tests.coding.redaction.marked import found, read_marked, recall, touched

MARKED = read_marked()
PIECES = st.sampled_from(
    re.split(
        " ",
        "olivia Olivia's Mrs Okonjo Zubayr will Will May at St Mary's primary school Quillmoor 14"
        " Elm Road , . ! \n ( ) [person] [place] in Croydon @handle ann@example.org my son J. T.M."
        " 07700 900123 born 3 June 2015 NHS 9991234567 EH305/23/00123 called a the said was and"
        " Ltd ZZ99 1AA İstanbul ŁUKASZ 名前 👩‍👧 e\u0301 SHOUTED flat 3 Tutoring i.e. p.m.",
    )
)
TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)
SETTINGS = known_names(["Quillmoor Primary School", "The Elm Academy"], ["Croydon"])


# The floors lie below what is reached (1.00 and .001) by what two more sentences would move. The
# rules have since been mended for what they missed here. Before that, the second round scored
# recall .93 and .005 touched, the third .90 and .004, and the fourth, the newest, .95 and .004:
# that is what to expect of sentences nobody has seen.
def test_nearly_everything_personal_is_found():
    assert recall(MARKED) >= 0.98


def test_hardly_anything_else_is_touched():
    assert touched(MARKED) <= 0.005


@pytest.mark.parametrize("round", [1, 2, 3, 4])
def test_no_round_of_sentences_falls_behind(round):
    assert recall([one for one in MARKED if one.round == round]) >= 0.97


def test_sentences_in_small_letters_alone_lose_little():
    small = [one._replace(text=one.text.lower()) for one in MARKED]
    assert recall([one for one in small if len(one.text) == len(one.text.lower())]) >= 0.88


def test_the_redacted_text_keeps_its_meaning():
    text = "Mrs Okonjo at Quillmoor School rang olivia's dad on 07700 900123."
    assert redact(Words(text)).text.reveal() == (
        "[person] at [school] rang [person]'s dad on [phone number]."
    )


@given(TYPED)
def test_spans_are_sorted_apart_and_inside_the_text(text):
    spans = redact(Words(text), SETTINGS).spans
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert {span.kind for span in spans} <= STAND_INS.keys()


@given(TYPED)
def test_redacting_again_changes_nothing_more(text):
    once = redact(Words(text), SETTINGS).text.reveal()
    again = redact(Words(once), SETTINGS)
    assert (again.text.reveal(), again.spans) == (once, ())


@given(TYPED)
def test_nothing_outside_the_spans_changes(text):
    redaction = redact(Words(text), SETTINGS)
    kept, place = [], 0
    for span in redaction.spans:
        kept.append(text[place : span.start])
        place = span.end
    pattern = ".+?".join(re.escape(part) for part in [*kept, text[place:]])
    assert re.fullmatch(pattern, redaction.text.reveal(), re.DOTALL)


@given(TYPED)
def test_offsets_lead_back_in_order_and_to_the_same_words(text):
    redaction = redact(Words(text), SETTINGS)
    result = redaction.text.reveal()
    back = [redaction.to_original(offset) for offset in range(len(result) + 1)]
    assert back == sorted(back)
    assert back[-1] == len(text)
    inside = {place for span in redaction.spans for place in range(span.start, span.end)}
    outside = [i for i in range(len(result)) if back[i] not in inside and back[i] < len(text)]
    assert all(result[i] == text[back[i]] for i in outside)


@pytest.mark.parametrize("text", ["", " ", "x", "😀😀", "\x00\x07", "\n\n", "…", "👩‍👧"])
def test_a_text_with_nothing_in_it_stays(text):
    assert redact(Words(text)).text.reveal() == text


@pytest.mark.parametrize(
    "piece", ["a", "a.", "Olivia ", "a@b.com ", "07700 900123 ", "A.", "born 3 ", "at x dot ", "_"]
)
def test_a_hundred_thousand_characters_are_read_in_the_time_of_a_few_lines(piece):
    text = piece * (100_000 // len(piece))
    assert len(redact(Words(text)).text) > 0


def test_a_text_in_another_language_keeps_its_words_and_loses_listed_names():
    assert found("Spotkanie było miłe, pani Agnieszka bardzo się stara. Mąż tłumaczył.") == [
        ("pani Agnieszka", "person")
    ]
