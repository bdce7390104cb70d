import json

import pytest

from analysis.store.desk.cases import read_cases, reclassify
from analysis.store.intake.additions import add_to_response
from analysis.store.intake.processes import Placing
from analysis.store.intake.receipts import receipt_hash, withdraw
from analysis.store.intake.settings import cluster_of
from tests.store.made import DAY, send

SURVEY, COUNCIL = "s2", "c2"


def place(desk, decide, council=COUNCIL):
    return reclassify(desk, decide, SURVEY, council, DAY)


def to(process):
    return lambda case: Placing(process, None, case.review_type)


def test_a_case_is_all_that_is_counted(intake, desk):
    code = send(intake, setting="oak", setting_item="R0", repeat=True, because=None)
    add_to_response(intake, receipt_hash(intake.receipt_key, code), {"D5": "other"}, {}, DAY)

    case = next(read_cases(desk.db))

    assert (case.questionnaire, case.process, case.day, case.repeat) == ("main", "pilot", DAY, True)
    assert json.loads(case.answers)["R0"] == "listed"
    assert json.loads(case.added) == {"D5": "other"}
    assert case.cluster == cluster_of(desk.setting_key, "oak")


def test_a_case_without_setting_or_addition_says_so(intake, desk):
    send(intake)

    case = next(read_cases(desk.db))

    assert (case.cluster, case.added) == (None, None)


def test_cases_of_one_questionnaire_leave_the_others(intake, desk):
    send(intake)
    send(intake, questionnaire="follow-up")

    assert [case.questionnaire for case in read_cases(desk.db, "follow-up")] == ["follow-up"]
    assert len(list(read_cases(desk.db))) == 2


def test_the_same_cases_come_in_the_same_order(intake, desk):
    for _ in range(5):
        send(intake)

    assert list(read_cases(desk.db)) == list(read_cases(desk.db))


def test_placing_anew_counts_what_moved(intake, desk):
    send(intake)
    send(intake)
    send(intake, process="old")

    moves = place(desk, to("old"))

    assert moves == {"pilot to old": 2}
    assert {case.process for case in read_cases(desk.db)} == {"old"}


def test_the_moves_stand_in_the_chain_of_acts(intake, desk):
    send(intake)
    place(desk, to("old"))

    action, details = desk.db.execute("SELECT action, details FROM audit").fetchall()[-1]

    assert (action, json.loads(details)) == ("reclassification", {"pilot to old": 1})


def test_what_the_same_definitions_placed_is_left_alone(intake, desk):
    send(intake)
    place(desk, to("old"))

    assert place(desk, pytest.fail) == {}


def test_a_changed_council_file_alone_places_anew(intake, desk):
    send(intake)
    place(desk, to("old"))

    assert place(desk, to("pilot"), council="c3") == {"old to pilot": 1}


def test_a_family_that_withdraws_meanwhile_stays_withdrawn(intake, desk):
    code = send(intake)

    def decide(case):
        withdraw(intake, code, DAY)
        return Placing("old", None, case.review_type)

    place(desk, decide)

    assert list(read_cases(desk.db)) == []
