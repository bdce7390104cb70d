import gzip
import re

import pytest

from tests.app.survey.family import PILOT, SURVEY, Family

PAGES = ["/", "/privacy", "/withdraw", "/q/eligibility", "/nothing", "/finished"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_heading_one_main_a_language_and_a_way_past_the_top(family, path):
    family.start()
    family.open(path)

    assert family.html.count("<h1") == family.html.count("<main") == 1
    assert '<html lang="en-GB"' in family.html
    assert 'href="#main-content" class="govuk-skip-link"' in family.html
    heading = family.heading.replace("'", "&#39;")
    assert f"<title>{heading} - " in family.html


@pytest.mark.parametrize("path", PAGES)
def test_no_page_carries_a_script_or_style_of_its_own(family, path):
    family.start()
    family.open(path)

    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", family.html)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_kept_by_a_browser(app, path):
    assert app.test_client().get(path).headers["Cache-Control"] == "no-store"


def test_pages_are_sent_small(app):
    family = Family(app)
    family.start()
    family.walk(PILOT, until="aim_4")
    sent = family.client.get("/q/aim_4", headers={"Accept-Encoding": "gzip"})

    assert sent.headers["Content-Encoding"] == "gzip"
    assert len(sent.data) < 4_000
    assert b"govuk-radios" in gzip.decompress(sent.data)


def test_a_fault_of_the_program_is_told_plainly(app):
    @app.get("/broken")
    def broken():
        raise RuntimeError("made-up")

    response = app.test_client().get("/broken")

    assert response.status_code == 500
    assert b"It is not your fault" in response.data
    assert b"made-up" not in response.data.split(b"<main")[1]


def test_a_method_that_a_page_has_not_is_not_found(family):
    assert family.client.put("/check").status_code == 405


def test_every_text_of_the_fixed_pages_is_filled(family, side):
    for path in ("/", "/privacy", "/withdraw"):
        family.open(path)
        assert not re.search(r"\{\w+\}", family.html)
    assert side.council.contacts["children_services_out_of_hours"] in "0300 303 8671"


def test_the_survey_folder_says_all_that_families_read(family):
    start = (SURVEY / "survey.toml").read_text().split("[fixed.start]")[1]
    family.open("/")

    assert family.heading in start
