"""Why a text has its codes, on its page: plain words, points that add up, and what is alike."""

import json
import logging
import re
from datetime import date
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.definitions.codebook import load_codebook
from analysis.jobs.coders.import_codings import import_codings
from analysis.jobs.learning.in_use import room_of
from analysis.jobs.learning.models import use_model
from analysis.jobs.learning.train import train_on_store
from app.staff.pages.reasons import whole_points
from tests.app.staff.made import CANARY, PASSPHRASE


def texts_of(side, item):
    rows = side.desk.db.execute("SELECT id FROM words WHERE item = ? ORDER BY id", [item])
    return [words_id for (words_id,) in rows]


def decide(side, ids, code, coder="ann"):
    """Have a person give a code to some texts."""
    file = side.folder.path / "codings.jsonl"
    said = {"codes": {code: "-"}, "coder": coder, "sampled": "chosen"}
    file.write_text("\n".join(json.dumps({"id": str(one), **said}) for one in ids), "utf-8")
    import_codings(side.folder, file, date(2026, 7, 2))


def reasons_in(page):
    """Return what the page says within each of its reasons, as plain text."""
    found = re.findall(r'<details class="govuk-details">(.*?)</details>', page, re.DOTALL)
    return [unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", one))) for one in found]


def acts(side, action):
    rows = side.desk.db.execute("SELECT details FROM audit WHERE action = ?", [action])
    return [json.loads(details) for (details,) in rows]


def test_each_code_of_the_computer_says_the_phrases_it_rests_on_and_its_points(people, reading_app):
    number = texts_of(reading_app.extensions["staff"], "better")[0]
    page = people["reviewer"].get(f"/review/{number}").text

    [reason] = [one for one in reasons_in(page) if "WAIT-1" in one]
    assert "Phrases that the codebook has for this code: “never came" in reason
    points = [int(found) for found in re.findall(r" (-?\d+) (?=[A-Z])", reason.split("Points")[1])]
    assert points[-1] == sum(points[:-1]) >= 33
    assert "From 33 points on, a code is given." in reason


def test_reasons_stand_closed_in_the_page_itself_and_need_no_script(people, reading_app):
    number = texts_of(reading_app.extensions["staff"], "better")[0]
    page = people["reviewer"].get(f"/review/{number}").text

    assert "<details" in page
    assert "<script" not in page


def test_what_other_families_wrote_is_said_to_be_theirs_and_counted_in_the_act(
    worker, side, unlocked
):
    first, *others = texts_of(side, "better")
    decide(side, others[:3], "WAIT-1")

    page = worker("reviewer").get(f"/review/{first}").text

    [reason] = [one for one in reasons_in(page) if "WAIT-1" in one]
    assert "Another family's words, coded so by a person, 100 in 100 alike" in reason
    assert acts(side, "words read") == [{"by": "reviewer", "others": 1}]


def test_a_family_is_not_shown_its_own_words_as_anothers(worker, side, unlocked):
    first = texts_of(side, "better")[0]
    decide(side, [first], "WAIT-1")

    page = worker("reviewer").get(f"/review/{first}").text

    assert "Another family" not in page
    assert acts(side, "words read") == [{"by": "reviewer"}]


def test_what_a_person_alone_coded_has_no_reasons_of_the_computer(worker, side, unlocked):
    first = texts_of(side, "better")[0]
    with side.desk.db.conn:
        side.desk.db.execute("DELETE FROM coded WHERE words_id = ?", [first])
    decide(side, [first], "WAIT-1")

    page = worker("reviewer").get(f"/review/{first}").text

    assert "a person" in page
    assert "Why these codes" not in page
    assert "An earlier coder" not in page


def test_codes_of_another_coder_than_the_one_in_use_have_no_reasons(worker, side, unlocked):
    first = texts_of(side, "better")[0]
    with side.desk.db.conn:
        side.desk.db.execute("UPDATE coded SET coder_hash = 'before'")

    page = worker("reviewer").get(f"/review/{first}").text

    assert "An earlier coder gave these codes" in page
    assert "Why these codes" not in page


def test_a_trained_coder_says_what_the_codebook_says_and_what_decisions_taught(
    worker, side, unlocked, app
):
    for item, code in (("better", "BOOK-1"), ("liked", "FOLK-1")):  # not as phrases say
        decide(side, texts_of(side, item), code)
    room, day = room_of(side.folder), date(2026, 7, 3)
    train_on_store(side.folder, room / "spring", PASSPHRASE, day, encode=False)
    use_model(room, "spring", load_codebook(side.folder.survey))
    app.extensions["keeper"].look()

    first = texts_of(side, "better")[0]
    page = worker("reviewer").get(f"/review/{first}").text

    [reason] = [one for one in reasons_in(page) if "BOOK-1" in one]
    assert re.search(r"By the codebook alone this code is \d+ in 100 likely", reason)
    assert re.search(r"By what people decided before it is \d+ in 100 likely", reason)
    assert reason.count("Together") == 2


@pytest.mark.parametrize("role", ["pilot_team", "administrator", "nobody"])
def test_nobody_else_meets_a_reason(people, reading_app, role):
    number = texts_of(reading_app.extensions["staff"], "better")[0]
    response = people[role].get(f"/review/{number}")

    assert response.status_code in (303, 403)
    assert "Why" not in response.text


def test_while_locked_there_are_no_reasons(worker, side):
    number = texts_of(side, "better")[0]
    response = worker("reviewer").get(f"/review/{number}")

    assert response.status_code == 423
    assert CANARY not in response.text
    assert "Why these codes" not in response.text


def test_no_log_holds_a_word(worker, side, unlocked, caplog):
    caplog.set_level(logging.DEBUG)
    first, *others = texts_of(side, "better")
    decide(side, others[:3], "WAIT-1")
    worker("reviewer").get(f"/review/{first}")

    assert CANARY not in caplog.text


@given(st.lists(st.floats(-300, 300), max_size=12))
def test_whole_points_sum_to_the_whole_sum_and_lie_within_one(values):
    points = whole_points(values)

    assert sum(points) == round(sum(values))
    assert all(abs(point - value) <= 1 for point, value in zip(points, values, strict=True))
