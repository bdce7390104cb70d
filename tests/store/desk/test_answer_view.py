import sqlite3
from contextlib import contextmanager

import pytest
from sqlite_utils import Database

from analysis.definitions.loading import load_survey
from analysis.store.desk.answer_view import NAME, drop_answer_view, make_answer_view
from analysis.store.intake.additions import add_to_response
from analysis.store.intake.receipts import receipt_hash
from tests.store.made import DAY, DEFINITION, WROTE, send
from tests.surveys.folders import REAL

BESIDE = {"response_id", "definition", "channel", "day", "process", "because", "review_type"}


@pytest.fixture(scope="module")
def survey():
    return load_survey(REAL)


@contextmanager
def read_only(desk):
    """Read as a tool of somebody else does: our own connections trust no view with functions."""
    db = Database(sqlite3.connect(f"file:{desk.folder.database}?mode=ro", uri=True))
    try:
        yield db
    finally:
        db.close()


@pytest.fixture
def view(desk, survey, intake):
    make_answer_view(desk.db, survey)
    with read_only(desk) as db:
        yield db[NAME]


def columns(desk):
    with read_only(desk) as db:
        return {column.name for column in db[NAME].columns}


def test_every_item_of_the_survey_has_a_column(view, survey):
    assert {column.name for column in view.columns} == BESIDE | survey.items().keys()


def test_a_row_says_what_was_ticked_skipped_and_not_asked(view, intake, survey):
    answers = {"E1": "yes", "R6": ("child", "setting"), "A1a": "skipped", "O1": "written"}
    send(intake, questionnaire=survey.id, answers=answers)
    (row,) = view.rows

    assert (row["E1"], row["R6"], row["A1a"], row["P1"]) == (
        "yes",
        "child|setting",
        "skipped",
        None,
    )
    assert (row["process"], row["channel"], row["day"]) == ("pilot", "link", DAY)
    assert row["definition"] == DEFINITION


def test_ticks_that_were_skipped_are_skipped(view, intake, survey):
    send(intake, questionnaire=survey.id, answers={"R6": "skipped"})

    assert next(view.rows)["R6"] == "skipped"


def test_answers_after_sending_stand_in_the_same_row(view, intake, survey):
    code = send(intake, questionnaire=survey.id)
    receipt = receipt_hash(intake.receipt_key, code)
    add_to_response(intake, receipt, {"D5": "mother"}, {}, DAY)

    assert [row["D5"] for row in view.rows] == ["mother"]


def test_no_words_and_no_setting_stand_in_it(view, intake, survey):
    send(
        intake, questionnaire=survey.id, setting="oak", setting_item="R0", answers={"O1": "written"}
    )
    (row,) = view.rows

    assert (row["O1"], row["R0"]) == ("written", "listed")
    assert WROTE not in str(row)
    assert "oak" not in str(row)


def test_answers_to_another_questionnaire_stay_out(view, intake):
    send(intake, questionnaire="follow-up")

    assert list(view.rows) == []


def test_it_is_made_anew_only_when_the_items_changed(desk, survey):
    assert make_answer_view(desk.db, survey)
    assert not make_answer_view(desk.db, survey)

    shorter = survey.model_copy(update={"pages": survey.pages[:3]})
    assert make_answer_view(desk.db, shorter)
    assert len(columns(desk)) < len(survey.items())


def test_an_item_of_any_name_is_a_column(desk, survey):
    page = next(page for page in survey.pages if page.items)
    odd = page.items[0].model_copy(update={"id": """it's "odd"; --"""})
    pages = (page.model_copy(update={"items": (odd,)}),)
    make_answer_view(desk.db, survey.model_copy(update={"pages": pages}))

    assert """it's "odd"; --""" in columns(desk)


def test_nothing_can_be_written_through_it(desk, survey):
    make_answer_view(desk.db, survey)

    with pytest.raises(sqlite3.OperationalError, match=r"cannot modify|unsafe use"):
        desk.db.execute(f"DELETE FROM {NAME}")


def test_the_survey_side_may_not_read_it(desk, survey, intake):
    make_answer_view(desk.db, survey)
    send(intake, questionnaire=survey.id)

    with pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited|unsafe use"):
        intake.db.execute(f"SELECT E1 FROM {NAME}")


def test_a_table_can_be_changed_once_the_view_is_out_of_the_way(desk, survey):
    make_answer_view(desk.db, survey)
    drop_answer_view(desk.db)

    desk.db.execute("ALTER TABLE processes RENAME TO placings")
    assert NAME not in desk.db.view_names()
