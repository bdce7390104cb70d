from tests.store.made import send


def levels(desk):
    return [level for (level,) in desk.db.execute("SELECT level FROM danger_levels")]


def test_a_response_without_danger_has_no_level(intake, desk):
    send(intake)

    assert levels(desk) == []


def test_a_level_stands_apart_from_answers_and_words(intake, desk):
    send(intake, danger="danger")

    assert levels(desk) == ["danger"]
    assert "danger" not in str(desk.db.execute("SELECT * FROM responses").fetchall())
