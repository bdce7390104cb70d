import re

import pytest

from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.rebuild import rebuild
from analysis.store.database import writing
from analysis.store.desk.quotes import read_proposals, read_quotes
from analysis.store.desk.vault import unlock
from analysis.store.erasure import erase
from tests.app.staff.made import NOW, PASSPHRASE, write_answers

CODE = "FOLK-1"


@pytest.fixture
def agreed(folder, side, unlocked):
    """As many answers again, of readers who agreed to be quoted; the words unlocked."""
    file = write_answers(folder.path.with_name("more.csv"), 12, 12, quote_me="yes")
    import_responses(folder, file, NOW.date())
    code_answers(side.desk, unlock(side.desk, PASSPHRASE))


def texts(side, item="liked", said="yes"):
    rows = side.desk.db.execute(
        "SELECT w.id FROM words w JOIN responses r ON r.id = w.response_id"
        " WHERE w.item = ? AND json_extract(r.answers, '$.quote_me') = ? ORDER BY w.id",
        [item, said],
    )
    return [words_id for (words_id,) in rows]


def put_forward(person, words_id, start="0", end="60"):
    return person.post(f"/review/{words_id}/quote", code=CODE, start=start, end=end)


def waiting(side):
    return [one.id for one in read_proposals(side.desk.db)]


def approve(person, quote_id, words):
    return person.post(f"/quotes/{quote_id}/approve", words=words)


def told(side):
    return [one.quote.reveal() for one in read_quotes(side.desk.db, "quote_me")]


def quote_one(side, worker):
    """Put a part forward and let it go; return its words."""
    put_forward(worker("reviewer"), texts(side)[0])
    (quote_id,) = waiting(side)
    page = worker("lead_reviewer").get("/quotes").text
    words = re.search(r"<textarea[^>]*>([^<]+)<", page)[1]
    assert approve(worker("lead_reviewer"), quote_id, words).status_code == 303
    return words


def test_a_part_that_is_put_forward_waits_for_a_lead_reviewer(side, worker, agreed):
    assert put_forward(worker("reviewer"), texts(side)[0]).location == "/quotes"

    assert "To decide: 1" in worker("lead_reviewer").get("/quotes").text
    assert "Approve this quote" not in worker("reviewer").get("/quotes").text
    assert told(side) == []


def test_whoever_decides_is_told_what_else_of_the_answers_was_flagged(side, worker, agreed):
    """The words put forward are kind ones; in another box somebody had a fall."""
    rows = side.desk.db.execute(
        "SELECT w.id FROM words w JOIN danger_levels d ON d.response_id = w.response_id"
        " JOIN responses r ON r.id = w.response_id"
        " WHERE w.item = 'liked' AND json_extract(r.answers, '$.quote_me') = 'yes'"
    )
    flagged = rows.fetchone()[0]
    unflagged = next(one for one in texts(side) if one != flagged)
    put_forward(worker("reviewer"), flagged)
    put_forward(worker("reviewer"), unflagged)

    page = worker("lead_reviewer").get("/quotes").text
    assert page.count("Something that this family wrote was flagged so") == 1
    assert page.count("govuk-tag--red") == 1


def test_an_approved_quote_stands_under_its_theme_on_the_page_of_every_role(
    folder, side, worker, agreed
):
    words = quote_one(side, worker)
    rebuild(folder, NOW)

    for role in ("reviewer", "pilot_team"):
        assert f"“{words}”" in worker(role).get("/forum").text
    files = b"".join(file.read_bytes() for file in folder.snapshots.rglob("*.json"))
    assert words.encode() not in files


def test_a_quote_of_a_family_that_withdrew_is_said_to_be_taken_back(folder, side, worker, agreed):
    words = quote_one(side, worker)
    rebuild(folder, NOW)

    with writing(side.desk.db) as db:
        erase(db, [read_quotes(db, "quote_me")[0].response_id])

    page = worker("pilot_team").get("/forum").text
    assert words not in page
    assert "A family took this quote back." in page


def test_who_put_it_forward_cannot_let_it_go(side, worker, agreed):
    lead = worker("lead_reviewer")
    put_forward(lead, texts(side)[0])
    (quote_id,) = waiting(side)

    assert "Somebody else has to decide" in lead.get("/quotes").text
    assert approve(lead, quote_id, "anything").status_code == 403
    assert told(side) == []


def test_other_words_are_refused_and_stay_typed(side, worker, agreed):
    put_forward(worker("reviewer"), texts(side)[0])
    (quote_id,) = waiting(side)

    page = approve(worker("lead_reviewer"), quote_id, "quite other words than these")

    assert page.status_code == 422
    assert ">quite other words than these</textarea>" in page.text
    assert "govuk-error-summary" in page.text
    assert told(side) == []


def test_a_family_that_did_not_agree_cannot_be_put_forward(side, worker, agreed):
    words_id = texts(side, said="no")[0]

    assert put_forward(worker("reviewer"), words_id).status_code == 403
    assert "did not agree to be quoted" in worker("reviewer").get(f"/review/{words_id}").text
    assert waiting(side) == []


@pytest.mark.parametrize("part", [("5", "5"), ("9999", "99999")])
def test_a_part_without_words_is_not_there(side, worker, agreed, part):
    assert put_forward(worker("reviewer"), texts(side)[0], *part).status_code == 404


def test_a_quote_is_turned_down_or_taken_back(side, worker, agreed):
    quote_one(side, worker)
    (quote,) = read_quotes(side.desk.db, "quote_me")

    assert worker("lead_reviewer").post(f"/quotes/{quote.id}/remove").status_code == 303
    assert told(side) == []


def test_while_locked_what_waits_is_counted_and_not_shown(side, worker, agreed):
    put_forward(worker("reviewer"), texts(side)[0])
    side.words.lock()

    page = worker("lead_reviewer").get("/quotes").text
    assert "To decide: 1" in page
    assert "textarea" not in page
