from typing import get_args

from analysis.definitions.survey import Kind
from app.survey.forms.kinds import KINDS
from tests.app.survey.family import GOES_ON, PILOT


def test_every_kind_of_item_has_its_field():
    assert set(KINDS) == set(get_args(Kind))


def test_a_statement_is_a_group_of_its_own_and_never_a_row_of_a_grid(family):
    family.start()
    family.walk(PILOT, until="aim_4")

    assert family.html.count("<fieldset") == 6
    assert "<table" not in family.html


def test_one_box_to_tick_starts_empty(family):
    family.start()
    family.walk(GOES_ON, until="consent")

    assert family.filled()["C1"] == []
    assert family.html.count('type="checkbox"') == 1
