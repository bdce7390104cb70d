import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.phrases import PhraseCoder
from analysis.words import Redacted
from tests.coding.made import BREAD, QUEUE, codebook, codes_of

CODER = PhraseCoder(codebook())


def test_a_clause_is_coded_by_its_phrase():
    assert codes_of(CODER, "the bread was fresh") == {"BR-1": "+"}


def test_each_clause_has_its_own_polarity():
    text = "The bread was fresh. We stood outside."
    assert codes_of(CODER, text) == {"BR-1": "+", "QU-1": "-"}


def test_a_coding_says_where_clause_and_evidence_stand():
    text = "Hello. The loaves are stale."
    [coding] = CODER.code(Redacted(text), "mixed")
    assert text[coding.start : coding.end] == "The loaves are stale."
    assert [text[start:end] for start, end in coding.evidence] == ["loaves"]


def test_text_without_a_cue_is_coded_by_its_likeness_to_an_example():
    [coding] = CODER.code(Redacted("My nan would have been proud of such baking"), "praise")
    assert coding.code == "BR-1"
    assert coding.evidence


def test_a_code_gives_way_to_one_that_beats_it():
    coder = PhraseCoder(codebook(BREAD, QUEUE | {"beats": ("BR-1",)}))
    assert codes_of(coder, "the bread was sold out") == {"QU-1": "-"}


def test_more_evidence_makes_surer():
    one, two = (
        CODER.code(Redacted(text), "mixed")[0].confidence
        for text in ("the bread", "the bread and its crust")
    )
    assert 0 < one < two < 1


def test_a_stand_in_of_redaction_is_no_cue():
    coder = PhraseCoder(codebook(BREAD | {"cues": ("phone number",)}))
    assert codes_of(coder, "it is [phone number]") == {}


@pytest.mark.parametrize("text", ["", "   ", "!!!", "Nothing to do with it."])
def test_text_about_nothing_has_no_codes(text):
    assert CODER.code(Redacted(text), "mixed") == ()


@given(st.text(alphabet="abd ercustq.,!?\n") | st.text())
def test_offsets_lie_in_the_text_and_evidence_in_its_clause(text):
    for coding in CODER.code(Redacted(text), "mixed"):
        assert 0 <= coding.start < coding.end <= len(text)
        assert all(coding.start <= s < e <= coding.end for s, e in coding.evidence)


def test_coding_twice_gives_the_same():
    text = Redacted("stale bread, and we stood outside for ten minutes at the till")
    assert CODER.code(text, "mixed") == CODER.code(text, "mixed")
