import logging

import pytest

from analysis.errors import ProjectError
from app.config import Settings
from app.staff.factory import create_staff_app
from tests.app.staff.conftest import started
from tests.app.staff.made import PASSPHRASE, Worker


def test_a_demonstration_starts_unlocked_and_says_so_loudly(folder, clock, caplog):
    with caplog.at_level(logging.WARNING):
        app = started(folder, clock, PASSPHRASE)
    side = app.extensions["staff"]
    assert side.words.is_open
    assert "DEMONSTRATION" in caplog.text
    assert PASSPHRASE not in caplog.text
    side.close()


def test_without_its_passphrase_it_starts_locked(side):
    assert not side.words.is_open


def test_in_earnest_it_refuses_to_start_without_assets(folder, tmp_path):
    settings = Settings(data=folder.path, assets=tmp_path / "none", live=True)
    with pytest.raises(ProjectError, match="found no prepared assets"):
        create_staff_app(folder, settings, keep=False)


def test_made_up_answers_are_plainly_called_so(app):
    assert "All answers kept here are made-up" in Worker(app).get("/sign-in").text


def test_menus_show_no_closed_doors(people):
    assert "/review" not in people["pilot_team"].get("/aims").text
    assert "/people" not in people["reviewer"].get("/aims").text
    assert "/review" in people["reviewer"].get("/aims").text


def test_a_page_names_who_is_signed_in(people):
    assert "pilot_team, Pilot team" in people["pilot_team"].get("/aims").text


def test_in_earnest_the_cookie_travels_over_https_alone(folder, tmp_path):
    assets = tmp_path / "assets"
    assets.mkdir()
    (assets / "manifest.json").write_text('{"staff/staff.css": "staff-1.css"}')
    (assets / "staff-1.css").write_text("")
    app = create_staff_app(folder, Settings(data=folder.path, assets=assets, live=True), keep=False)
    cookie = (
        app.test_client().get("/sign-in", base_url="https://staff.example").headers["Set-Cookie"]
    )
    assert cookie.startswith("__Host-staff=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
    app.extensions["staff"].close()
