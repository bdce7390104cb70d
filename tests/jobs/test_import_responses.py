import csv
import json
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date

import pytest

from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import open_data
from analysis.store.database import connect
from analysis.store.desk.cases import read_cases
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock
from analysis.store.folder import create_folder
from analysis.store.intake.door import open_intake
from analysis.store.intake.sending import send_response
from tests.store.made import completed
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

BAD = OUTSIDE_ANSWERS / "bad"
BAD_FILES = json.loads((BAD / "expected.json").read_text(encoding="utf-8"))
EXPECTED = json.loads((OUTSIDE_ANSWERS / "expected.json").read_text(encoding="utf-8"))
ANSWERS = OUTSIDE_ANSWERS / "answers.csv"
PASSPHRASE = "six made-up words for these tests"
TODAY = date(2026, 11, 25)
HEADER = "id,channel,reply_date,E1,E2,C1,R1,D1,N1,N3,O6,D5"
A_ROW = "a1,phone,2026-05-20,yes,yes,yes,no_never,year_4,never,,,"


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A data folder; a passphrase takes half a second to set, so it is made once."""
    parent = tmp_path_factory.mktemp("import")
    create_folder(parent / "data", outside_folder(parent), True, PASSPHRASE, "Holder")
    return parent / "data"


@pytest.fixture
def folder(empty, tmp_path):
    return open_data(shutil.copytree(empty, tmp_path / "data"))


@pytest.fixture(scope="module")
def untouched(empty):
    """A folder into which nothing ever goes, for files that are refused."""
    return open_data(empty)


@pytest.fixture(scope="module")
def outside(empty, tmp_path_factory):
    """The sixty answers, taken in."""
    folder = open_data(shutil.copytree(empty, tmp_path_factory.mktemp("outside") / "data"))
    import_responses(folder, ANSWERS, TODAY)
    return folder


def cases(folder):
    desk = open_desk(folder)
    with closing(desk.db.conn):
        return list(read_cases(desk.db))


def count(folder, table):
    db = connect(folder.database)
    with closing(db.conn):
        return db.table(table).count


def written(tmp_path, *rows, header=HEADER):
    file = tmp_path / "answers.csv"
    file.write_text("\n".join((header, *rows)), encoding="utf-8")
    return file


def refused(folder, file):
    with pytest.raises(InputError) as caught:
        import_responses(folder, file, TODAY)
    assert count(folder, "responses") == 0
    return str(caught.value)


def same_choices(told, expected):
    """Options are told in the survey's order, which need not be the list's."""
    prefix = "one of "
    if not expected.startswith(prefix):
        return expected in told
    choices = told.partition(prefix)[2].partition(" (id")[0].partition(". Nothing")[0]
    return sorted(choices.split(", ")) == sorted(expected.removeprefix(prefix).split(", "))


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad["file"])
def test_each_bad_file_is_refused_at_its_one_fault(untouched, bad):
    told = refused(untouched, BAD / bad["file"])
    place = bad["file"]
    if bad["line"] is not None:
        place += f", line {bad['line']}, column {bad['column']}"
    assert told.startswith(f"{place}: found ")
    assert bad["found"] in told
    assert same_choices(told, bad["expected"])
    assert told.endswith("Nothing was stored.")
    assert len(told.splitlines()) == 1


def test_sixty_answers_go_in_and_are_placed_as_they_should_be(outside):
    found = Counter(case.process for case in cases(outside))
    assert found["none"] == EXPECTED["process"]["no_review"]
    assert all(found[name] == EXPECTED["process"][name] for name in ("pilot", "old", "unclear"))


def test_channels_are_kept(outside):
    assert Counter(case.channel for case in cases(outside)) == EXPECTED["channel"]


def test_settings_stand_apart_from_the_answers(outside):
    known = [case for case in cases(outside) if case.cluster is not None]
    told = EXPECTED["settings"].values()
    assert len(known) == sum(process["responses_known"] for process in told)
    assert {json.loads(case.answers)["R0"] for case in known} == {"listed"}


def test_each_setting_counts_as_often_as_it_should(outside):
    found = Counter(case.cluster for case in cases(outside) if case.process == "old")
    del found[None]
    assert sorted(found.values()) == sorted(EXPECTED["settings"]["old"]["each"].values())


def test_what_comes_after_sending_is_a_row_of_its_own(outside):
    added = [json.loads(case.added) for case in cases(outside) if case.added]
    assert Counter(one["D6"] for one in added)["mother"] > 0
    assert not any("D6" in json.loads(case.answers) for case in cases(outside))


def test_every_text_is_sealed_and_none_stands_in_the_clear(outside):
    with ANSWERS.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = [row[item] for row in rows for item in ("O1", "O2", "O3", "O4", "O5", "O6", "N3", "D7")]
    kept = b"".join(
        path.read_bytes() for path in outside.path.rglob("*") if path.name.startswith("answers.db")
    )
    assert count(outside, "words") == sum(1 for text in texts if text.strip())
    assert not any(text.encode() in kept for text in texts if len(text) > 20)


def test_a_key_holder_reads_what_the_file_said(folder, tmp_path):
    import_responses(folder, written(tmp_path, A_ROW.replace("never,,", "never,Café for once,")))
    desk = open_desk(folder)
    with closing(desk.db.conn):
        vault = unlock(desk, PASSPHRASE)
        (words_id,) = desk.db.execute("SELECT id FROM words").fetchone()
        assert vault.open(desk.db, words_id).reveal() == "Café for once"


def test_words_that_tell_of_danger_are_marked_before_they_are_sealed(outside):
    assert count(outside, "danger_levels") > 0


def test_an_id_is_echoed_and_never_stored(outside):
    assert not any(b"paper-01" in path.read_bytes() for path in outside.path.glob("answers.db*"))


def test_no_two_receipts_are_alike(folder, tmp_path):
    import_responses(folder, written(tmp_path, A_ROW, A_ROW.replace("a1", "a2")))
    db = connect(folder.database)
    with closing(db.conn):
        receipts = {row[0] for row in db.execute("SELECT receipt FROM responses")}
    assert len(receipts) == 2


def test_the_same_file_twice_is_refused_under_any_name(folder, tmp_path):
    file = written(tmp_path, A_ROW)
    import_responses(folder, file, TODAY)
    again = shutil.copy(file, tmp_path / "other.csv")
    with pytest.raises(InputError, match="taken in before"):
        import_responses(folder, again, TODAY)
    assert count(folder, "responses") == 1


def test_an_id_twice_is_told_with_both_lines(untouched, tmp_path):
    told = refused(untouched, written(tmp_path, A_ROW, A_ROW))
    assert 'line 3, column id: found "a1", expected each id once, and it stands on line 2' in told


def test_a_day_after_today_is_a_warning(folder, tmp_path):
    file = written(tmp_path, A_ROW.replace("2026-05-20", "2026-12-01"))
    imported = import_responses(folder, file, TODAY)
    assert imported.responses == 1
    assert imported.warnings == (
        'answers.csv, line 2, column reply_date: found "2026-12-01", which is after today'
        " (2026-11-25)",
    )


def test_every_fault_of_a_file_is_told_and_nothing_is_stored(untouched, tmp_path):
    bad_day = A_ROW.replace("2026-05-20", "20 May").replace("a1", "a2")
    bad_year = A_ROW.replace("year_4", "year_40").replace("a1", "a3")
    told = refused(untouched, written(tmp_path, A_ROW, bad_day, bad_year)).splitlines()
    assert [line.partition(": ")[0] for line in told[:2]] == [
        "answers.csv, line 3, column reply_date",
        "answers.csv, line 4, column D1",
    ]
    assert told[2:] == ["Nothing was stored."]


def test_a_header_alone_is_refused(untouched, tmp_path):
    assert "found no row below the header" in refused(untouched, written(tmp_path))


def test_what_families_send_while_a_large_file_is_taken_in_is_all_kept(folder, tmp_path):
    rows = [
        A_ROW.replace("a1", f"a{n}").replace("never,,", "never,Late again,") for n in range(900)
    ]
    file = written(tmp_path, *rows)
    family, definition = open_intake(folder), load_survey(folder.survey).hash
    with ThreadPoolExecutor(1) as desk, closing(family.db.conn):
        taken = desk.submit(import_responses, folder, file, TODAY)
        sent = 0
        while not taken.done():
            assert send_response(family, completed(definition=definition))
            sent += 1
    assert taken.result().responses == 900
    assert count(folder, "responses") == 900 + sent
