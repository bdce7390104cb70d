import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.coding.queue import RANDOM, RARE, UNLIKE, UNSURE, Waiting, what_next

NUMBER = 40
POINTS = np.eye(NUMBER)
THRESHOLDS, DECIDED = np.array([0.5, 0.5]), np.array([50.0, 1.0])


def waiting(probability=None):
    if probability is None:
        probability = np.full((NUMBER, 2), 0.01)
    processes = ["old" if n % 4 else "pilot" for n in range(NUMBER)]
    return Waiting([*range(100, 100 + NUMBER)], processes, probability, POINTS)


def ask(given, sampled, wanted=5, most=20, seed=1):
    return what_next(given, THRESHOLDS, DECIDED, sampled, wanted, most, seed)


def test_each_process_gets_its_random_sample_first():
    first = ask(waiting(), {"pilot": 2, "old": 0})[:8]

    assert {one.why for one in first} == {RANDOM}
    assert sum((one.id - 100) % 4 == 0 for one in first) == 3


def test_with_the_sample_read_the_four_reasons_take_turns():
    found = ask(waiting(), {"pilot": 5, "old": 5}, most=4)

    assert [one.why for one in found] == [RANDOM, UNSURE, RARE, UNLIKE]


def test_the_least_sure_and_the_rare_are_found():
    probability = np.full((NUMBER, 2), 0.01)
    probability[7, 0], probability[9, 1] = 0.49, 0.3

    found = {
        one.why: one.id for one in ask(waiting(probability), {"pilot": 5, "old": 5}, most=3, seed=2)
    }

    assert found[UNSURE] == 107
    assert found[RARE] == 109


def test_the_same_seed_gives_the_same_order():
    assert ask(waiting(), {}, seed=4) == ask(waiting(), {}, seed=4)


@given(most=st.integers(0, 60), wanted=st.integers(0, 60))
def test_nothing_comes_twice_and_no_more_than_there_is(most, wanted):
    found = [one.id for one in ask(waiting(), {}, wanted, most)]

    assert len(found) == len(set(found)) == min(most, NUMBER)
