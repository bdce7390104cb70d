"""One score for the questions of an aim, from rows of answers to what can be said."""

from statistics import fmean

import numpy as np
import pytest

from analysis.evidence.comparing.scores import find_scores, score_effect
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.scores import Scores, agreement_of
from analysis.evidence.factor import mcdonald_omega
from analysis.evidence.measures import spearman_brown

RANDOM = np.random.default_rng(3)


def answers(families, spread=15, like=1.0):
    """Three questions from 0 to 100 that follow one experience as closely as is asked."""
    own = RANDOM.normal(60, 20, families)
    noise = RANDOM.normal(0, spread, (families, 3))
    return np.clip(like * own[:, None] + noise, 0, 100)


def tally_of(pilot, old, settings=10):
    """A tally of one aim; families are dealt to settings in turn, the pilot's first."""
    scores = Scores()
    cells = [np.arange(len(pilot)) % settings, settings + np.arange(len(old)) % settings]
    for cell, table in zip(cells, (pilot, old), strict=True):
        scores.add("aim", cell.astype(np.int32), 2 * settings, table)
    clusters = np.arange(2 * settings)
    arms = {"pilot": np.arange(settings), "old": np.arange(settings, 2 * settings)}
    return Tally(
        *({} for _ in range(10)),
        scores={("aim", arm): scores.counts("aim", at, clusters[at]) for arm, at in arms.items()},
        agreement={"aim": agreement_of(scores.products["aim"])},
    )


def test_questions_that_hang_together_are_told_as_a_mean_of_each_process():
    pilot, old = answers(40), answers(60)
    (found,) = find_scores(tally_of(pilot, old))

    assert found.state == "shown"
    assert found.pilot[0] == pytest.approx(pilot.mean())
    assert found.difference[0] == pytest.approx(pilot.mean() - old.mean())
    assert found.difference[1] < found.difference[0] < found.difference[2]


def test_questions_that_go_their_own_ways_are_told_one_by_one():
    (found,) = find_scores(tally_of(answers(40, 30, like=0.1), answers(60, 30, like=0.1)))

    assert (found.state, found.pilot) == ("apart", None)
    assert found.reliability[0] < 0.6


def test_a_question_scored_backwards_stops_the_score():
    pilot, old = answers(40), answers(60)
    for table in (pilot, old):
        table[:, 0] = 100 - table[:, 0]
    (found,) = find_scores(tally_of(pilot, old))

    assert found.state in ("backwards", "apart")


def test_fewer_than_thirty_families_are_too_few():
    (found,) = find_scores(tally_of(answers(12), answers(15)))

    assert found.state == "too_few"


def test_two_questions_are_as_reliable_as_spearman_and_brown_have_it():
    pilot, old = answers(40)[:, :2], answers(60)[:, :2]
    (found,) = find_scores(tally_of(pilot, old))

    assert found.reliability[0] == pytest.approx(spearman_brown(np.vstack([pilot, old])))
    assert found.omega is None


def test_three_questions_have_an_omega_beside_alpha():
    pilot, old = answers(40), answers(60)
    (found,) = find_scores(tally_of(pilot, old))

    assert found.omega == pytest.approx(mcdonald_omega(np.vstack([pilot, old])))


@pytest.mark.parametrize("items", [2, 3])
def test_questions_that_everybody_answered_alike_have_no_score(items):
    same = np.full((40, items), 100 / 3)
    (found,) = find_scores(tally_of(same, same))

    assert found.state == "apart"


@pytest.mark.parametrize("settings", [1, 2])
def test_one_or_two_settings_are_taken_to_differ_as_settings_do(settings):
    counts = tally_of(answers(40), answers(40), settings).scores["aim", "pilot"]

    assert score_effect(counts) >= 1 + (40 / settings - 1) * 0.15


def test_a_family_needs_two_answers_and_half_of_them():
    table = np.array([[100.0, 50.0, np.nan], [100.0, np.nan, np.nan]])
    scores = Scores()
    scores.add("aim", np.zeros(2, dtype=np.int32), 1, table)

    assert scores.sums["aim"].tolist() == [[1.0, 75.0, 75.0**2]]


def test_settings_that_differ_widen_the_range():
    alike = tally_of(answers(60), answers(60))
    apart = answers(60)
    apart += np.where(np.arange(60) % 10 < 5, 30, -30)[:, None]
    unlike = tally_of(apart, answers(60))

    assert score_effect(unlike.scores["aim", "pilot"]) > 3
    assert score_effect(alike.scores["aim", "pilot"]) < 2


def test_welch_is_right_about_nineteen_times_in_twenty():
    """Nothing differs: 300 pairs of means, each from ten settings."""
    inside = []
    for _ in range(300):
        (found,) = find_scores(tally_of(answers(40), answers(40)))
        if found.difference:
            inside.append(found.difference[1] <= 0 <= found.difference[2])

    assert fmean(inside) >= 0.92
