from datetime import date

import pytest

from analysis.store.database import connect, writing
from analysis.store.intake.invitations import add_invitations
from analysis.store.intake.settings import cluster_of
from tests.app.survey.family import GOES_ON, PILOT, Family, rows


def test_the_first_page_has_one_form_that_starts(family):
    family.open("/")
    assert len(family.page.forms) == 1

    family.press()
    assert family.page_id == "eligibility"


def test_a_start_that_was_not_taken_says_so_in_the_title_too(family):
    family.open("/")
    family.press(token="from another time")

    assert (family.status, family.page.has_errors) == (400, True)
    assert "<title>Error: " in family.html


def test_nothing_is_kept_of_who_only_looks(family, folder):
    family.open("/")
    family.open("/privacy")

    assert rows(folder, "drafts") == []
    assert family.client.get_cookie("survey") is None


@pytest.mark.parametrize(
    ("code", "channel"), [("qr", "qr"), ("paper", "paper"), ("phone", "phone"), ("zz9", "link")]
)
def test_a_link_notes_by_which_way_a_family_came(family, folder, code, channel):
    family.open(f"/i/{code}")
    assert family.path == "/"

    family.send(PILOT)
    assert rows(folder, "responses")[0]["channel"] == channel


@pytest.fixture
def code(side):
    """The code of a setting's link."""
    with writing(connect(side.folder.database)) as db:
        return add_invitations(db, side.intake.setting_key, ["s01"], "qr", "2026-03-01")["s01"]


def test_an_invitation_puts_setting_and_channel_into_the_draft(family, folder, side, code):
    family.start(f"/i/{code.lower()}")
    family.walk(PILOT | {"R0": "s01"})
    family.press()

    cluster = cluster_of(side.intake.setting_key, "s01")
    assert [row["cluster"] for row in rows(folder, "response_settings")] == [cluster]
    assert rows(folder, "responses")[0]["channel"] == "qr"


def test_no_page_after_a_link_has_the_code_in_it(family, code):
    family.start(f"/i/{code}")
    family.walk(GOES_ON, until="setting")

    assert not any(code in address for address in family.addresses[1:])
    assert code not in family.html


def test_a_wrong_code_is_answered_like_a_right_one(app, code):
    right, wrong = (app.test_client().get(f"/i/{tried}") for tried in (code, "7K3F-9QXM"))

    assert (right.status, right.data) == (wrong.status, wrong.data)
    assert list(right.headers.keys()) == list(wrong.headers.keys())
    assert right.headers["Location"] == wrong.headers["Location"] == "/"


def test_a_wrong_code_names_no_setting(family):
    family.start("/i/7K3F-9QXM")
    family.walk(GOES_ON, until="setting")

    assert "The link you used" not in family.html


def test_of_two_links_the_later_one_counts_until_the_first_page_is_sent_on(family, code):
    family.open("/i/paper")
    family.start(f"/i/{code}")
    family.walk(GOES_ON, until="setting")

    assert "The link you used" in family.html


def test_a_link_used_half_way_loses_nothing(family):
    family.start()
    family.walk(GOES_ON, until="times")

    family.start("/i/qr")

    assert family.page_id == "times"


def test_coming_back_is_met_with_the_way_on(family):
    family.start()
    family.press({"E1": "yes", "E2": "yes"})
    family.open("/")

    assert "You have answers on this device" in family.html


def test_stopping_deletes_the_draft_here_and_in_the_store(family, folder):
    family.start()
    family.walk(GOES_ON, until="times")
    family.open("/clear")
    family.press()

    assert family.client.get_cookie("survey") is None
    assert rows(folder, "drafts") == []


def test_who_does_not_agree_is_told_what_is_still_kept_and_can_wipe_it(family, folder, side):
    family.start()
    family.walk(GOES_ON, until="times")
    family.open("/q/consent")
    family.press({"C1": []})

    assert family.page_id == "exit_no_consent"
    assert len(rows(folder, "drafts")) == 1
    assert f"press “{side.messages['clear_link']}” below" in family.html
    assert 'href="/clear"' in family.html

    family.open("/clear")
    family.press()
    assert rows(folder, "drafts") == []


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"opens": date(2026, 3, 5)}, "It opens on 5 March 2026"),
        ({"closes": date(2026, 3, 3)}, "It closed on 3 March 2026"),
    ],
)
def test_nobody_begins_before_it_opens_or_after_it_closes(app, folder, dates, said):
    side = app.extensions["survey"]
    object.__setattr__(side, "council", side.council.model_copy(update=dates))
    family = Family(app)
    family.open("/")
    assert said in family.html
    assert not family.page.forms

    family.client.post("/")
    family.client.get("/i/qr")
    assert rows(folder, "drafts") == []


def test_a_family_that_began_in_time_may_finish(app):
    side = app.extensions["survey"]
    family = Family(app)
    family.start()
    closed = side.council.model_copy(update={"closes": date(2026, 3, 3)})
    object.__setattr__(side, "council", closed)
    family.walk(PILOT)
    family.press()

    assert family.page.receipt
