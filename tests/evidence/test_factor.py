import json
from pathlib import Path
from warnings import catch_warnings, simplefilter

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from sklearn.decomposition import FactorAnalysis

from analysis.errors import InputError
from analysis.evidence.factor import mcdonald_omega, omega_of_covariances

FACTS = Path(__file__).parents[1] / "facts" / "statistics.json"
OMEGA = json.loads(FACTS.read_text(encoding="utf-8"))["mcdonald_omega"]
answer = st.integers(1, 5)


def standardised(covariances):
    spread = np.sqrt(np.diag(covariances))
    return np.asarray(covariances) / np.outer(spread, spread)


def omega_of(loadings, unique):
    return sum(loadings) ** 2 / (sum(loadings) ** 2 + sum(unique))


def test_omega_is_that_of_the_published_loadings():
    fact = OMEGA[0]
    expected = omega_of(fact["loadings"], fact["unique"])

    found = omega_of_covariances(standardised(fact["covariances"]))
    assert found == pytest.approx(expected, abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("fact", OMEGA[1:])
def test_omega_is_the_published_one(fact):
    loadings = np.array(fact["loadings"])
    correlations = np.outer(loadings, loadings)
    np.fill_diagonal(correlations, 1)

    found = omega_of_covariances(correlations)
    assert found == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]


@given(st.integers(0, 10_000), st.integers(3, 7))
@settings(max_examples=25, deadline=None)
def test_omega_is_that_of_another_program_that_fits_one_factor(seed, items):
    random = np.random.default_rng(seed)
    own = random.normal(size=(80, 1))
    answers = own * random.uniform(0.6, 1.4, items) + random.normal(size=(80, items))
    with catch_warnings(record=True) as told:
        simplefilter("always")
        fit = FactorAnalysis(1, tol=1e-12, max_iter=20_000).fit(answers)
    assume(not told)  # that other program found no answer here

    expected = omega_of(fit.components_[0], fit.noise_variance_)
    assert mcdonald_omega(answers) == pytest.approx(expected, abs=0.001)


def test_items_that_hang_on_one_factor_alike_have_the_same_alpha_and_omega():
    alike = np.full((4, 4), 0.5) + np.eye(4) / 2

    assert omega_of_covariances(alike) == pytest.approx(0.8)


@given(arrays.arrays(np.int64, st.tuples(st.integers(2, 20), st.integers(3, 5)), elements=answer))
@settings(deadline=None)
def test_omega_lies_between_0_and_1(table):
    found = mcdonald_omega(table)
    assert found is None or 0 <= found <= 1


def test_omega_is_none_where_an_item_does_not_vary():
    assert mcdonald_omega([[1, 2, 3], [1, 3, 4], [1, 5, 5]]) is None
    assert mcdonald_omega([[1, 2, 3]]) is None


@pytest.mark.parametrize("wrong", [[[1, 0], [0, 1]], [[1, 0, 0]], [1, 2, 3]])
def test_what_leaves_a_factor_open_is_refused(wrong):
    with pytest.raises(InputError, match="three or more"):
        omega_of_covariances(wrong)
