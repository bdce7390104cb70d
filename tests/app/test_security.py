import logging

import pytest
from flask import Flask, abort, redirect, render_template_string, request

from app.config import MAX_REQUEST_BYTES, Settings
from app.security import allow_style_nonce, forget_on_device, secure


@pytest.fixture
def app():
    app = Flask(__name__)
    app.config.update(Settings().flask_config("survey", b"key"))
    secure(app)
    app.add_url_rule("/", "page", lambda: render_template_string("{{ cspNonce }}"))
    app.add_url_rule("/moved", "moved", lambda: redirect("/"))
    app.add_url_rule("/forbidden", "forbidden", lambda: abort(403))
    app.add_url_rule("/broken", "broken", lambda: 1 / 0)
    app.add_url_rule("/chart", "chart", allow_style_nonce)
    app.add_url_rule("/i/<code>", "invitation", lambda code: code)
    app.add_url_rule("/form", "form", lambda: str(len(request.form)), methods=["POST"])
    return app


@pytest.fixture
def client(app):
    return app.test_client()


def policy(response):
    return dict(
        part.strip().split(" ", 1)
        for part in response.headers["Content-Security-Policy"].split(";")
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/moved", 302), ("/forbidden", 403), ("/no-such", 404), ("/broken", 500)],
)
def test_every_status_carries_the_same_headers(client, path, status):
    response = client.get(path)

    assert response.status_code == status
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert policy(response)["default-src"] == "'none'"


def test_nothing_is_allowed_that_no_page_needs(client):
    rules = policy(client.get("/"))

    assert rules["font-src"] == rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert rules["form-action"] == rules["style-src"] == "'self'"
    assert "unsafe" not in str(rules)


def test_a_page_knows_the_nonce_of_its_own_response(client):
    response = client.get("/")

    assert policy(response)["script-src"] == f"'self' 'nonce-{response.text}'"


def test_no_two_responses_share_a_nonce(client):
    assert client.get("/").text != client.get("/").text


def test_only_a_page_that_asks_may_carry_a_style_element(client):
    chart = client.get("/chart")

    assert policy(chart)["style-src"] == f"'self' 'nonce-{chart.text}'"


def test_a_body_over_the_limit_is_refused_with_the_same_headers(client):
    response = client.post("/form", data={"text": "x" * MAX_REQUEST_BYTES})

    assert response.status_code == 413
    assert response.headers["Cache-Control"] == "no-store"


def test_a_body_under_the_limit_is_read(client):
    assert client.post("/form", data={"text": "x" * 200_000}).text == "1"


@pytest.fixture
def live_client():
    app = Flask(__name__)
    secure(app, live=True)
    app.add_url_rule("/", "page", lambda: "words")
    app.add_url_rule("/readyz", "readyz", lambda: "ready")
    return app.test_client()


def test_where_real_families_come_nothing_travels_in_the_clear(live_client):
    refused, served = live_client.get("/"), live_client.get("/", base_url="https://localhost")

    assert (refused.status_code, served.status_code) == (403, 200)
    assert "words" not in refused.text
    assert live_client.get("/readyz").text == "ready"  # by whoever watches it on this machine


def test_https_is_remembered_where_real_families_come(live_client):
    response = live_client.get("/", base_url="https://localhost")

    assert response.headers["Strict-Transport-Security"].startswith("max-age=63072000")


def test_https_is_not_demanded_on_loopback(client):
    assert "Strict-Transport-Security" not in client.get("/").headers


def test_forgetting_reaches_this_site_and_no_sister_site(app):
    with app.test_request_context():
        response = forget_on_device(app.make_response("done"))

    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_a_log_line_holds_no_address_no_browser_and_no_secret_of_the_path(client, caplog):
    caplog.set_level(logging.INFO, "app.access")

    client.get("/i/CANARY?answer=CANARY", headers={"User-Agent": "CANARY"})

    assert caplog.messages[0].startswith("GET /i/<code> 200 ")
    assert "CANARY" not in caplog.text
    assert "127.0.0.1" not in caplog.text
