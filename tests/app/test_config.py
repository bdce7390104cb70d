import pytest

from app.config import Settings


@pytest.mark.parametrize("side", ["survey", "staff"])
def test_a_live_cookie_is_bound_to_its_host_and_to_https(side):
    live = Settings(live=True)

    assert live.cookie_name(side) == f"__Host-{side}"
    assert live.cookie_rules()["secure"]


def test_on_loopback_a_plain_client_can_send_its_cookie_back():
    loopback = Settings()

    assert not loopback.cookie_name("survey").startswith("__Host-")
    assert not loopback.cookie_rules()["secure"]


def test_the_sides_never_share_a_cookie():
    assert Settings().cookie_name("survey") != Settings().cookie_name("staff")


def test_no_script_can_read_a_cookie():
    assert Settings().cookie_rules()["httponly"]
    assert Settings().flask_config("staff", b"key")["SESSION_COOKIE_HTTPONLY"]
