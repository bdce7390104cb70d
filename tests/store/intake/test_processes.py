from analysis.store.database import writing
from analysis.store.intake.processes import Placing, place_again
from tests.store.made import send

UNCLEAR = Placing("unclear", "not enough known", "yearly")


def test_a_placing_stands_with_the_hashes_of_what_decided(intake, desk):
    send(intake, process="unclear", because="not enough known")

    row = next(desk.db.query("SELECT * FROM processes"))

    assert (row["process"], row["because"]) == ("unclear", "not enough known")
    assert (row["survey"], row["council"]) == ("3f9a", "77c1")


def test_placed_again_it_stands_in_place_of_the_first(intake, desk):
    send(intake)
    response_id = desk.db.execute("SELECT id FROM responses").fetchone()[0]

    with writing(desk.db) as db:
        place_again(db, response_id, UNCLEAR, "s2", "c2")

    row = next(desk.db.query("SELECT process, survey, council FROM processes"))
    assert row == {"process": "unclear", "survey": "s2", "council": "c2"}


def test_a_response_that_is_gone_is_not_placed(desk):
    with writing(desk.db) as db:
        place_again(db, 1, UNCLEAR, "s2", "c2")

    assert desk.db.table("processes").count == 0
