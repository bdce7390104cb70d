"""What was agreed beforehand, read from a survey folder: wrong names and numbers are told."""

from datetime import date

import pytest

from analysis.definitions.criteria import load_criteria
from analysis.definitions.loading import load_survey
from analysis.errors import DefinitionError
from tests.definitions.small import write_survey

CRITERIA = """
about_the_same = 10
[agreed]
by = ["Swimmers", "Pooltown"]
on = 2026-01-05
[aims.W1]
level = 60
replies = 60
settings = 8
not_worse_than = 10
[[stop_signs]]
id = "late"
says = "Letters come late."
measure = "B"
level = 30
"""


@pytest.fixture
def folder(tmp_path):
    return write_survey(tmp_path)


def load(folder, text=CRITERIA):
    (folder / "criteria.toml").write_text(text, encoding="utf-8")
    return load_criteria(folder, load_survey(folder))


def test_what_was_agreed_is_read_with_who_agreed_it(folder):
    criteria = load(folder)

    assert (criteria.agreed.by, criteria.agreed.on) == (("Swimmers", "Pooltown"), date(2026, 1, 5))
    assert criteria.aims["W1"].level == 60
    assert criteria.margin == 0.10


def test_a_folder_without_the_file_has_agreed_nothing(folder):
    assert load_criteria(folder, load_survey(folder)) is None


def test_without_an_agreement_no_margin_counts(folder):
    assert load(folder, "about_the_same = 10\n").margin is None


def test_every_name_that_is_not_of_the_survey_is_told_with_its_place(folder):
    with pytest.raises(DefinitionError) as caught:
        load(folder, CRITERIA.replace("aims.W1", "aims.W9").replace('"B"', '"B9"'))

    assert str(caught.value).splitlines() == [
        'criteria.toml, aims.W9: found "W9", expected an aim of survey.toml',
        'criteria.toml, stop_signs.late: found "B9", expected an item of survey.toml',
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("level = 60", "level = 101", "aims.W1.level"),
        ("replies = 60", "replies = 29", "aims.W1.replies"),
        ("settings = 8", "settings = 4", "aims.W1.settings"),
        ("not_worse_than = 10", "", "aims.W1.not_worse_than"),
        ("about_the_same = 10", "about_the_same = 0", "about_the_same"),
        ('by = ["Swimmers", "Pooltown"]', "by = []", "agreed.by"),
        ("about_the_same = 10", "about_same = 10", "about_same"),
    ],
)
def test_a_number_that_cannot_be_agreed_is_told_with_its_place(folder, right, wrong, place):
    with pytest.raises(DefinitionError, match=rf"criteria\.toml, {place}: "):
        load(folder, CRITERIA.replace(right, wrong, 1))


def test_a_number_out_of_bounds_is_told_with_what_would_be_right(folder):
    with pytest.raises(DefinitionError) as caught:
        load(folder, CRITERIA.replace("level = 60", "level = 101").replace("by = [", "by = []#"))

    assert str(caught.value).splitlines() == [
        "criteria.toml, agreed.by: found a list, expected at least 1 item, not 0",
        'criteria.toml, aims.W1.level: found "101", expected less than or equal to 100',
    ]
