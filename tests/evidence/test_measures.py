import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from analysis.errors import InputError
from analysis.evidence.measures import (
    cronbach_alpha,
    feldt_interval,
    spearman_brown,
)

FACTS = Path(__file__).parents[1] / "facts" / "statistics.json"
STATISTICS = json.loads(FACTS.read_text(encoding="utf-8"))

tables = arrays.arrays(
    np.int64, st.tuples(st.integers(2, 20), st.integers(2, 5)), elements=st.integers(1, 5)
)
pairs = arrays.arrays(
    np.int64, st.tuples(st.integers(2, 20), st.just(2)), elements=st.integers(1, 5)
)


@pytest.mark.parametrize("fact", STATISTICS["cronbach_alpha"])
def test_alpha_is_the_published_one(fact):
    found = cronbach_alpha(fact["table"])
    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("fact", STATISTICS["cronbach_alpha"])
def test_its_range_is_the_published_one(fact):
    found = feldt_interval(fact["expected"], fact["people"], items=len(fact["table"][0]))
    assert found == pytest.approx(fact["range"], abs=fact["within"]), fact["source"]


def test_the_same_item_twice_hangs_together_wholly():
    assert cronbach_alpha([[1, 1], [3, 3], [4, 4]]) == pytest.approx(1)


def test_an_item_scored_backwards_shows_as_a_negative_alpha():
    assert cronbach_alpha([[1, 5], [2, 4], [4, 3], [5, 1]]) < 0


@given(tables, st.randoms(use_true_random=False))
def test_alpha_does_not_hang_on_the_order_of_people_or_items(table, random):
    people, items = (random.sample(range(size), size) for size in table.shape)
    shuffled = cronbach_alpha(table[np.ix_(people, items)])
    assert shuffled == (None if shuffled is None else pytest.approx(cronbach_alpha(table)))


@given(tables)
def test_alpha_is_at_most_1(table):
    found = cronbach_alpha(table)
    assert found is None or found <= 1 + 1e-12


@pytest.mark.parametrize(
    "table", [[[1, 2], [None, 3]], [[1, 2]], [[1, 3], [3, 1]], [[4, 4], [4, 4]]]
)
def test_alpha_is_none_where_totals_do_not_differ(table):
    assert cronbach_alpha(table) is None


def test_a_person_with_a_gap_is_left_out():
    whole = [[1, 2], [3, 3], [4, 5]]
    assert cronbach_alpha([*whole, [5, None], [float("nan"), 1]]) == cronbach_alpha(whole)


@given(st.floats(-2, 0.999), st.integers(2, 200), st.integers(2, 12))
def test_the_range_holds_alpha_once_there_are_some_people(alpha, people, items):
    low, high = feldt_interval(alpha, people, items)
    assert low <= high <= 1
    assume(people >= 10)
    assert low <= alpha <= high


def test_two_items_are_as_reliable_as_their_correlation_says():
    # Correlation 0.6, twice that over 1.6.
    table = [[2, 1], [1, 2], [3, 3], [5, 4], [4, 5]]
    correlation = np.corrcoef(np.array(table).T)[0, 1]
    assert spearman_brown(table) == pytest.approx(2 * correlation / (1 + correlation))


@given(pairs)
def test_two_items_of_equal_spread_have_the_same_alpha(table):
    same_spread = np.vstack([table, table[:, ::-1]])
    alpha, reliability = cronbach_alpha(same_spread), spearman_brown(same_spread)
    assume(alpha is not None and reliability is not None)
    assert reliability == pytest.approx(alpha)


@pytest.mark.parametrize("table", [[[1, 5], [3, 3], [5, 1]], [[2, 1], [2, 3]], [[1, 2]]])
def test_two_items_without_a_usable_correlation_give_none(table):
    assert spearman_brown(table) is None


@pytest.mark.parametrize("table", [[1, 2, 3], [[1], [2]], []])
def test_what_is_no_table_of_items_is_refused(table):
    with pytest.raises(InputError, match="table"):
        cronbach_alpha(table)


def test_three_items_have_no_spearman_brown():
    with pytest.raises(InputError, match="expected 2"):
        spearman_brown([[1, 2, 3], [2, 3, 4]])


@pytest.mark.parametrize("inputs", [(1.1, 20, 3), (float("nan"), 20, 3), (0.8, 1, 3), (0.8, 20, 1)])
def test_a_range_of_no_alpha_is_refused(inputs):
    with pytest.raises(InputError):
        feldt_interval(*inputs)
