"""Who could have answered: the government's columns, and the groups that are sums of them."""

import shutil

import pytest

from analysis.definitions.loading import load_survey
from analysis.definitions.population import load_population
from analysis.errors import DefinitionError
from tests.surveys.folders import LIBRARY, REAL


@pytest.fixture
def folder(tmp_path):
    for name in ("survey.toml", "population.csv", "population.toml"):
        shutil.copy(REAL / name, tmp_path)
    return tmp_path


def load(folder):
    return load_population(folder, load_survey(REAL))


def replace_in(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_england_is_a_yardstick_and_the_borough_is_not_known_yet(folder):
    own, england = load(folder).areas

    assert (own.is_own, own.total, own.shares) == (True, None, {})
    assert (england.name, england.period, england.total) == ("England", "2024/25", 638_745)


def test_a_group_is_the_sum_of_its_columns(folder):
    england = load(folder).areas[1]

    assert england.shares["need", "semh"] == pytest.approx(0.207, abs=5e-4)
    assert england.shares["need", "communication"] == pytest.approx(0.315 + 0.213, abs=1e-3)


def test_a_group_can_be_a_sum_of_rows(folder):
    row = "202425,Academic year,National,E92000001,England,,,,,,Age,{},{}" + ",x" * 20 + "\n"
    with (folder / "population.csv").open("a", encoding="utf-8") as file:
        file.write(row.format("age 3", 1000) + row.format("age 4", 2000))
    with (folder / "population.toml").open("a", encoding="utf-8") as file:
        file.write('[groups.phase]\nearly = ["age 3", "age 4"]\n')

    assert load(folder).areas[1].shares["phase", "early"] == pytest.approx(3000 / 638_745)


def test_a_survey_without_the_file_has_no_population():
    assert load_population(LIBRARY, load_survey(LIBRARY)) is None


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("population.toml", '"number_semh"', '"number_sem"', 'found "number_sem"'),
        ("population.toml", "[groups.need]", "[groups.needs]", "found no such group"),
        ("population.toml", '"ehc_plans"', '"plans"', 'total: found "plans"'),
        ("population.csv", "National", "Planet", 'geographic_level: found "Planet"'),
        ("population.csv", "638745", "many", 'ehc_plans: found "many", expected a number'),
        ("population.csv", "geographic_level", "level", "found no column geographic_level"),
    ],
)
def test_a_fault_is_said_with_its_place(folder, file, old, new, said):
    replace_in(folder / file, old, new)

    with pytest.raises(DefinitionError, match=said):
        load(folder)
