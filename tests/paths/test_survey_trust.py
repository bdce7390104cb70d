"""What a family can rely on: nothing lost, nothing doubled, nothing told in an address or a log."""

import logging
import threading
from html import escape

from tests.app.survey.family import (
    ANSWERED,
    CANARY,
    GOES_ON,
    PILOT,
    Family,
    full_store,
    rows,
    stored_answers,
)


def written_by(folder):
    """Return all bytes of the store, the part not yet in its place included."""
    return b"".join(path.read_bytes() for path in folder.path.glob("answers.db*"))


def second_tab(family):
    """Return another tab of the same browser, on the same page."""
    tab = Family(family.client.application)
    tab.client = family.client
    tab.open(family.path)
    return tab


def test_sending_from_two_tabs_is_one_response_with_one_receipt(ready, folder):
    tab = second_tab(ready)
    ready.press()
    tab.press()

    assert ready.page.receipt == tab.page.receipt != ""
    assert len(rows(folder, "responses")) == 1


def test_sending_twice_at_the_same_moment_is_one_response(ready, folder):
    tabs = [second_tab(ready) for _ in range(4)]
    together = threading.Barrier(len(tabs))

    def press(tab):
        together.wait()
        tab.press()

    threads = [threading.Thread(target=press, args=[tab]) for tab in tabs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({tab.page.receipt for tab in tabs}) == 1
    assert len(rows(folder, "responses")) == 1


def test_going_back_after_sending_leads_to_the_receipt(ready):
    ready.press()
    receipt = ready.page.receipt

    for path in ("/check", "/q/words_1", "/receipt"):
        ready.open(path)
        assert ready.page.receipt == receipt


def test_an_old_tab_sent_on_after_sending_changes_nothing(ready, folder):
    tab = second_tab(ready)
    tab.open("/q/review")
    ready.press()
    tab.press({"R1": "no_never"})

    assert tab.page.receipt == ready.page.receipt
    assert stored_answers(folder)["R1"] == "yes"


def test_starting_again_after_sending_leads_to_the_receipt_first(ready):
    ready.press()
    receipt = ready.page.receipt

    ready.start()

    assert ready.page.receipt == receipt


def test_closing_and_coming_back_goes_on_where_it_stopped(family):
    family.start()
    family.walk(GOES_ON, until="times")

    family.start()

    assert family.page_id == "times"
    assert family.open("/q/review").count('value="yes" checked') == 1


def test_a_page_that_cannot_be_saved_keeps_what_was_put_in(family, folder):
    family.start()
    family.walk(GOES_ON, until="words_1")
    with full_store(folder):
        family.press({"O1": CANARY})
        assert family.status == 503
        assert "We could not save your answers just now" in family.html
        assert escape(CANARY) in family.html

    family.press()
    assert family.page_id == "words_2"
    assert escape(CANARY) in family.open("/q/words_1")


def test_answers_that_cannot_be_sent_stay_on_the_page_until_they_can(ready, folder):
    with full_store(folder):
        ready.press()
        assert ready.status == 503
        assert escape(CANARY) in ready.html
        assert rows(folder, "responses") == []

    ready.press()
    assert ready.page.receipt
    assert len(rows(folder, "responses")) == 1


def test_answers_stored_just_before_the_disk_is_full_are_not_stored_twice(ready, folder):
    with full_store(folder, ("drafts",)):
        ready.press()
        assert ready.status == 503
        assert escape(CANARY) in ready.html

    ready.press()
    assert ready.page.receipt
    assert len(rows(folder, "responses")) == 1


def test_a_full_store_is_told_to_whoever_watches(family, folder):
    assert (family.open("/readyz"), family.status) == ("ready\n", 200)
    with full_store(folder):
        family.open("/readyz")
        assert family.status == 503
        family.open("/healthz")
        assert family.status == 200


def test_an_expired_token_shows_the_filled_page_again(family):
    family.start()
    family.walk(GOES_ON, until="words_1")
    family.press({"O1": CANARY}, token="from another time")
    assert family.status == 400
    assert "Please press the button again" in family.html
    assert escape(CANARY) in family.html

    family.press()
    assert family.page_id == "words_2"


def test_a_page_whose_draft_is_gone_is_shown_again_and_kept(family):
    family.start()
    family.walk(GOES_ON, until="words_1")
    family.client.delete_cookie("survey")
    family.press({"O1": CANARY})
    assert (family.status, escape(CANARY) in family.html) == (400, True)

    family.press()
    assert family.page_id == "eligibility"
    family.walk(GOES_ON, until="words_1")
    assert escape(CANARY) in family.html


def test_no_address_holds_an_answer_a_key_or_a_receipt(family, side):
    family.send(ANSWERED)
    secret, receipt = family.client.get_cookie("survey").value, family.page.receipt
    family.open("/after")
    family.press({"D5": "mixed"})

    told = " ".join(family.addresses)
    assert not {"?", "#"} & set(told)
    assert secret not in told
    assert receipt not in told
    pages = {f"/q/{page.id}" for page in side.survey.pages}
    assert set(family.addresses) - pages == {"/", "/check", "/receipt", "/after"}


def test_no_log_line_holds_what_was_written_typed_or_given(ready, folder, caplog):
    caplog.set_level(logging.DEBUG)
    with full_store(folder):
        ready.press()
    ready.press()
    receipt = ready.page.receipt
    ready.open("/i/canary-code")
    ready.open("/withdraw")
    ready.press({"code": receipt})

    assert "database or disk is full" in caplog.text
    for told in ("canary", receipt, "as_before", "s01"):
        assert told not in caplog.text


def test_the_row_says_the_day_and_the_channel_and_nothing_of_the_sender(family, folder):
    family.client.environ_base = {"HTTP_USER_AGENT": "canary-agent", "REMOTE_ADDR": "192.0.2.7"}
    family.start("/i/qr")
    family.walk(PILOT)
    family.press()

    (response,) = rows(folder, "responses")
    assert (response["day"], response["channel"]) == ("2026-03-04", "qr")
    assert b"canary-agent" not in written_by(folder)
    assert b"192.0.2.7" not in written_by(folder)


def test_neither_draft_nor_response_holds_words_in_the_clear(family, folder):
    family.start()
    family.walk(PILOT | {"O1": CANARY})
    assert b"canary" not in written_by(folder)

    family.press()
    assert b"canary" not in written_by(folder)


def test_the_definition_is_kept_by_the_hash_that_the_response_names(family, folder, side):
    family.send(PILOT)

    (response,) = rows(folder, "responses")
    kept = {row["hash"]: row["content"] for row in rows(folder, "definitions")}
    assert kept[response["definition"]] == (side.folder.survey / "survey.toml").read_text()


def test_the_setting_is_not_among_the_answers(family, folder):
    family.send(PILOT)

    assert stored_answers(folder)["R0"] == "listed"
    (placed,) = rows(folder, "processes")
    assert (placed["process"], placed["review_type"]) == ("pilot", "apr")
    (setting,) = rows(folder, "response_settings")
    assert "s01" not in f"{placed} {setting} {rows(folder, 'responses')}"


def test_a_cleared_device_shows_nothing_when_going_back(ready):
    ready.press()
    receipt = ready.page.receipt
    ready.press()

    assert ready.client.get_cookie("survey") is None
    for path in ("/receipt", "/check", "/q/words_1", "/after"):
        ready.open(path)
        assert ready.path == "/"
        assert receipt not in ready.html
