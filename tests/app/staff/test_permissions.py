import pytest

from analysis.errors import ProjectError
from app.roles import ROLES
from app.staff.permissions import RULES, guard
from tests.app.staff.made import heading

EVERYBODY = {"nobody", *ROLES}
ROLE = set(ROLES)
PUBLISHERS = {"lead_reviewer", "administrator"}
READERS = {"reviewer", "lead_reviewer"}

# By address, apart from the program's own table by page: (method, address) -> who may.
OPEN_TO = {
    ("GET", "/assets/<name>"): EVERYBODY,
    ("GET", "/healthz"): EVERYBODY,
    ("GET", "/readyz"): EVERYBODY,
    ("GET", "/sign-in"): EVERYBODY,
    ("POST", "/sign-in"): EVERYBODY,
    ("GET", "/"): ROLE,
    ("POST", "/sign-out"): ROLE,
    ("GET", "/password"): ROLE,
    ("POST", "/password"): ROLE,
    ("GET", "/unlock"): READERS,
    ("POST", "/unlock"): READERS,
    ("POST", "/lock"): READERS,
    ("GET", "/aims"): ROLE,
    ("GET", "/aims/explore"): ROLE,
    ("GET", "/forum"): ROLE,
    ("GET", "/journey"): ROLE,
    ("GET", "/files"): ROLE,
    ("GET", "/files/<kind>"): ROLE,
    ("GET", "/publishing"): PUBLISHERS,
    ("GET", "/publishing/<snapshot_id>/<name>"): PUBLISHERS,
    ("POST", "/publishing/agree"): {"lead_reviewer"},
    ("POST", "/publishing/publish"): PUBLISHERS,
    ("GET", "/publishing/pages.zip"): PUBLISHERS,
    ("GET", "/digest"): ROLE,
    ("GET", "/digest.txt"): ROLE,
    ("GET", "/aims.csv"): ROLE,
    ("GET", "/forum.csv"): ROLE,
    ("GET", "/themes.csv"): ROLE,
    ("GET", "/journey.csv"): ROLE,
    ("GET", "/tables/<name>.csv"): ROLE,
    ("GET", "/review"): READERS,
    ("GET", "/review/<int:words_id>"): READERS,
    ("POST", "/review/<int:words_id>/quote"): READERS,
    ("GET", "/quotes"): READERS,
    ("POST", "/quotes/<int:quote_id>/approve"): {"lead_reviewer"},
    ("POST", "/quotes/<int:quote_id>/remove"): {"lead_reviewer"},
    ("GET", "/people"): {"administrator", "lead_reviewer"},
    ("POST", "/people"): {"administrator"},
    ("POST", "/people/<int:account_id>/approve"): {"lead_reviewer"},
    ("POST", "/people/<int:account_id>/remove"): {"administrator"},
}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
ENDS_ITS_OWN_SESSION = ("/sign-out", "/lock")


def addresses(app):
    for rule in app.url_map.iter_rules():
        for method in METHODS:
            yield rule, method


def filled(rule):
    return filled_address(rule.rule)


def filled_address(address):
    return (
        address.replace("<int:words_id>", "1")
        .replace("<int:account_id>", "1")
        .replace("<int:quote_id>", "1")
        .replace("<name>.csv", "who.csv")
        .replace("<name>", "none.css")
        .replace("<kind>", "none")
        .replace("<snapshot_id>", "none")
    )


def let_in(response, role):
    """Somebody not signed in is led to the door, somebody of another role is told so."""
    led_to_the_door = response.location == "/sign-in" and role == "nobody"
    return not led_to_the_door and response.status_code not in (403, 405)


def test_every_page_is_open_to_those_it_is_declared_for_and_to_nobody_else(reading_app, people):
    wrong, tokens = [], {role: person.token() for role, person in people.items()}
    for rule, method in addresses(reading_app):
        if rule.rule in ENDS_ITS_OWN_SESSION:
            continue
        asked = "GET" if method == "HEAD" else method
        for role, person in people.items():
            fields = {"csrf_token": tokens[role]} if method == "POST" else {}
            response = person.client.open(filled(rule), method=method, data=fields)
            may = role in OPEN_TO.get((asked, rule.rule), set())
            if let_in(response, role) != may:
                wrong.append((method, rule.rule, role, response.status_code))
    assert wrong == []


def test_the_table_of_this_test_has_every_page(reading_app):
    served = {
        (method, rule.rule)
        for rule in reading_app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert served == set(OPEN_TO)


@pytest.mark.parametrize("role", ["nobody", "pilot_team", "administrator"])
def test_ending_a_session_or_locking_is_refused_to_others_too(people, role):
    paths = ["/lock"] if role != "nobody" else list(ENDS_ITS_OWN_SESSION)
    for path in paths:
        assert people[role].post(path).status_code in (303, 403), path


def test_a_page_outside_the_table_stops_the_application(app):
    fresh = type(app)("fresh")
    fresh.add_url_rule("/secret", "secret", lambda: "words")
    with pytest.raises(ProjectError, match="secret"):
        guard(fresh)


def test_a_line_of_the_table_without_a_page_stops_it_too(app):
    with pytest.raises(ProjectError, match=r"dashboards\.aims"):
        guard(type(app)("fresh"))


def test_no_role_but_those_declared_stands_in_the_table():
    assert {role for rule in RULES.values() for role in rule.roles} <= set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_a_closed_page_says_so_kindly(people, role):
    closed = "/review" if role in ("pilot_team", "administrator") else "/people"
    response = people[role].get(closed)
    if response.status_code == 403:
        assert heading(response) == "This page is not for your role"
    else:
        assert role == "lead_reviewer"  # who holds a key, and approves


def test_every_form_is_refused_without_its_token_with_a_wrong_and_with_anothers(people):
    taken = []
    for (method, address), roles in OPEN_TO.items():
        for role in roles if method == "POST" else ():
            for token in (
                "",
                "x" * 64,
                people["nobody" if role != "nobody" else "reviewer"].token(),
            ):
                path = filled_address(address)
                response = people[role].client.post(path, data={"csrf_token": token})
                if response.status_code != 400:
                    taken.append((address, role, token, response.status_code))
    assert taken == []


def test_a_refused_form_says_what_to_do(people):
    response = people["administrator"].client.post("/people", data={"username": "x"})
    assert "press the button again" in heading(response)
