"""What comes out of the printer: the forum's page is one sheet, both sides of it."""

import json
import re

import pytest

from tests.browser.people import sign_in

SIDES = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture
def signed_in(page, sides, made_up_data):
    people = json.loads((made_up_data / "demo-sign-ins.json").read_text(encoding="utf-8"))
    reviewer = next(person for person in people if person["role"] == "reviewer")
    sign_in(page, sides.staff, reviewer["username"], reviewer["password"])
    return page


def printed(page, address):
    page.goto(address)
    return page.pdf(prefer_css_page_size=True)


def test_the_forums_page_prints_on_two_sides_of_a4(signed_in, sides):
    pdf = printed(signed_in, f"{sides.staff}/forum")

    assert len(SIDES.findall(pdf)) == 2
    assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]", pdf)


def test_a_printed_page_opens_with_its_title_and_has_quotes_and_the_range_explained(
    signed_in, sides
):
    signed_in.goto(f"{sides.staff}/forum")
    signed_in.emulate_media(media="print")

    assert signed_in.locator("h1").bounding_box()["y"] < 60
    assert signed_in.locator(".themes blockquote").first.is_visible()
    assert signed_in.locator("details.prints p").first.is_visible()
    assert not signed_in.locator("form.which, .top, .foot").first.is_visible()
