"""Every page of both sides, and its errors: axe finds nothing, nothing scrolls sideways."""

import json

import pytest

from tests.browser.people import answer_page, sign_in

PHONE = {"width": 360, "height": 740}
NARROW, WIDE = {"width": 320, "height": 740}, {"width": 1280, "height": 900}
FITS = "document.documentElement.scrollWidth <= window.innerWidth"
LONGEST_WAY = 60
MONTH = ("2026", "3")


@pytest.fixture
def look(axe_violations):
    """Return a function that looks at an open page; its `found` holds all that is wrong."""

    def look_at(page, viewport=PHONE):
        page.set_viewport_size(NARROW)
        for _ in range(20):  # a chart is drawn anew when it narrows
            if fits := page.evaluate(FITS):
                break
            page.wait_for_timeout(250)
        if not fits:
            look_at.found.append(f"{page.url} scrolls sideways at 320 px")
        page.set_viewport_size(viewport)
        look_at.found.extend(axe_violations(page))
        look_at.pages.append(page.url)

    look_at.found, look_at.pages = [], []
    return look_at


@pytest.fixture
def page(page):
    """A page that remembers what the browser complained of."""
    page.complaints = []
    page.on("console", lambda told: told.type == "error" and page.complaints.append(told.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


def open_survey(page, sides):
    page.goto(sides.survey)
    with page.expect_navigation():
        page.locator("main form button").first.click()


def go_on(page):
    with page.expect_navigation():
        page.locator("main button[type=submit]").first.click()


def test_the_survey_from_the_landing_page_to_the_receipt(page, sides, look):
    page.goto(sides.survey)
    look(page)
    open_survey(page, sides)
    for _ in range(LONGEST_WAY):
        look(page)
        if page.locator("#receipt-code").count():
            break
        with page.expect_navigation():
            answer_page(page, "no_such_setting", MONTH)

    assert page.locator("#receipt-code").count()
    page.goto(f"{sides.survey}/after")
    look(page)
    assert look.found == []
    assert page.complaints == []
    assert len(look.pages) > 20


def test_the_survey_where_an_answer_is_missing(page, sides, look):
    open_survey(page, sides)

    go_on(page)

    look(page)
    assert page.title().startswith("Error:")
    assert look.found == []


@pytest.mark.parametrize("path", ["/privacy", "/withdraw", "/finished", "/no-such-page"])
def test_the_pages_of_the_survey_beside_the_way(page, sides, look, path):
    page.goto(f"{sides.survey}{path}")

    look(page)
    assert look.found == []


def test_a_receipt_code_that_cannot_be_one(page, sides, look):
    page.goto(f"{sides.survey}/withdraw")
    page.locator("main input[type=text]").first.fill("nonsense")

    go_on(page)

    look(page)
    assert page.title().startswith("Error:")
    assert look.found == []


def test_signing_in_and_failing_to(page, sides, look):
    page.goto(f"{sides.staff}/sign-in")
    look(page, WIDE)

    with page.expect_navigation(url="**/sign-in"):
        sign_in(page, sides.staff, "nobody", "no such password")

    look(page, WIDE)
    assert look.found == []


@pytest.mark.parametrize("role", ["reviewer", "lead_reviewer", "pilot_team", "administrator"])
def test_every_page_a_role_can_reach_by_links(page, sides, made_up_data, look, role):
    sign_ins = json.loads((made_up_data / "demo-sign-ins.json").read_text())
    mine = next(one for one in sign_ins if one["role"] == role)
    sign_in(page, sides.staff, mine["username"], mine["password"])
    page.wait_for_url(lambda address: not address.endswith("/sign-in"))
    waiting, seen, status = [page.url], set(), {}
    while waiting:
        address = waiting.pop()
        shape = shape_of(address)
        if shape in seen:
            continue
        seen.add(shape)
        status[shape] = page.goto(address).status
        look(page, WIDE)
        waiting += [link for link in links(page) if link.startswith(sides.staff)]

    assert {shape for shape, code in status.items() if code != 200} == set()
    assert look.found == []
    assert page.complaints == []
    assert len(seen) >= 3


def links(page):
    """Return the addresses of a page's links to pages, without those that fetch a file."""
    there = page.eval_on_selector_all("a[href]:not([download])", "all => all.map(a => a.href)")
    return [address.split("#")[0] for address in there if not address.endswith(".csv")]


def shape_of(address):
    """Return an address without its numbers: one page of a kind is enough."""
    path = address.split("?")[0]
    return "/".join("N" if part.isdigit() else part for part in path.split("/"))
