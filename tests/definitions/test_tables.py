"""Tables by kind of review, and change within a family: what a survey may declare, and what not."""

import pytest

from analysis.definitions.loading import load_survey, read_survey
from analysis.definitions.versions.changes import find_changes
from analysis.errors import DefinitionError
from tests.surveys.folders import REAL

TEXT = (REAL / "survey.toml").read_text(encoding="utf-8")
FAULTS = [
    (
        ('values = ["old_annual"]', 'values = ["monthly"]'),
        'tables.decisions, groups: found "monthly", expected a value of review_type',
    ),
    (
        ('no     = { says = "No", values = ["no"] }', 'no     = { says = "No", values = ["nay"] }'),
        'tables.decisions, T5c: found "nay", expected one of its answers, in one column',
    ),
    (
        ('values = ["no_answer_yet", "skipped", "not_asked"]', 'values = ["skipped", "not_asked"]'),
        "tables.decisions, T5c: found no column for no_answer_yet, expected one for all",
    ),
    (
        ('item = "T7"\n  says = "Was', 'item = "T6"\n  says = "Was'),
        "tables.decisions, T6: expected an item of kind one without a limit",
    ),
    (
        ('item    = "OV2"', 'item    = "OV9"'),
        'change, item: found "OV9", expected an item of kind one',
    ),
    (
        ('  the_same          = "neutral"\n', ""),
        "change, means: expected what each answer to OV2 means",
    ),
]


def changed(old, new):
    assert TEXT.count(old) == 1, old
    return read_survey(TEXT.replace(old, new), "changed")


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_a_table_that_does_not_hold_is_refused_by_place(change, said):
    with pytest.raises(DefinitionError) as refused:
        changed(*change)

    assert said in str(refused.value)


def test_an_answer_in_two_columns_is_refused():
    with pytest.raises(DefinitionError, match='found "keep", expected one of its answers'):
        changed('values = ["change", "end"]', 'values = ["change", "end", "keep"]')


def test_another_meaning_of_change_is_told_between_versions():
    now = changed('the_same          = "neutral"', 'the_same          = "right"')
    change = find_changes(load_survey(REAL), now)[0]

    assert (change.place, change.kind, change.key) == ("change within a family", "meaning", "means")


def test_another_table_is_told_between_versions():
    now = changed(
        '[tables.decisions]\nsays = "What was asked for,', '[tables.decisions]\nsays = "Who asked,'
    )

    assert [(c.place, c.kind) for c in find_changes(load_survey(REAL), now)] == [
        ("table decisions", "wording")
    ]
