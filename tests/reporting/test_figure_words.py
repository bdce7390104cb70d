import pytest

from analysis.report import Hidden, Shown, Why
from analysis.reporting.figure_words import (
    count_words,
    day_words,
    difference_words,
    number_words,
    range_words,
    share_words,
    shown,
    texts,
)

SHARE = Shown(0.655, 71, (0.5049, 0.7701))


def test_a_count_stands_with_its_base():
    assert count_words(Shown(46, 71)) == "46 of 71"


def test_a_share_is_whole_and_its_range_rounded_outward():
    assert (share_words(SHARE), range_words(SHARE)) == ("66 in every 100", "range 50 to 78")


def test_a_share_without_a_range_has_none():
    assert range_words(Shown(0.5, 40)) == ""


def test_a_difference_names_both_ends():
    figure = Shown(0.17, 71, (-0.038, 0.349))
    assert difference_words(figure) == "4 fewer to 35 more in every 100"


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("words", [count_words, number_words, share_words, difference_words])
def test_whatever_is_hidden_says_why_in_words(why, words):
    assert words(Hidden(why)) == texts()["hidden"][why.value]


def test_a_day_is_written_out_and_no_day_is_nothing():
    assert (day_words("2026-03-31"), day_words("")) == ("31 March 2026", "")


def test_shown_means_all_of_them():
    assert shown(SHARE, SHARE)
    assert not shown(SHARE, Hidden(Why.UNDER_10))
