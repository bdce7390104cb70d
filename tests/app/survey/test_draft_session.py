import base64
from dataclasses import replace
from datetime import timedelta

import pytest

from analysis.words import Words
from app.config import Settings
from app.survey.draft_session import Draft, _from_state, _to_state, seconds_left
from app.survey.factory import create_survey_app
from tests.app.survey.family import Family, rows
from tests.respondent import Page


def cookie_of(app, base="http://localhost"):
    family = Family(app)
    landing = family.client.get("/", base_url=base).get_data(as_text=True)
    family.html, family.page = landing, Page(landing)
    sent = family.client.post("/", data=family.filled(), base_url=base)
    return sent.headers["Set-Cookie"]


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(app, side):
    cookie = cookie_of(app)

    assert cookie.startswith("survey=")
    for part in ("HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Secure" not in cookie
    assert f"Max-Age={side.council.retention.draft_days * 86400}" in cookie


def test_over_https_the_cookie_is_secure_and_bound_to_its_host(folder, clock):
    settings = Settings(live=True)
    if not (settings.assets / "manifest.json").exists():
        pytest.skip("the assets are not prepared")
    cookie = cookie_of(create_survey_app(folder, settings, now=clock), "https://localhost")

    assert cookie.startswith("__Host-survey=")
    assert "Secure" in cookie


def test_the_cookie_holds_a_secret_of_32_bytes_and_the_store_does_not(app, folder):
    secret = cookie_of(app).split("=", 1)[1].split(";")[0]

    assert len(base64.urlsafe_b64decode(secret)) == 32
    (draft,) = rows(folder, "drafts")
    assert secret not in str(draft)
    assert base64.urlsafe_b64decode(secret) not in draft["sealed"]


@pytest.mark.parametrize("cookie", ["", "x", "%%%", "AAAA", "é" * 40, "A" * 44])
def test_a_cookie_that_no_page_set_opens_nothing(app, cookie):
    family = Family(app)
    family.client.set_cookie("survey", cookie)

    family.open("/q/review")

    assert family.path == "/"


def test_a_draft_comes_back_as_it_was_kept():
    draft = Draft(
        channel="qr",
        came_from="s01",
        repeat=True,
        answers={"R6": ("child", "health"), "R1": "yes"},
        texts={"O1": Words("Kind people")},
        seen={"R6", "R1", "O1"},
    )
    again = _from_state(draft.secret, _to_state(draft))

    assert again.texts.pop("O1").reveal() == draft.texts.pop("O1").reveal()
    assert again == draft


def test_only_what_was_sent_on_counts():
    draft = Draft(
        answers={"R1": "yes", "R2": "2026-01"}, texts={"O1": Words("x")}, seen={"R1", "O1"}
    )

    assert draft.counted() == {"R1": "yes", "O1": "written"}


def test_a_draft_does_not_show_its_words_or_answers_when_printed():
    draft = Draft(answers={"R1": "canary"}, texts={"O1": Words("canary")})

    assert "canary" not in repr(draft)
    assert "secret" not in repr(draft)


@pytest.mark.parametrize(
    ("minutes", "left"), [(0, 1800), (29, 60), (30, 0), (3000, 0), (-60, 1800)]
)
def test_a_receipt_stays_for_thirty_minutes_whatever_the_clock_does(side, clock, minutes, left):
    draft = Draft(sent_at=clock.time.timestamp())
    clock.time += timedelta(minutes=minutes)

    assert seconds_left(draft, side) == left
    assert seconds_left(replace(draft, sent_at=None), side) > 86400
