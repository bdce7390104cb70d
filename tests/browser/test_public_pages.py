"""The public pages as files on a disk: no server, no script."""

import re
import shutil
from datetime import date

import pytest

from analysis.definitions.council import load_council
from analysis.jobs.init import open_data
from analysis.jobs.sharing.publish import publish
from analysis.jobs.sharing.sign_off import sign_off

PAGES = ("index.html", "easy-read.html")
WIDTHS = (320, 360, 1280)


@pytest.fixture(scope="module")
def site(made_up_data, tmp_path_factory):
    """The demonstration's results, signed by both parties and published."""
    place = tmp_path_factory.mktemp("public")
    folder = open_data(shutil.copytree(made_up_data, place / "data"))
    for number, party in enumerate(load_council(folder.survey).sign_offs):
        sign_off(folder, party, f"Person {number}", date(2026, 11, 2))
    publish(folder, place / "site", date(2026, 11, 2))
    return place / "site"


@pytest.fixture
def page(browser):
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits_a_narrow_phone(page, site, axe_violations, name):
    page.goto((site / name).as_uri())
    found, wide = axe_violations(page), []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        wide += [width] if page.evaluate("document.documentElement.scrollWidth") > width else []

    assert (found, wide) == ([], [])


def test_without_scripts_everything_is_there(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())

    assert page.locator("dl.aims dt").count() == 5
    assert page.locator("svg.chart").count() <= 1
    page.get_by_role("link", name="This page in easy words").click()
    assert page.locator("h1").inner_text().endswith("In easy words")
    assert page.locator("section h2").count() == 5
    context.close()


def test_a_page_prints_on_paper_with_its_numbers(page, site):
    page.goto((site / "index.html").as_uri())
    page.emulate_media(media="print")

    assert page.locator(".skip").is_hidden()
    assert len(page.pdf(format="A4")) > 5000


def test_a_page_is_light(site):
    weights = {path.name: path.stat().st_size for path in site.iterdir()}

    assert weights["index.html"] + weights["style.css"] < 45_000


def test_the_pages_print_on_two_sides_with_a_margin(page, site):
    for name in ("index.html", "easy-read.html"):
        page.goto((site / name).as_uri())
        pdf = page.pdf(prefer_css_page_size=True)

        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
        assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]", pdf)
