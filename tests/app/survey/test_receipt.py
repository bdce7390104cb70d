from datetime import timedelta

from app.survey.draft_session import current_draft
from tests.app.survey.family import PILOT, full_store, rows
from tests.app.survey.test_sending import DANGER


def test_the_receipt_stays_for_thirty_minutes(sent, clock):
    receipt = sent.page.receipt
    clock.time += timedelta(minutes=29)
    sent.open("/receipt")
    assert sent.page.receipt == receipt

    clock.time += timedelta(minutes=1)
    sent.open("/receipt")
    assert receipt not in sent.html
    assert sent.client.get_cookie("survey") is None


def test_the_cookie_goes_when_the_receipt_does(sent):
    assert sent.client.get_cookie("survey").max_age == 1800


def test_the_receipt_page_says_what_is_next_and_where_to_get_help(sent):
    assert "What happens next" in sent.html
    assert 'href="tel:999"' in sent.html


def test_finishing_clears_the_device_and_the_draft(sent, folder):
    response = sent.client.post("/finish", data=sent.filled())

    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert sent.client.get_cookie("survey") is None
    assert rows(folder, "drafts") == []


def test_nothing_that_was_answered_is_kept_once_it_is_sent(sent):
    cookie = sent.client.get_cookie("survey").value
    with sent.client.application.test_request_context(headers={"Cookie": f"survey={cookie}"}):
        draft = current_draft()

    assert (draft.answers, draft.texts, draft.seen) == ({}, {}, set())


def test_the_last_questions_are_a_row_of_their_own(sent, folder):
    receipt = sent.page.receipt
    sent.open("/after")
    sent.press({"D5": "mixed", "D7": "Larger letters."})

    (added,) = rows(folder, "additions")
    assert added["answers"] == '{"D5": "mixed", "D6": "skipped", "D7": "written"}'
    assert sorted(row["item"] for row in rows(folder, "words")) == ["D7", "O1", "O2"]
    assert sent.page.receipt == receipt
    assert "We have added your last answers" in sent.html


def test_leaving_the_last_questions_loses_nothing(sent, folder):
    sent.open("/after")
    sent.open("/receipt")
    sent.press()

    assert len(rows(folder, "responses")) == 1
    assert rows(folder, "additions") == []


def test_the_last_questions_are_answered_once(sent, folder):
    sent.open("/after")
    page = sent.filled()
    sent.press({"D5": "mixed"})
    sent.client.post("/after", data=page | {"D5": "white"})
    sent.open("/after")

    assert sent.page.receipt
    assert "mixed" in rows(folder, "additions")[0]["answers"]


def test_last_answers_that_cannot_be_saved_stay_on_the_page(sent, folder):
    sent.open("/after")
    with full_store(folder):
        sent.press({"D7": "Larger letters."})
        assert (sent.status, sent.filled()["D7"]) == (503, "Larger letters.")

    sent.press()
    assert len(rows(folder, "additions")) == 1


def test_words_of_danger_in_the_last_answers_lead_to_help_too(sent, folder):
    sent.open("/after")
    sent.press({"D7": DANGER})
    assert sent.heading == "Is someone in danger?"
    assert [row["level"] for row in rows(folder, "danger_levels")] == ["danger"]

    sent.press()
    assert sent.page.receipt


def test_a_form_for_another_child_is_new_and_marked_as_a_second(sent, folder):
    first = sent.page.receipt
    sent.press(form=1)
    assert sent.path == "/"

    second = sent.send(PILOT)
    assert second not in ("", first)
    assert sorted(row["repeat_in_session"] for row in rows(folder, "responses")) == [0, 1]


def test_a_second_form_asks_for_consent_again(sent):
    sent.press(form=1)
    sent.press()

    assert sent.walk(PILOT, until="children") == ["eligibility", "consent"]
