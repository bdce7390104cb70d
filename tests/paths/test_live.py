"""Live, both sides take only what came by https to the server before them."""

import urllib.error
import urllib.request
from http import HTTPStatus

import pytest

from analysis.jobs.init import init
from app.config import Settings
from tests.servers import both_sides
from tests.surveys.folders import REAL


@pytest.fixture(scope="module")
def live(tmp_path_factory):
    if not (Settings().assets / "manifest.json").exists():
        pytest.skip("the assets are not prepared")
    data = tmp_path_factory.mktemp("live") / "data"
    init(data, REAL, "made-up words for a made-up key", "A Made-Up Holder")
    with both_sides(data, live=True) as sides:
        yield sides


@pytest.mark.parametrize("side", ["survey", "staff"])
def test_a_request_that_did_not_come_by_https_is_refused(live, side):
    assert _status(getattr(live, side)) == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("side", ["survey", "staff"])
def test_a_request_that_came_by_https_is_answered(live, side):
    assert _status(getattr(live, side), {"X-Forwarded-Proto": "https"}) == HTTPStatus.OK


def _status(address, headers=None):
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers or {})) as got:
            return got.status
    except urllib.error.HTTPError as error:
        return error.code
