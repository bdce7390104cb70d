from dataclasses import replace
from random import Random

import pytest

from analysis.evidence.comparing.theme_shares import Mark, find_themes, read_arms

CODES = ["X"]


def marks(process, families, share, read, luck, right=0.8, wrong=0.05):
    """Return made-up marks: a machine that finds so many of the true ones, people who read some."""
    found = []
    for number in range(families):
        true = luck.random() < share
        machine = frozenset(CODES) if luck.random() < (right if true else wrong) else frozenset()
        human = (frozenset(CODES) if true else frozenset()) if number < read else None
        found.append(Mark(process, number % 12, machine, human))
    return found


def test_without_people_no_theme_is_compared():
    luck = Random(1)
    both = marks("pilot", 100, 0.3, 9, luck) + marks("old", 100, 0.3, 100, luck)

    assert find_themes(read_arms(both, CODES), seed=1) == []


def test_a_machine_worse_in_one_process_is_put_right_by_people():
    luck, estimates = Random(2), []
    for _ in range(60):
        both = marks("pilot", 400, 0.3, 80, luck, right=0.8)
        both += marks("old", 400, 0.3, 80, luck, right=0.4)
        finding = find_themes(read_arms(both, CODES), seed=1)[0]
        estimates.append(finding.view.difference[0])

    assert sum(estimates) / len(estimates) == pytest.approx(0, abs=0.03)


def test_the_range_holds_the_truth_about_as_often_as_it_says():
    luck, held = Random(3), 0
    for _ in range(200):
        both = marks("pilot", 300, 0.4, 60, luck) + marks("old", 300, 0.25, 60, luck, right=0.6)
        _, low, high = find_themes(read_arms(both, CODES), seed=1)[0].view.difference
        held += low <= 0.15 <= high

    assert held >= 180


def test_where_everybody_was_read_the_machine_is_not_asked():
    luck = Random(4)
    arm = read_arms(marks("pilot", 60, 0.5, 60, luck), CODES)["X", "pilot"]

    assert arm.mixed is None
    assert arm.share[0] == arm.counts.right / 60


def test_a_machine_that_those_read_have_taught_is_not_asked():
    luck = Random(5)
    read = marks("pilot", 200, 0.4, 60, luck)
    taught = [
        replace(mark, taught=True) if number == 0 else mark for number, mark in enumerate(read)
    ]

    assert read_arms(read, CODES)["X", "pilot"].mixed is not None
    assert read_arms(taught, CODES)["X", "pilot"].mixed is None


def test_few_found_are_not_mixed_with_the_machine():
    luck = Random(6)
    arm = read_arms(marks("pilot", 200, 0.02, 40, luck), CODES)["X", "pilot"]

    assert arm.mixed is None
