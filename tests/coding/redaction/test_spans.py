import pytest

from analysis.coding.redaction.spans import (
    STAND_INS,
    Redaction,
    Span,
    blank,
    blank_stand_ins,
    cover,
    free,
    to_originals,
)
from analysis.words import Redacted

TEXT = "Ann rang Bob today"
SPANS = (Span(0, 3, "person"), Span(9, 12, "person"))


def test_every_kind_has_words_in_brackets_that_differ():
    assert all(words[0] + words[-1] == "[]" for words in STAND_INS.values())
    assert len(set(STAND_INS.values())) == 13


def test_each_span_is_replaced_by_the_words_of_its_kind():
    assert cover(TEXT, SPANS) == "[person] rang [person] today"


@pytest.mark.parametrize(
    ("offset", "original"), [(0, 0), (4, 0), (8, 3), (9, 4), (14, 9), (20, 9), (22, 12), (28, 18)]
)
def test_an_offset_leads_back_to_the_original(offset, original):
    redaction = Redaction(Redacted(cover(TEXT, SPANS)), SPANS)
    assert redaction.to_original(offset) == original


def test_spans_of_the_redacted_text_lead_back_too():
    today = cover(TEXT, SPANS).index("today")
    assert to_originals(SPANS, [Span(today, today + 5, "place")]) == [Span(13, 18, "place")]


def test_blanks_keep_the_length_and_leave_nothing_to_match():
    blanked = blank(TEXT, SPANS)
    assert len(blanked) == len(TEXT)
    assert "Ann" not in blanked
    assert blanked[3:9] == " rang "


def test_the_words_of_an_earlier_redaction_are_blanked():
    assert blank_stand_ins("[person] [sic] rang") == "\ue000" * 8 + " [sic] rang"


def test_what_touches_a_span_taken_before_is_left_out():
    wanted = [Span(2, 5, "phone"), Span(3, 6, "phone"), Span(6, 8, "upn")]
    assert free(wanted, [Span(0, 3, "email")]) == [Span(3, 6, "phone"), Span(6, 8, "upn")]
