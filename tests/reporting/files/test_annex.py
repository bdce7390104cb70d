"""The file of the models: every state has its words, and no word of it promises too much."""

from typing import get_args

import pytest

from analysis.definitions.loading import load_survey
from analysis.evidence.annex.findings import State
from analysis.report import NOT_COMPARED, NOT_KNOWN, TOO_FEW, AnnexRow, Models, Odds, Shown
from analysis.reporting.files.annex import annex_file
from tests.reporting.files.made import REPORT
from tests.surveys.folders import REAL

SURVEY = load_survey(REAL)
FITTED = Odds("fitted", Shown(1.84, 30, (1.123456, 2.9)))


def told(models=None, chance=NOT_KNOWN, pilot=TOO_FEW):
    row = AnnexRow("A1b", "A1", "It was the right time.", "agreed", pilot, TOO_FEW, chance, models)
    [plain] = annex_file([row], REPORT, SURVEY)["measures"]
    return plain


def of(odds):
    return told(Models(odds, odds, odds, NOT_KNOWN))["models"]["plain"]


def test_the_file_says_whose_numbers_these_are_and_how_to_read_them():
    found = annex_file([], REPORT, SURVEY)

    assert found["snapshot"] == REPORT.stamp.snapshot
    assert REPORT.caution in found["stamp"]
    assert found["how"][0].startswith("No sentence of the report rests on these models.")
    assert found["limits"]
    assert not any("{" in line for line in (*found["stamp"], *found["how"], *found["limits"]))


def test_a_ratio_is_told_in_numbers_and_in_a_sentence():
    found = of(FITTED)

    assert (found["ratio"], found["low"], found["high"]) == (1.84, 1.1235, 2.9)
    assert found["says"] == (
        "The odds of a better answer are 1.84 times as high for the pilot as for the old process:"
        " range 1.12 to 2.90."
    )


@pytest.mark.parametrize("state", [state for state in get_args(State) if state != "fitted"])
def test_each_other_state_has_words_and_no_number(state):
    found = of(Odds(state, NOT_COMPARED))

    assert (found["state"], found["ratio"], found["low"]) == (state, None, None)
    assert len(found["says"]) > 20
    assert "{" not in found["says"]


def test_what_is_hidden_is_none_and_says_why():
    found = told(chance=TOO_FEW)

    assert (found["pilot"], found["chance"]) == ({"count": None, "n": None}, None)
    assert (found["chance_hidden"], found["models"]) == ("under_10", None)


def test_what_is_shown_is_there():
    found = told(chance=Shown(0.93456, 30), pilot=Shown(20, 30))

    assert (found["pilot"], found["chance"]) == ({"count": 20, "n": 30}, 0.9346)
    assert found["chance_hidden"] is None
