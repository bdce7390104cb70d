import json
from math import sqrt
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.evidence.annex.odds import fit_odds, fit_settings
from analysis.evidence.intervals import Z95

FACTS = Path(__file__).parents[2] / "facts"
STATISTICS = json.loads((FACTS / "statistics.json").read_text(encoding="utf-8"))
[WINE] = STATISTICS["fit_settings"]
BOTH = [[1], [0]]
some = st.lists(st.integers(1, 30), min_size=4, max_size=4)


def errors(fit):
    return np.sqrt(np.diag(fit.covariance))


def tasted(wine):
    """A row a tasting: what was said, of which bottle, by which judge."""
    said = [
        (int(rating), terms, judge)
        for ratings, terms in zip(wine["ratings"], wine["terms"], strict=True)
        for judge, rating in enumerate(ratings)
    ]
    ratings, terms, judges = zip(*said, strict=True)
    return np.eye(5)[np.array(ratings) - 1], terms, judges


@pytest.mark.parametrize("fact", STATISTICS["fit_odds"])
def test_odds_come_out_as_published(fact):
    fit = fit_odds(fact["counts"], fact["terms"])

    assert fit.terms == pytest.approx(fact["expected"], abs=fact["within"]), fact["source"]
    assert errors(fit) == pytest.approx(fact["errors"], abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("fact", STATISTICS["odds_ratio"])
def test_an_odds_ratio_and_its_range_come_out_as_published(fact):
    fit = fit_odds(fact["counts"], fact["terms"])
    ends = np.exp(fit.terms[0] + Z95 * errors(fit)[0] * np.array([0, -1, 1]))

    assert ends == pytest.approx(fact["odds_ratio"], abs=fact["within"]), fact["source"]


@pytest.mark.parametrize("fact", STATISTICS["odds_z"])
def test_an_estimate_is_as_many_errors_from_nothing_as_published(fact):
    fit = fit_odds(fact["counts"], fact["terms"])

    assert fit.terms[0] / errors(fit)[0] == pytest.approx(fact["z"], abs=fact["within"])


def test_thresholds_and_likelihood_come_out_as_published():
    fact = STATISTICS["fit_odds"][0]
    fit = fit_odds(fact["counts"], fact["terms"])

    assert fit.thresholds == pytest.approx(fact["thresholds"], abs=fact["within"])
    assert fit.log_likelihood == pytest.approx(fact["log_likelihood"], abs=fact["within"])


def test_odds_with_settings_told_apart_come_out_as_published():
    fit = fit_settings(*tasted(WINE))

    assert fit.terms == pytest.approx(WINE["expected"], abs=WINE["within"]), WINE["source"]
    assert fit.thresholds == pytest.approx(WINE["thresholds"], abs=WINE["within"])
    assert fit.spread == pytest.approx(WINE["spread"], abs=WINE["within"])
    assert fit.log_likelihood == pytest.approx(WINE["log_likelihood"], abs=1e-5)


def test_odds_shrink_where_settings_that_differ_are_not_told_apart():
    told, terms, judges = tasted(WINE)

    assert fit_odds(told, terms).terms[0] == pytest.approx(2.50, abs=0.005)
    assert fit_settings(told, terms, judges).terms[0] == pytest.approx(3.06, abs=0.005)


def test_two_answers_give_the_odds_ratio_of_a_two_by_two_table():
    fit = fit_odds([[10, 20], [30, 15]], BOTH)

    assert np.exp(fit.terms[0]) == pytest.approx(20 * 30 / (10 * 15), rel=1e-5)
    assert errors(fit)[0] == pytest.approx(sqrt(1 / 10 + 1 / 20 + 1 / 30 + 1 / 15), rel=1e-4)


@given(some, some)
@settings(max_examples=25, deadline=None)
def test_the_two_processes_changed_over_turn_the_odds_round(ours, theirs):
    there, back = fit_odds([ours, theirs], BOTH), fit_odds([theirs, ours], BOTH)

    assert there.terms == pytest.approx(-back.terms, abs=1e-4)


@given(some, some)
@settings(max_examples=25, deadline=None)
def test_answers_read_from_the_other_end_turn_the_odds_round(ours, theirs):
    there, back = fit_odds([ours, theirs], BOTH), fit_odds([ours[::-1], theirs[::-1]], BOTH)

    assert there.terms == pytest.approx(-back.terms, abs=1e-4)


def test_settings_that_do_not_differ_change_nothing():
    each = [[3, 5, 9], [6, 5, 4]]
    fit = fit_settings(each * 10, BOTH * 10, np.arange(20))

    assert fit.spread == pytest.approx(0, abs=0.01)
    assert fit.terms == pytest.approx(fit_odds(each, BOTH).terms, abs=0.001)


def test_settings_of_a_thousand_families_are_found_where_they_stand():
    random = np.random.default_rng(5)
    levels, pilot = random.normal(0, 1, 40), np.arange(40) % 2
    below = 1 / (1 + np.exp(-(np.array([-1.0, 1.0]) - (levels + 0.7 * pilot)[:, None])))
    chances = np.diff(np.column_stack([np.zeros(40), below, np.ones(40)]))
    fit = fit_settings(1000 * chances, pilot[:, None], np.arange(40))

    assert fit.converged
    assert fit.spread == pytest.approx(np.std(levels[:20]), abs=0.25)
    apart = 0.7 + levels[1::2].mean() - levels[::2].mean()
    assert fit.terms[0] == pytest.approx(apart, abs=0.02)


@pytest.mark.parametrize(
    ("counts", "terms"),
    [
        ([1, 2], BOTH),
        ([[1, 2], [3, 4]], [[1]]),
        ([[1, -2], [3, 4]], BOTH),
        ([[1, 0], [3, 0]], BOTH),
    ],
)
def test_counts_that_make_no_table_are_refused(counts, terms):
    with pytest.raises(InputError, match="expected"):
        fit_odds(counts, terms)
