"""Whatever is asked of either side, and whatever the answer, the headers stand."""

import shutil
from functools import partial

import pytest
from flask import url_for

from analysis.store.folder import create_folder, open_folder
from app.assets import ENDPOINT
from app.config import MAX_REQUEST_BYTES, Settings
from app.security import HEADERS
from app.staff.factory import create_staff_app
from app.survey.factory import create_survey_app
from tests.surveys.folders import REAL

METHODS = ("GET", "POST", "PUT", "DELETE")


@pytest.fixture(scope="module", params=["survey", "staff"])
def client(request, tmp_path_factory):
    path = tmp_path_factory.mktemp(request.param) / "data"
    create_folder(path, REAL, True, "a passphrase of a test", "a holder")
    settings = Settings(data=path, assets=path / "none")
    at_rest = partial(
        create_staff_app, keep=False
    )  # nobody writes while the folder is cleared away
    create = {"survey": create_survey_app, "staff": at_rest}[request.param]
    app = create(open_folder(path), settings)
    yield app.test_client()
    shutil.rmtree(path)


def addresses(app):
    for rule in app.url_map.iter_rules():
        with app.test_request_context():
            values = dict.fromkeys(rule.arguments, "1")
            yield rule, url_for(rule.endpoint, **values)


def faults(response):
    missing = [name for name, value in HEADERS.items() if response.headers.get(name) != value]
    policy = response.headers.get("Content-Security-Policy", "")
    if not policy.startswith("default-src 'none';") or "unsafe" in policy:
        missing.append("Content-Security-Policy")
    if response.headers.get("Cache-Control") != "no-store":
        missing.append("Cache-Control")
    return missing


def test_every_answer_of_every_route_carries_every_header(client):
    wrong, statuses = [], set()
    for rule, address in addresses(client.application):
        for method in METHODS:
            response = client.open(address, method=method)
            statuses.add(response.status_code)
            wrong += [(method, rule.rule, response.status_code, name) for name in faults(response)]

    assert wrong == []
    assert {200, 404, 405} <= statuses
    assert {302, 303} & statuses


def test_no_route_breaks_when_it_is_asked_out_of_turn(client):
    broken = [
        (method, rule.rule)
        for rule, address in addresses(client.application)
        for method in METHODS
        if client.open(address, method=method).status_code >= 500
    ]

    assert broken == []


def test_a_body_over_the_limit_is_refused_everywhere_it_could_be_sent(client):
    body = {"text": "x" * MAX_REQUEST_BYTES}
    answers = [
        (rule.rule, client.post(address, data=body))
        for rule, address in addresses(client.application)
        if "POST" in rule.methods and rule.endpoint != ENDPOINT
    ]

    assert answers
    assert [rule for rule, answer in answers if faults(answer)] == []
    assert {answer.status_code for _, answer in answers} <= {302, 303, 400, 401, 403, 404, 413}


def test_no_page_holds_a_style_or_a_script_that_the_policy_would_refuse(client):
    for _, address in addresses(client.application):
        page = client.get(address)
        if page.mimetype == "text/html":
            assert " style=" not in page.text, address
            assert " onclick=" not in page.text, address
            assert page.text.count("<script>") == 0, address
