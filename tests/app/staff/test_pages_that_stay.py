"""What other programs rely on at the staff side: addresses, fields, and filters by GET."""

import re

import pytest

from tests.app.staff.made import Worker

FORM = re.compile(r'<form method="(get|post)"[^>]*>(.*?)</form>', re.DOTALL)
NAMED = re.compile(r'<(?:input|select)[^>]* name="([^"]+)"')


def fields(html, method):
    """Return the names of the fields of a page's forms, but for the token."""
    forms = [form for how, form in FORM.findall(html) if how == method]
    return {name for form in forms for name in NAMED.findall(form)} - {"csrf_token"}


def test_one_signs_in_with_a_name_and_a_password(reading_app):
    page = Worker(reading_app).get("/sign-in").text

    assert fields(page, "post") == {"username", "password"}


def test_words_are_unlocked_with_a_passphrase(app, worker):
    assert fields(worker("reviewer").get("/unlock").text, "post") == {"passphrase"}


@pytest.mark.parametrize(
    ("path", "filters"),
    [
        ("/aims", {"families"}),
        ("/forum", {"families"}),
        ("/journey", {"families"}),
        ("/review", {"item", "code", "flag"}),
    ],
)
def test_a_list_takes_its_filters_from_the_address(people, path, filters):
    page = people["reviewer"].get(path).text

    assert filters <= fields(page, "get")
    for name in filters:
        (value, *_) = re.findall(rf'name="{name}">.*?<option value="([^"]+)"', page, re.DOTALL)
        narrowed = people["reviewer"].get(f"{path}?{name}={value}")
        assert narrowed.status_code == 200
        assert f'<option value="{value}" selected' in narrowed.text


@pytest.mark.parametrize("asked", ["%00", "nobody", "../..", "9" * 400])
@pytest.mark.parametrize("name", ["aim", "families", "item", "code", "flag", "page"])
def test_a_filter_that_cannot_be_breaks_no_list(people, name, asked):
    for path in ("/aims", "/forum", "/journey", "/review"):
        assert people["reviewer"].get(f"{path}?{name}={asked}").status_code == 200
