import json
import shutil
from collections import Counter
from datetime import UTC, datetime, timedelta

import pyreadstat
import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from analysis.errors import StoreError
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.sharing.research import released_items, research
from analysis.made_up.writing import write_made_up
from analysis.store.acts import open_acts, read_acts
from analysis.store.database import connect
from tests.surveys.folders import REAL

NOW = datetime(2026, 11, 1, 10, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """Answers of 150 made-up families."""
    place = tmp_path_factory.mktemp("made-up")
    init(place / "data", REAL, "a passphrase for tests", "test", made_up=True)
    folder, file = open_data(place / "data"), place / "made-up.csv"
    write_made_up(load_survey(REAL), load_council(REAL), REAL / "made-up", 150, 7, file)
    import_responses(folder, file)
    return folder


@pytest.fixture
def folder(made_once, tmp_path):
    """A data folder of the test's own."""
    return open_data(shutil.copytree(made_once.path, tmp_path / "data"))


@pytest.fixture
def read(folder, tmp_path):
    path = tmp_path / "research.sav"
    research(folder, path, NOW)
    return pyreadstat.read_sav(path, user_missing=True)


def told(folder):
    db = connect(folder.database)
    rows = db.execute(
        "SELECT r.answers FROM responses r JOIN processes p ON p.response_id = r.id"
        " WHERE p.process IN ('pilot', 'old')"
    ).fetchall()
    db.conn.close()
    return [json.loads(answers) for (answers,) in rows]


def test_those_who_agreed_have_a_row_each_and_nobody_else(folder, read):
    frame, _ = read

    assert len(frame) == sum(row.get("C3") == "yes" for row in told(folder)) > 60


def test_every_row_is_like_at_least_nine_others(read):
    frame, _ = read
    known = ["process", "phase", "place", "need", "quarter"]

    assert min(Counter(frame[known].itertuples(index=False, name=None)).values()) >= 10


def test_no_setting_no_day_no_month_and_no_word_stands_there(folder, read):
    frame, about = read
    survey = load_survey(folder.survey)
    kinds = {name: item.kind for name, item in survey.items().items()}

    assert {kinds.get(name, "known") for name in frame} == {"one", "known"}
    assert not set(frame) & {survey.roles.setting, survey.roles.meeting, "D5", "D6"}
    said = json.dumps(about.variable_value_labels)
    assert "Blue Teapot" not in said


def test_an_answer_is_a_number_with_its_label_and_what_is_missing_is_marked(read):
    _, about = read
    labels = about.variable_value_labels["A1b"]

    assert labels[1.0] == "Strongly agree"
    missing = {labels[one["lo"]] for one in about.missing_ranges["A1b"]}
    assert missing == {"Left blank", "Not asked", "Not shown, to protect families"}


def test_counts_of_what_is_shown_never_pass_those_of_the_answers(folder, read):
    frame, about = read
    labels = about.variable_value_labels["A1b"]
    whole = Counter(row.get("A1b") for row in told(folder) if row.get("C3") == "yes")
    shown = Counter(labels[value] for value in frame["A1b"])

    assert 0 < shown["Agree"] <= whole["agree"]
    assert shown["Strongly agree"] <= whole["strongly_agree"]


def test_how_it_was_protected_stands_in_the_file(read):
    frame, about = read
    notes = " ".join(about.notes)

    assert "MADE-UP ANSWERS" in notes
    assert f"{len(frame)} replies of families who agreed" in notes
    assert "Every row is like at least 9 others" in notes


def test_the_same_answers_make_the_same_file(folder, tmp_path):
    for name in ("first.sav", "second.sav"):
        research(folder, tmp_path / name, NOW)

    assert (tmp_path / "first.sav").read_bytes() == (tmp_path / "second.sav").read_bytes()


def test_a_release_stands_in_the_chain_of_acts(folder, tmp_path):
    released = research(folder, tmp_path / "research.sav", NOW)
    acts = open_acts(folder)
    (kept,) = read_acts(acts, "research")
    acts.db.conn.close()

    assert kept.details["rows"] == len(released.rows)


def test_a_release_that_differs_by_few_rows_is_refused(folder, tmp_path):
    research(folder, tmp_path / "research.sav", NOW)
    before = (tmp_path / "research.sav").read_bytes()
    db = connect(folder.database)
    gone = db.execute(
        "SELECT r.id FROM responses r JOIN processes p ON p.response_id = r.id"
        " WHERE p.process = 'old' AND r.answers LIKE '%\"C3\": \"yes\"%' LIMIT 1"
    ).fetchone()[0]
    db.execute("INSERT INTO erasing VALUES (?)", [gone])
    db.execute("DELETE FROM responses WHERE id = ?", [gone])
    db.conn.close()

    with pytest.raises(StoreError, match="differs by fewer than 10 rows"):
        research(folder, tmp_path / "research.sav", NOW + timedelta(days=1))
    assert (tmp_path / "research.sav").read_bytes() == before


def test_what_may_leave_is_what_measures_something(folder):
    survey = load_survey(folder.survey)
    items = released_items(survey)

    assert {"A1b", "T4", "P1"} <= set(items)
    assert not set(items) & {
        "E1",
        "R0",
        "R2",
        "D1",
        "D2",
        "D3",
        "D4",
        "C2",
        "C3",
        "O1",
        "R6",
        "A3p",
    }
