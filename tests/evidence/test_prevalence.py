import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.evidence.intervals import Z95, wilson_interval
from analysis.evidence.prevalence import corrected_share, ppi_interval, ppi_mean

FACTS = Path(__file__).parents[1] / "facts" / "statistics.json"
STATISTICS = json.loads(FACTS.read_text(encoding="utf-8"))

shares = st.floats(0, 1)
better_than_chance = st.floats(0.55, 1)
decisions = st.lists(st.integers(0, 1), min_size=1, max_size=30)


@pytest.mark.parametrize("fact", STATISTICS["corrected_share"])
def test_the_corrected_share_is_the_published_one_kept_in_0_to_1(fact):
    errors = fact["sensitivity"], fact["specificity"]
    found = corrected_share(fact["count"] / fact["total"], *errors)
    expected = max(0, fact["expected_per_100"][0])
    assert 100 * found == pytest.approx(expected, abs=fact["within_per_100"]), fact["source"]


@pytest.mark.parametrize("fact", STATISTICS["corrected_share"])
def test_correcting_the_ends_of_the_range_gives_the_published_range(fact):
    errors = fact["sensitivity"], fact["specificity"]
    ends = [corrected_share(end, *errors) for end in wilson_interval(fact["count"], fact["total"])]
    expected = [max(0, end) for end in fact["expected_per_100"][1:]]
    assert [100 * end for end in ends] == pytest.approx(expected, abs=fact["within_per_100"])


@given(shares, better_than_chance, better_than_chance)
def test_a_true_share_comes_back_from_what_the_coder_finds(true, sensitivity, specificity):
    found = true * sensitivity + (1 - true) * (1 - specificity)
    assert corrected_share(found, sensitivity, specificity) == pytest.approx(true, abs=1e-9)


@given(shares)
def test_a_perfect_coder_is_not_corrected(share):
    assert corrected_share(share, 1, 1) == pytest.approx(share, abs=1e-12)


@pytest.mark.parametrize("errors", [(0.5, 0.5), (0.2, 0.7), (0, 0)])
def test_a_coder_no_better_than_chance_is_refused(errors):
    with pytest.raises(InputError, match="more than 1 together"):
        corrected_share(0.3, *errors)


@pytest.mark.parametrize("inputs", [(1.2, 0.9, 0.9), (0.3, -0.1, 0.9), (0.3, 0.9, 1.1)])
def test_what_is_no_share_is_refused(inputs):
    with pytest.raises(InputError, match="expected 0 to 1"):
        corrected_share(*inputs)


@pytest.mark.parametrize("fact", STATISTICS["ppi_mean"])
def test_the_mixed_mean_is_the_published_one(fact):
    found = ppi_mean(fact["human"], fact["machine"], fact["machine_rest"], fact["weight"])
    assert found.estimate == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


def test_its_range_is_clipped_only_where_it_is_shown():
    fact = STATISTICS["ppi_mean"][0]
    found = ppi_mean(fact["human"], fact["machine"], fact["machine_rest"], fact["weight"])
    ends = (found.estimate - Z95 * found.error, found.estimate + Z95 * found.error)
    assert ends == pytest.approx(fact["range"], abs=fact["within"])
    assert ppi_interval(found) == pytest.approx(fact["shown"], abs=fact["within"])


@given(decisions, decisions)
def test_a_machine_without_weight_leaves_the_human_mean(human, rest):
    found = ppi_mean(human, human[::-1], rest, weight=0)
    assert found.estimate == pytest.approx(np.mean(human))
    assert found.error == pytest.approx(np.std(human) / np.sqrt(len(human)))


def test_where_people_read_everything_their_mean_comes_back():
    found = ppi_mean([1, 0, 1, 1], [0, 0, 1, 0], [])
    assert (found.estimate, found.weight) == (0.75, 0)


def test_a_machine_that_always_says_the_same_has_no_weight():
    assert ppi_mean([1, 0, 1], [0, 0, 0], [0, 0, 0, 0]).weight == 0


def test_a_machine_that_contradicts_people_has_no_weight():
    assert ppi_mean([1, 0, 1, 0], [0, 1, 0, 1], [0, 1, 1, 0]).weight == 0


@given(decisions, decisions, st.integers(0, 2**32))
def test_the_chosen_weight_lies_in_0_to_1(human, rest, seed):
    machine = np.random.default_rng(seed).permutation(human)
    assert 0 <= ppi_mean(human, machine, rest).weight <= 1


def test_a_good_machine_narrows_the_range():
    luck = np.random.default_rng(4)
    truth = luck.random(400) < 0.3
    machine = np.where(luck.random(400) < 0.9, truth, ~truth)
    mixed = ppi_mean(truth[:80], machine[:80], machine[80:])
    alone = ppi_mean(truth[:80], machine[:80], machine[80:], weight=0)
    assert mixed.error < 0.8 * alone.error


@pytest.mark.parametrize(("human", "machine"), [([], []), ([1], [1, 0]), ([[1]], [[1]])])
def test_a_sample_that_does_not_fit_is_refused(human, machine):
    with pytest.raises(InputError):
        ppi_mean(human, machine, [1, 0])
