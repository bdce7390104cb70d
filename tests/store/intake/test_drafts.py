import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.errors import StoreError
from analysis.store.intake.drafts import drop_draft, drop_old, load_draft, save_draft
from analysis.store.intake.receipts import new_secret

DAY = "2026-03-04"
STATES = st.dictionaries(st.text(), st.none() | st.text() | st.lists(st.text()) | st.integers())


@given(state=STATES)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_saved_comes_back(intake, state):
    secret = new_secret()
    save_draft(intake.db, secret, state, DAY)

    assert load_draft(intake.db, secret) == state


def test_a_draft_is_saved_in_place_of_the_one_before(intake, desk):
    secret = new_secret()
    save_draft(intake.db, secret, {"seen": ["p1"]}, DAY)
    save_draft(intake.db, secret, {"seen": ["p1", "p2"]}, DAY)

    assert load_draft(intake.db, secret) == {"seen": ["p1", "p2"]}
    assert desk.db.table("drafts").count == 1


def test_another_secret_finds_nothing(intake):
    save_draft(intake.db, new_secret(), {"seen": []}, DAY)

    assert load_draft(intake.db, new_secret()) is None


def test_a_draft_says_nothing_without_its_secret(intake, folder):
    secret = new_secret()
    save_draft(intake.db, secret, {"words": "canary in a draft"}, DAY)

    held = b"".join(path.read_bytes() for path in folder.path.rglob("*") if path.is_file())

    assert b"canary in a draft" not in held
    assert secret not in held


def test_a_few_words_more_leave_the_size_as_it_is(intake, desk):
    short, longer = new_secret(), new_secret()
    save_draft(intake.db, short, {"words": "no"}, DAY)
    save_draft(intake.db, longer, {"words": "yes, and this is why we say so"}, DAY)

    assert len(set(desk.db.execute("SELECT length(sealed) FROM drafts").fetchall())) == 1


def test_a_dropped_draft_is_gone(intake):
    secret = new_secret()
    save_draft(intake.db, secret, {}, DAY)
    drop_draft(intake.db, secret)

    assert load_draft(intake.db, secret) is None


def test_drafts_last_used_before_a_day_go_and_the_others_stay(intake):
    old, new = new_secret(), new_secret()
    save_draft(intake.db, old, {}, "2026-03-03")
    save_draft(intake.db, new, {}, DAY)

    assert drop_old(intake.db, DAY) == 1
    assert load_draft(intake.db, old) is None
    assert load_draft(intake.db, new) == {}


def test_a_draft_that_was_tampered_with_is_refused(intake, desk):
    secret = new_secret()
    save_draft(intake.db, secret, {}, DAY)
    desk.db.execute("UPDATE drafts SET sealed = zeroblob(300)")

    with pytest.raises(StoreError, match="does not open"):
        load_draft(intake.db, secret)
