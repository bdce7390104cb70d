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


@pytest.fixture
def on_aims(page, sides, made_up_data):
    people = json.loads((made_up_data / "demo-sign-ins.json").read_text(encoding="utf-8"))
    one = next(person for person in people if person["role"] == "pilot_team")
    sign_in(page, sides.staff, one["username"], one["password"])
    page.goto(f"{sides.staff}/aims")
    return page


def test_no_printed_heading_stands_over_nothing(on_aims):
    on_aims.emulate_media(media="print")

    assert not on_aims.locator("#beside-title").is_visible()
    assert on_aims.locator("#matrix-title").is_visible()


def test_on_a_phone_the_name_of_a_dark_cell_can_be_read(on_aims):
    on_aims.set_viewport_size({"width": 360, "height": 740})
    colour = "cell => getComputedStyle(cell, '::before').color"

    assert on_aims.locator(".matrix .dark-4").first.evaluate(colour) == "rgb(255, 255, 255)"


AGREED = """() => {
  for (const one of document.querySelectorAll('.sentences dd')) {
    const words = document.createElement('span');
    words.textContent = " What was agreed beforehand: can't tell yet.";
    one.append(words);
  }
  for (const [look, says] of [
    ['govuk-body-s', 'What each aim must reach was agreed before anybody looked, by '
      + 'all the parties that there are and some that have longer names, 15 January 2026.'],
    ['govuk-inset-text', 'What was agreed was changed after 240 replies had come in.'],
  ]) {
    const line = document.createElement('p');
    line.className = look;
    line.textContent = says;
    document.querySelector('.sentences').after(line);
  }
}"""


def test_what_was_agreed_and_changed_since_finds_room_on_the_two_sides(signed_in, sides):
    signed_in.goto(f"{sides.staff}/forum")
    signed_in.evaluate(AGREED)

    assert len(SIDES.findall(signed_in.pdf(prefer_css_page_size=True))) == 2
