import csv
from collections import defaultdict

import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.jobs.importing.rows import AnswerReader
from analysis.jobs.importing.table import read_table
from analysis.made_up import write_made_up
from tests.surveys.folders import LIBRARY, REAL

COUNT = 300


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    """Three hundred made-up families, read as an import reads them."""
    survey, council = load_survey(REAL), load_council(REAL)
    file = tmp_path_factory.mktemp("made-up") / "made-up.csv"
    write_made_up(survey, council, REAL / "made-up", COUNT, 1, file)
    table = read_table(file)
    reader = AnswerReader(survey, council, table.columns)
    return [reader.read(row) for row in table.rows([])]


@pytest.fixture(scope="module")
def settings(readings):
    """The settings named by the families of each process."""
    named = defaultdict(list)
    for reading in readings:
        place = reading.route.answers.get("R0", "")
        named[reading.route.found["process"]].append(str(place))
    return named


def write(folder, voices, count, seed, target):
    write_made_up(load_survey(folder), load_council(folder), voices, count, seed, target)
    return target.read_bytes()


def test_every_made_up_row_can_be_taken_in(readings):
    assert len(readings) == COUNT
    assert [reading.faults for reading in readings if reading.faults] == []


@pytest.mark.parametrize("process", ["pilot", "old"])
def test_each_process_has_families_from_eight_settings_and_some_from_none_known(settings, process):
    known = {place for place in settings[process] if place in load_council(REAL).settings}
    assert len(known) >= 8
    assert {"not_on_list", "rather_not_say", "skipped"} & set(settings[process])


def test_some_families_are_unclear_and_some_had_no_review(settings):
    assert 3 <= len(settings["unclear"]) <= COUNT / 6
    assert len(settings["none"]) > 3


def test_meetings_are_spread_over_the_months(readings):
    months = {str(reading.route.answers.get("R2", ""))[:7] for reading in readings}
    assert len([month for month in months if month.startswith("202")]) >= 8


def test_somebody_writes_in_answer_to_every_question_for_words(readings):
    asked = {item.id for item in load_survey(REAL).items().values() if item.kind == "text"}
    assert {item for reading in readings for item in reading.words} == asked


def test_few_texts_are_said_often(readings):
    said = [words.reveal() for reading in readings for words in reading.words.values()]
    assert len(set(said)) > 250
    assert max(said.count(text) for text in set(said)) <= 5


def test_the_same_seed_writes_the_same_file(tmp_path):
    first, second = (
        write(REAL, REAL / "made-up", 20, 5, tmp_path / name) for name in ("1.csv", "2.csv")
    )
    assert first == second


def test_another_seed_writes_other_families(tmp_path):
    first, second = (write(REAL, REAL / "made-up", 20, seed, tmp_path / "a.csv") for seed in (5, 6))
    assert first != second


def test_a_survey_without_tendencies_is_answered_by_its_meanings(tmp_path):
    write(LIBRARY, tmp_path / "no-voices", 200, 1, tmp_path / "visits.csv")
    survey, council = load_survey(LIBRARY), load_council(LIBRARY)
    table = read_table(tmp_path / "visits.csv")
    reader = AnswerReader(survey, council, table.columns)
    readings = [reader.read(row) for row in table.rows([])]
    assert not [fault for reading in readings for fault in reading.faults]
    assert {"pilot", "old"} <= {r.route.found[survey.roles.process] for r in readings}


def test_without_voices_nobody_writes(tmp_path):
    write(LIBRARY, tmp_path / "no-voices", 40, 1, tmp_path / "visits.csv")
    texts = [item.id for item in load_survey(LIBRARY).items().values() if item.kind == "text"]
    with (tmp_path / "visits.csv").open(encoding="utf-8", newline="") as file:
        assert not any(row[text] for row in csv.DictReader(file) for text in texts)


def test_nothing_is_left_beside_the_file(tmp_path):
    write(LIBRARY, tmp_path / "no-voices", 3, 1, tmp_path / "visits.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["visits.csv"]
