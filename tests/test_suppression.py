"""Which cells are hidden: those that are small, and as many beside them as it takes."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.suppression import hidden_in_line, hidden_in_table

FACTS = json.loads(
    (Path(__file__).parent / "facts" / "statistics.json").read_text(encoding="utf-8")
)
lines = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), min_size=2)


@pytest.mark.parametrize("fact", FACTS["hidden_in_line"])
def test_a_line_is_hidden_as_published_rules_have_it(fact):
    assert hidden_in_line(fact["cells"], 5) == set(fact["hidden"]), fact["source"]


@pytest.mark.parametrize(
    ("cells", "hidden"),
    [
        ({"a": 20, "b": 30, "c": 0}, set()),
        ({"a": 3, "b": 20, "c": 30}, {"a", "b"}),
        ({"a": 3, "b": 4, "c": 30}, {"a", "b"}),
        ({"a": 1, "b": 2, "c": 30}, {"a", "b", "c"}),
        ({"a": 25, "b": 0, "c": 0}, {"a", "b", "c"}),  # it would tell the group of every family
    ],
)
def test_a_line_hides_what_could_be_found(cells, hidden):
    assert hidden_in_line(cells, 5) == hidden


def test_what_was_shown_before_protects_nothing():
    cells = {"a": 3, "b": 6, "c": 30}

    assert hidden_in_line(cells, 5, {"b": 6}) == {"a", "c"}


def test_what_was_shown_of_everything_hides_all():
    assert hidden_in_line({"a": 3, "b": 6}, 5, {"b": 6}) == {"a", "b"}


@given(lines)
def test_hidden_cells_of_a_line_have_room_for_each_other(cells):
    hidden = hidden_in_line(cells, 5)

    assert not hidden or hidden == set(cells) or sum(cells[key] for key in hidden) >= 5


def test_a_small_cell_of_a_table_is_a_corner_of_a_rectangle():
    table = {"x": {"a": 2, "b": 20, "c": 15}, "y": {"a": 30, "b": 25, "c": 40}}
    hidden = hidden_in_table(table, 5)

    assert ("x", "a") in hidden
    assert len(hidden) == 4
    assert len({row for row, _ in hidden}) == len({column for _, column in hidden}) == 2


def test_a_table_without_a_small_cell_is_shown_whole():
    assert hidden_in_table({"x": {"a": 12, "b": 20}, "y": {"a": 30, "b": 9}}, 5) == set()


def test_a_table_that_no_rectangle_protects_is_hidden_whole():
    table = {"x": {"a": 2, "b": 2}, "y": {"a": 2, "b": 2}}

    assert len(hidden_in_table(table, 5)) == 4
