import gzip
import json
import re

import pytest

from tests.app.staff.made import Worker, heading

PAGES = ("/aims", "/aims?aim=reading", "/forum", "/journey", "/aims/explore?aim=company")
LARGEST_GZ = 45 * 1024


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_one_heading_and_its_stamp(people, path):
    page = people["pilot_team"].get(path).text
    assert page.count("<h1") == 1
    assert "Replies to 10 June 2026. 60 readers: 24 doorstep, 36 van, from 9 branches." in page
    assert "Made-up answers" in page


@pytest.mark.parametrize("path", PAGES)
def test_no_page_weighs_too_much_or_needs_an_inline_style(people, path):
    page = people["pilot_team"].get(path).text
    assert len(gzip.compress(page.encode())) < LARGEST_GZ
    assert " style=" not in page
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", page) == []


@pytest.mark.parametrize(
    ("role", "audience"),
    [
        ("reviewer", "forum"),
        ("lead_reviewer", "forum"),
        ("pilot_team", "council"),
        ("administrator", "council"),
    ],
)
def test_each_role_sees_its_own_audiences_snapshot(people, reading_app, role, audience):
    snapshot = reading_app.extensions["staff"].reports.latest(audience).stamp.snapshot
    assert f"snapshot {snapshot[:8]}." in people[role].get("/forum").text


def test_before_the_first_reply_the_page_says_it_is_too_early(empty_app):
    person = Worker(empty_app)
    person.begin_session("pilot_team")
    for path in ("/aims", "/forum", "/journey", "/aims/explore"):
        assert heading(person.get(path)) == "Too early: no replies yet"


@pytest.mark.parametrize(
    ("role", "title"),
    [
        ("reviewer", "Too early: no replies yet"),
        ("pilot_team", "Too early: fewer than 10 replies so far"),
    ],
)
def test_a_snapshot_of_no_replies_says_no_more_than_each_audience_may_know(empty_app, role, title):
    empty_app.extensions["keeper"].look()
    person = Worker(empty_app)
    person.begin_session(role)
    assert heading(person.get("/aims")) == title


def test_an_aim_that_is_not_there_shows_the_first(people):
    assert "Easy to ask for: question by question" in people["pilot_team"].get("/aims?aim=x").text


def test_a_declared_group_is_shown_alone_and_named(people):
    page = people["reviewer"].get("/journey?families=knows.known").text
    assert "Shown here: Knows who comes. All other families are left out." in page
    assert "/journey.csv?families=knows.known" in page


@pytest.mark.parametrize("asked", ["knows.nobody", "x", "../forum", "knows.known.json", "%00"])
def test_a_group_that_nobody_declared_shows_all(people, asked):
    page = people["reviewer"].get(f"/journey?families={asked}").text
    assert "Shown here" not in page
    assert "60 readers" in page


def test_the_page_to_explore_carries_its_figure_and_an_empty_style_with_the_nonce(people):
    response = people["pilot_team"].get("/aims/explore?aim=easy")
    nonce = re.search(r'<style id="plotly.js-style-global" nonce="([^"]+)"></style>', response.text)
    policy = response.headers["Content-Security-Policy"]
    assert f"style-src 'self' 'nonce-{nonce[1]}'" in policy
    figure = json.loads(response.text.split('id="explorer-figure">')[1].split("</script>")[0])
    assert figure["config"]["displayModeBar"] is False


def test_no_other_page_allows_a_style_of_its_own(people):
    for path in ("/aims", "/forum", "/journey", "/review"):
        policy = people["reviewer"].get(path).headers["Content-Security-Policy"]
        assert "style-src 'self';" in policy


def test_a_hidden_figure_shows_why_and_never_a_hole(people):
    page = people["reviewer"].get("/aims?aim=reading").text
    assert "no percentage below 30 replies" in page
    assert re.findall(r"\b(nan|inf|None|null)\b", re.sub(r"<[^>]+>", " ", page)) == []
