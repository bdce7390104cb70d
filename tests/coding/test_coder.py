import pytest

from analysis.coding.coder import Coding, merge


def coding(code, polarity):
    return Coding(0, 1, code, polarity, 0.5, ())


@pytest.mark.parametrize(
    ("polarities", "whole"),
    [
        ("-", "-"),
        ("--", "-"),
        ("-+", "mixed"),
        (["mixed", "+"], "mixed"),
        (["suggestion", "-"], "mixed"),
        (["-", "+", "-"], "mixed"),
    ],
)
def test_clauses_that_disagree_make_an_answer_mixed(polarities, whole):
    assert merge(coding("A-1", polarity) for polarity in polarities) == {"A-1": whole}


def test_codes_of_an_answer_do_not_hear_each_other():
    assert merge([coding("B-1", "+"), coding("A-1", "-")]) == {"A-1": "-", "B-1": "+"}


def test_no_codings_are_no_codes():
    assert merge([]) == {}
