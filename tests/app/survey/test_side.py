import threading
from datetime import timedelta

from analysis.store.folder import open_folder
from app.survey.factory import create_survey_app
from tests.app.survey.family import GOES_ON, Family, rows


def test_each_thread_has_a_connection_of_its_own(side):
    here, there = side.intake, []
    thread = threading.Thread(target=lambda: (there.append(side.intake), side.close()))
    thread.start()
    thread.join()

    assert side.intake is here
    assert there[0] is not here


def test_after_a_fault_of_the_store_the_connection_is_a_new_one(side):
    before = side.intake
    side.recover(OSError("made-up"))

    assert side.intake is not before


def test_both_definitions_are_archived_when_the_side_opens(side, folder):
    kept = {row["hash"]: row["kind"] for row in rows(folder, "definitions")}

    assert kept == {side.survey.hash: "survey", side.council.hash: "council"}


def test_opening_the_side_again_keeps_what_is_there(app, folder, clock):
    family = Family(app)
    family.start()
    family.walk(GOES_ON, until="review")
    again = Family(create_survey_app(open_folder(folder.path), now=clock))
    again.client.set_cookie("survey", family.client.get_cookie("survey").value)

    again.start()

    assert again.page_id == "review"


def test_drafts_that_nobody_came_back_to_are_deleted(app, folder, clock, side):
    Family(app).start()
    clock.time += timedelta(days=side.council.retention.draft_days + 1)
    Family(app).start()

    assert [row["day"] for row in rows(folder, "drafts")] == [side.today().isoformat()]
