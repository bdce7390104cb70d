"""What the models found, through the gate: who is shown what, and that no number passes it bare."""

from typing import get_type_hints

import pytest

from analysis.definitions.loading import load_survey
from analysis.evidence.annex.findings import AnnexFinding, Models, Odds
from analysis.releasing.annex import release_annex
from analysis.report import NOT_KNOWN, TOO_FEW, AnnexRow, Hidden, Shown, Why
from tests.counts import counts
from tests.reporting.test_snapshot_file import parts_of
from tests.surveys.folders import REAL

SURVEY = load_survey(REAL)
FITTED = Odds("fitted", (1.8, 1.1, 2.9), 30)


def released(pilot, old, models=None, chance=0.93):
    [row] = release_annex([AnnexFinding("A1b", pilot, old, chance, models)], SURVEY)
    return row


def test_from_thirty_families_a_chance_is_shown():
    row = released(counts(20, 10), counts(20, 20))

    assert (row.pilot, row.chance) == (Shown(20, 30), Shown(0.93, 30))
    assert (row.aim, row.counted) == ("A1", SURVEY.items()["A1b"].counted)


def test_under_thirty_it_is_not():
    assert released(counts(20, 9), counts(20, 20)).chance == Hidden(Why.UNDER_30)


def test_under_ten_nothing_is_shown_of_a_process():
    row = released(counts(5, 4), counts(20, 20), chance=None)

    assert (row.pilot, row.chance, row.old) == (TOO_FEW, TOO_FEW, Shown(20, 40))


def test_a_ratio_is_shown_with_its_range():
    row = released(counts(20, 10), counts(20, 20), Models(FITTED, FITTED, Odds("too_few"), 0.4))

    assert row.models.plain.ratio == Shown(1.8, 30, (1.1, 2.9))
    assert row.models.parallel == Shown(0.4, 30)
    assert isinstance(row.models.settings.ratio, Hidden)


@pytest.mark.parametrize("state", ["all_same", "separated", "did_not_converge"])
def test_a_model_that_says_nothing_shows_its_state_alone(state):
    none = Odds(state, smaller=30)
    row = released(counts(20, 10), counts(20, 20), Models(none, none, none))

    assert (row.models.plain.state, row.models.parallel) == (state, NOT_KNOWN)
    assert isinstance(row.models.plain.ratio, Hidden)


def test_a_ratio_of_nine_families_is_hidden_whatever_the_model_says():
    nine = Odds("fitted", (1.8, 1.1, 2.9), 9)
    row = released(counts(5, 4), counts(20, 20), Models(nine, nine, nine, 0.4), None)

    assert {row.models.plain.ratio, row.models.parallel} == {TOO_FEW}


def test_no_field_of_a_row_is_a_bare_number():
    waiting = [AnnexRow]
    while waiting:
        for hint in get_type_hints(waiting.pop()).values():
            assert not parts_of(hint) & {int, float}
            waiting += [part for part in parts_of(hint) if hasattr(part, "__dataclass_fields__")]
