from analysis.store.desk.door import Desk
from analysis.store.keys import read_key


def test_no_key_of_the_desk_opens_words(desk):
    held = [getattr(desk, name) for name in Desk.__slots__ if name.endswith("_key")]

    assert held == [
        read_key(desk.folder.keys, name) for name in ("audit", "setting", "staff-cookie")
    ]


def test_the_desk_may_read_what_the_survey_side_may_not(desk):
    assert desk.db.table("accounts").count == 0
    assert desk.db.table("key_holders").count == 2
