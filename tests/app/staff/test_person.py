import pytest

from app.staff.sessions import IDLE_S, LONGEST_S
from tests.app.staff.made import Worker


def cookie(worker):
    return worker.client.get_cookie("staff").value


@pytest.fixture
def reviewer(worker):
    return worker("reviewer")


def is_in(worker):
    return worker.get("/aims").status_code == 200


def test_signing_in_gives_a_number_that_the_browser_did_not_have(app):
    person = Worker(app)
    person.get("/sign-in")
    before = cookie(person)
    person.sign_in("reviewer")
    assert cookie(person) != before


def test_a_number_planted_before_signing_in_opens_nothing_after(app):
    planted = "p" * 43
    victim, attacker = Worker(app), Worker(app)
    for person in (victim, attacker):
        person.client.set_cookie("staff", planted)
    victim.sign_in("reviewer")
    assert is_in(victim)
    assert not is_in(attacker)


def test_signing_in_again_ends_the_number_before(app, reviewer):
    before = cookie(reviewer)
    reviewer.sign_in("reviewer")
    other = Worker(app)
    other.client.set_cookie("staff", before)
    assert is_in(reviewer)
    assert not is_in(other)


def test_signing_out_ends_the_session_on_our_side_too(app, reviewer):
    before = cookie(reviewer)
    reviewer.sign_out()
    other = Worker(app)
    other.client.set_cookie("staff", before)
    assert not is_in(other)


def test_signing_out_clears_what_the_browser_kept(reviewer):
    response = reviewer.sign_out()
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert reviewer.client.get_cookie("staff") is None


def test_half_an_hour_without_a_page_ends_in_the_door(reviewer, clock):
    clock.pass_(IDLE_S + 1)
    assert reviewer.get("/aims").location == "/sign-in"


def test_eight_hours_end_in_the_door(reviewer, clock):
    for _ in range(LONGEST_S // IDLE_S + 1):
        clock.pass_(IDLE_S)
        reviewer.get("/aims")
    assert not is_in(reviewer)


@pytest.mark.parametrize("number", ["", "x", "x" * 43, "é" * 43, "a" * 4000])
def test_a_made_up_number_opens_nothing_and_breaks_nothing(app, number):
    person = Worker(app)
    person.client.set_cookie("staff", number)
    assert person.get("/aims").status_code == 303
    assert person.get("/sign-in").status_code == 200


def test_a_cookie_signed_by_somebody_else_opens_nothing(app, reviewer):
    reviewer.client.set_cookie("remember_token", "1|0")
    reviewer.client.delete_cookie("staff")
    assert not is_in(reviewer)


def test_an_account_that_is_removed_is_out_at_once(reviewer, worker, side):
    administrator = worker("administrator")
    found = administrator.get("/people").text
    place = next(part for part in found.split("<tr") if ">reviewer<" in part)
    administrator.post("/people/" + place.split("/people/")[1].split('"')[0])
    assert not is_in(reviewer)


def test_the_cookie_is_the_only_one_and_no_script_reads_it(app):
    response = Worker(app).get("/sign-in")
    cookies = response.headers.getlist("Set-Cookie")
    assert [name.split("=")[0] for name in cookies] == ["staff"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookies[0].split("; "))


def test_two_forms_of_one_page_never_hold_the_same_token(reviewer):
    page = reviewer.get("/password").text
    tokens = [part.split('"')[0] for part in page.split('name="csrf_token" value="')[1:]]
    assert len(tokens) > 1
    assert len(set(tokens)) == len(tokens)
