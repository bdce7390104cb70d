"""One group beside all families: what is closed, and what a closed group still says."""

from dataclasses import replace

import pytest

from analysis.differencing import close_groups, open_beside, shown_groups
from analysis.evidence.counting.counts import Tally
from tests.test_attack import tally_of

FAMILIES = {"a": 12, "b": 15, "c": 40}


def close(answers, families=FAMILIES):
    whole = tally_of(families, answers)
    groups = {group: tally_of(families, answers, group) for group in families}
    return close_groups(whole, groups, "cut")


def item(tally: Tally):
    return tally.items["A", "pilot"]


def test_a_group_whose_answers_are_many_on_both_sides_is_open():
    closed = close({"a": (12, 6), "b": (15, 7), "c": (40, 20)})

    assert {group: item(tally).base for group, tally in closed.items()} == FAMILIES


def test_a_group_that_nearly_agrees_is_closed_and_so_is_the_one_beside_it():
    closed = close({"a": (12, 10), "b": (15, 7), "c": (40, 20)})

    assert [item(closed[group]).withheld for group in "abc"] == [True, True, False]


def test_a_group_that_wholly_agrees_is_closed():
    assert item(close({"a": (12, 6), "b": (15, 15), "c": (40, 20)})["b"]).withheld


def test_a_group_that_who_replied_hides_is_closed_in_every_question():
    families = {"a": 3, "b": 15, "c": 40}
    closed = close({"a": (3, 1), "b": (15, 7), "c": (40, 20)}, families)

    assert shown_groups(tally_of(families, closed_answers()), "cut", "pilot", 5) == {"c"}
    assert item(closed["b"]).withheld
    assert closed["b"].families["pilot"] == 0


def closed_answers():
    return {"a": (3, 1), "b": (15, 7), "c": (40, 20)}


def test_an_open_group_says_no_single_answer():
    assert item(close({"a": (12, 6), "b": (15, 7), "c": (40, 20)})["a"]).answers == {}


def test_an_open_group_says_nothing_of_limits_that_may_have_passed():
    whole, groups = (
        {g: with_open(tally_of(FAMILIES, closed_answers(), g)) for g in found}
        for found in ((None,), FAMILIES)
    )

    assert item(close_groups(whole[None], groups, "cut")["c"]).open == (0, 0)


def with_open(tally):
    key = ("A", "pilot")
    return replace(tally, items={**tally.items, key: replace(tally.items[key], open=(2, 3))})


@pytest.mark.parametrize(
    ("whole", "open_"),
    [((67, 33), {"a", "b", "c"}), ((69, 34), {"b", "c"}), ((80, 39), {"a", "b", "c"})],
)
def test_families_of_no_group_must_be_none_or_many(whole, open_):
    groups = {"a": (12, 6), "b": (15, 7), "c": (40, 20)}

    assert open_beside(groups, whole) == open_
