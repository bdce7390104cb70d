import pytest

from analysis.coding.coder import Coding
from analysis.coding.themes import coherence, find_themes, uncoded_clauses
from analysis.words import Redacted
from tests.coding.learning.made import HashEncoder

BUS = [f"the yellow bus driver number {n} shouted" for n in "abcdefgh"]
TEA = [f"cold tea biscuits tray {n}" for n in "ijklmnop"]


@pytest.mark.parametrize("encoder", [None, HashEncoder()])
def test_clauses_that_share_words_become_a_group(encoder):
    groups = find_themes([*BUS, *TEA], 1, encoder)

    assert {place < 8 for place in groups[0].members} in ({True}, {False})
    assert {"bus", "tea"} <= {word for group in groups for word in group.words}


def test_the_same_seed_gives_the_same_groups():
    assert find_themes([*BUS, *TEA], 3) == find_themes([*BUS, *TEA], 3)


def test_words_that_stand_together_are_coherent():
    [group, *_] = find_themes([*BUS, *TEA], 1)

    assert group.coherence > 0.5


def test_words_that_never_meet_are_not_coherent():
    assert coherence(["bus", "tea"], [["bus"], ["tea"], ["bus"]]) == -1


@pytest.mark.parametrize("clauses", [[], ["ok"] * 20, BUS[:7], ["🙂"] * 30])
def test_too_little_makes_no_group(clauses):
    assert find_themes(clauses, 1) == []


def test_clauses_all_alike_are_one_group():
    assert [len(group.members) for group in find_themes(["cold tea tray"] * 12, 1)] == [12]


def test_only_clauses_without_a_code_are_grouped():
    text = Redacted("Cold tea. The letter came late.")
    coded = Coding(10, 31, "T", "-", 0.9, ())

    assert uncoded_clauses(text, [coded]) == ["Cold tea."]
