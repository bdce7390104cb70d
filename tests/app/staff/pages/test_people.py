import json
import re

import pytest

from analysis.store.desk.accounts import read_accounts
from tests.app.staff.made import Worker, heading


def new_password(page):
    found = re.search(r'id="new-password">([^<]+)<', page)
    return found[1] if found else None


def number_of(name, page):
    row = next(part for part in page.split("<tr") if f">{name}<" in part)
    return re.search(r"/people/(\d+)/", row)[1]


@pytest.fixture
def administrator(worker):
    return worker("administrator")


@pytest.fixture
def holder(worker):
    return worker("lead_reviewer")


def test_an_account_that_reads_no_words_works_at_once(app, administrator):
    page = administrator.post("/people", username="Nia", role="pilot_team").text
    assert Worker(app).sign_in("nia", new_password(page)).status_code == 303


def test_an_account_that_reads_words_shows_its_maker_no_password(administrator):
    page = administrator.post("/people", username="Nia", role="reviewer").text
    assert new_password(page) is None
    assert "waits for a key holder" in page


def test_a_key_holder_approves_and_hands_over_a_password(app, administrator, holder):
    page = administrator.post("/people", username="Nia", role="reviewer").text
    approved = holder.post(f"/people/{number_of('nia', page)}/approve").text
    nia = Worker(app)
    assert nia.sign_in("nia", new_password(approved)).location == "/"
    assert nia.get("/review").status_code == 200


def test_an_account_is_made_for_one_of_the_parties_that_agree(side, administrator):
    page = administrator.post(
        "/people", username="Nia", role="lead_reviewer", party="The readers"
    ).text

    assert "agrees to results for The readers" in page
    accounts = {one.username: one.party for one in read_accounts(side.desk.db)}
    assert accounts["nia"] == "The readers"


@pytest.mark.parametrize(
    ("role", "party"), [("lead_reviewer", "The council"), ("pilot_team", "The readers")]
)
def test_no_account_agrees_for_a_party_unknown_or_in_a_role_that_never_does(
    administrator, role, party
):
    response = administrator.post("/people", username="Nia", role=role, party=party)

    assert response.status_code == 422
    assert "Choose for whom this account agrees" in response.text


def test_the_administrator_can_not_approve(administrator):
    page = administrator.post("/people", username="Nia", role="reviewer").text
    assert "/approve" not in page
    number = number_of("nia", page)
    assert administrator.post(f"/people/{number}/approve").status_code == 403


def test_nobody_is_approved_twice_so_no_working_password_is_taken_away(
    people, administrator, holder
):
    page = administrator.post("/people", username="Nia", role="reviewer").text
    number = number_of("nia", page)
    holder.post(f"/people/{number}/approve")
    assert holder.post(f"/people/{number}/approve").status_code == 404


def test_one_who_waits_for_approval_can_only_change_the_password(app, side, administrator):
    from analysis.store.desk.accounts import add_account

    add_account(side.desk.db, "nia", "reviewer", "a password of her own")
    nia = Worker(app)
    nia.sign_in("nia", "a password of her own")
    assert nia.get("/").location == "/password"
    assert "A key holder has still to approve you" in nia.get("/password").text
    response = nia.get("/forum")
    assert (response.status_code, heading(response)) == (
        403,
        "A key holder has still to approve you",
    )


def test_a_removed_account_is_gone(administrator):
    page = administrator.get("/people").text
    administrator.post(f"/people/{number_of('pilot_team', page)}/remove")
    assert ">pilot_team<" not in administrator.get("/people").text


def test_nobody_removes_their_own_account(administrator, side):
    own = side.desk.db.execute("SELECT id FROM accounts WHERE role = 'administrator'").fetchone()[0]
    assert administrator.post(f"/people/{own}/remove").status_code == 422
    assert administrator.get("/people").status_code == 200


@pytest.mark.parametrize(
    ("name", "role", "says"),
    [
        ("", "reviewer", "empty or taken"),
        ("REVIEWER ", "reviewer", "empty or taken"),
        ("nia", "owner", "Choose a role from the list"),
    ],
)
def test_a_name_or_role_that_can_not_be_is_refused(administrator, name, role, says):
    response = administrator.post("/people", username=name, role=role)
    assert response.status_code == 422
    assert says in response.text


def test_a_name_is_shown_and_never_run(administrator):
    page = administrator.post("/people", username="<script>x</script>", role="pilot_team").text
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_every_change_of_an_account_stands_in_the_chain(side, administrator, holder):
    page = administrator.post("/people", username="Nia", role="reviewer").text
    holder.post(f"/people/{number_of('nia', page)}/approve")
    administrator.post(f"/people/{number_of('nia', page)}/remove")
    rows = side.desk.db.execute("SELECT action, details FROM audit ORDER BY id").fetchall()[-3:]
    assert [(action, json.loads(details)["by"]) for action, details in rows] == [
        ("account made", "administrator"),
        ("account approved", "lead_reviewer"),
        ("account removed", "administrator"),
    ]
