import pytest

from analysis.errors import InputError
from analysis.jobs.sharing.sign_off import sign_off
from analysis.jobs.sharing.snapshots import latest_snapshot
from analysis.report import Audience
from analysis.store import audit
from analysis.store.acts import open_acts, read_acts
from analysis.store.database import writing
from tests.jobs.sharing.acts import DAY, LISTENERS, READERS, both_sign


def signs(folder):
    acts = open_acts(folder)
    found = read_acts(acts, "sign off")
    acts.db.conn.close()
    return found


def test_a_sign_off_is_kept_with_who_when_and_what(folder):
    assert sign_off(folder, READERS, "Ann", DAY) == [LISTENERS]

    snapshot = latest_snapshot(folder, Audience.PUBLIC)
    (kept,) = signs(folder)
    assert kept.day == "2026-11-02"
    assert kept.details == {
        "party": READERS,
        "by": "Ann",
        "snapshot": snapshot.id,
        "content": snapshot.content,
    }


def test_the_second_party_completes_it(folder):
    sign_off(folder, READERS, "Ann", DAY)

    assert sign_off(folder, LISTENERS, "Bo", DAY) == []


def test_the_same_sign_off_twice_is_one(folder):
    for _ in range(2):
        sign_off(folder, READERS, "Ann", DAY)

    assert len(signs(folder)) == 1


def test_nobody_signs_for_two_parties(folder):
    sign_off(folder, READERS, "Ann", DAY)

    with pytest.raises(InputError, match='found "Ann" for The listeners, expected somebody else'):
        sign_off(folder, LISTENERS, " Ann ", DAY)
    assert len(signs(folder)) == 1


def test_who_agreed_for_a_party_once_agrees_for_no_other_later(folder):
    acts = open_acts(folder)
    with writing(acts.db) as db:
        kept = {"content": "of another day", "snapshot": "before", "party": READERS, "by": "Ann"}
        audit.append(db, acts.key, "sign off", DAY.isoformat(), **kept)
    acts.db.conn.close()

    with pytest.raises(InputError, match="they agreed for The readers"):
        sign_off(folder, LISTENERS, "Ann", DAY)


def test_a_party_that_the_council_does_not_name_is_refused(folder):
    with pytest.raises(InputError, match='found "The council", expected one of The readers, The'):
        sign_off(folder, "The council", "Cy", DAY)


def test_a_sign_off_without_a_name_is_refused(folder):
    with pytest.raises(InputError, match="found no name"):
        sign_off(folder, READERS, "  ", DAY)


def test_the_chain_is_whole_afterwards(folder):
    both_sign(folder)

    assert [act.details["party"] for act in signs(folder)] == [READERS, LISTENERS]
