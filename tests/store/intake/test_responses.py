import json

from analysis.store.intake.responses import find_response
from analysis.store.intake.sending import send_response
from tests.store.made import completed


def stored(desk):
    return json.loads(desk.db.execute("SELECT answers FROM responses").fetchone()[0])


def test_an_item_that_was_not_asked_is_no_key(intake, desk):
    send_response(intake, completed(answers={"A1": "skipped"}))

    assert stored(desk) == {"A1": "skipped"}


def test_ticks_are_a_list(intake, desk):
    send_response(intake, completed(answers={"R6": ("child", "setting")}))

    assert stored(desk) == {"R6": ["child", "setting"]}


def test_a_response_is_found_by_its_receipt_only(intake):
    send_response(intake, completed(receipt="r1"))

    assert find_response(intake.db, "r1") is not None
    assert find_response(intake.db, "r2") is None
