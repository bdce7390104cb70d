import pytest

from analysis.store.desk.throttle import PER_NAME
from tests.app.staff.made import PASSWORDS, Worker, heading

FIRST_PAGES = {
    "reviewer": "/review",
    "lead_reviewer": "/forum",
    "pilot_team": "/aims",
    "administrator": "/people",
}
WRONG = "The username or the password is not right"


@pytest.mark.parametrize(("role", "page"), FIRST_PAGES.items())
def test_signing_in_leads_to_the_first_page_of_the_role(people, role, page):
    assert people[role].get("/").location == page


def test_a_wrong_name_and_a_wrong_password_get_the_same_page(app):
    known, unknown = (Worker(app).sign_in(name, "a wrong password") for name in ("reviewer", "x"))
    assert (known.status_code, unknown.status_code) == (401, 401)
    assert WRONG in known.text
    assert without_tokens(known.text) == without_tokens(unknown.text)


def without_tokens(page):
    return [part.split('"', 1)[-1] for part in page.split('name="csrf_token" value="')]


def test_what_was_typed_is_not_shown_again(app):
    response = Worker(app).sign_in("somebody", "a password typed here")
    assert "somebody" not in response.text
    assert "typed here" not in response.text


def test_too_many_tries_are_slowed_down_and_the_right_password_waits_too(app, clock):
    seconds, tries = PER_NAME[0]
    for _ in range(tries):
        Worker(app).sign_in("reviewer", "a wrong password")
    assert Worker(app).sign_in("reviewer").status_code == 429
    clock.pass_(seconds + 1)
    assert Worker(app).sign_in("reviewer").status_code == 303


def test_a_form_that_lay_open_too_long_is_refused_kindly(app):
    person = Worker(app)
    response = person.client.post("/sign-in", data={"username": "reviewer"})
    assert (response.status_code, heading(response)) == (
        400,
        "Please go back and press the button again",
    )


def test_nobody_is_led_to_another_address_after_signing_in(app):
    response = Worker(app).client.get("/aims?next=https://elsewhere.example/")
    assert response.location == "/sign-in"


def test_a_password_is_changed_with_the_old_one(app, worker):
    person = worker("pilot_team")
    new = "three unlike words here"
    assert "is changed" in person.post("/password", old=PASSWORDS["pilot_team"], new=new).text
    assert Worker(app).sign_in("pilot_team").status_code == 401
    assert Worker(app).sign_in("pilot_team", new).status_code == 303


def test_changing_a_password_ends_every_other_session(worker):
    here, elsewhere = worker("pilot_team"), worker("pilot_team")
    here.post("/password", old=PASSWORDS["pilot_team"], new="three unlike words here")
    assert here.get("/aims").status_code == 200
    assert elsewhere.get("/aims").location == "/sign-in"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("not this one", "three unlike words here", "Your password now is not right"),
        (PASSWORDS["pilot_team"], "short", "needs at least 12 characters"),
    ],
)
def test_a_password_is_not_changed_without_the_old_one_or_to_a_short_one(worker, old, new, says):
    person = worker("pilot_team")
    assert says in person.post("/password", old=old, new=new).text
    assert person.sign_in("pilot_team").status_code == 303
