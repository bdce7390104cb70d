import csv
import io
import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from analysis.errors import InputError
from analysis.report import AimCard, Hidden, Side, Why
from analysis.reporting.files.public.site import public_site
from tests.house.test_words_people_read import forbidden
from tests.reporting.files.made import REPORT, WARM, public

FEW = Hidden(Why.UNDER_30)
SIGNED = ["The swimmers", "The divers"]


@pytest.fixture(scope="module")
def decided(council):
    return council.model_copy(
        update={
            "contacts": {"desk": "the pool desk"},
            "results_contact": "desk",
            "next_results": date(2026, 7, 1),
        }
    )


@pytest.fixture(scope="module")
def site(survey, decided):
    return pages(public(), survey, decided)


def pages(report, survey, council):
    files = public_site(report, survey, council, SIGNED)
    return {name: content.decode("utf-8-sig") for name, content in files.items()}


def closed(report=REPORT):
    """Return the public report of few replies: no count and no share is open."""
    side = Side(FEW, FEW, FEW)
    one = replace(WARM, pilot=side, old=side, difference=FEW, rule="W1", sentence="Too few.")
    return public(
        report,
        aims=(AimCard("W1", "Warm", one, (one,)),),
        stages=(),
        by_process=(("pilot", FEW), ("old", FEW), ("unclear", FEW)),
        families=FEW,
        settings=FEW,
    )


def test_it_is_a_page_its_easy_words_its_look_and_its_numbers(site):
    assert set(site) == {"index.html", "easy-read.html", "style.css", "data.csv"}


def test_the_page_says_each_aim_when_next_and_whom_to_ask(site):
    for said in (WARM.sentence, "1 July 2026", "the pool desk", 'href="easy-read.html"'):
        assert said in site["index.html"]


def test_the_page_carries_the_stamp_the_parties_and_the_mark(site):
    for page in (site["index.html"], site["easy-read.html"]):
        assert "snapshot 5ca1ab1e" in page
        assert "Agreed for all to see by The swimmers, The divers." in page
        assert "Made-up answers" in page


def test_there_is_one_chart_with_its_table(site):
    assert site["index.html"].count('role="img"') == 1
    assert "49 in every 100" in site["index.html"]


def test_few_replies_leave_no_chart_no_count_and_no_share(survey, decided):
    page = pages(closed(), survey, decided)["index.html"]
    main = re.sub(r"<footer>.*|<style.*?</style>", "", page, flags=re.DOTALL)
    told = unescape(re.sub(r"<[^>]+>", " ", main))

    assert 'role="img"' not in page
    assert "in every 100" not in told
    assert set(re.findall(r"\d+", told)) <= {"1", "5", "10", "30", "2026"}  # of rules and dates


def test_a_share_of_one_process_alone_is_not_drawn(survey, decided):
    half = replace(WARM, old=Side(FEW, FEW, FEW))
    page = pages(public(aims=(AimCard("W1", "Warm", half, (half,)),)), survey, decided)

    assert 'role="img"' not in page["index.html"]


def test_no_page_needs_a_script_or_another_place(site):
    for name in ("index.html", "easy-read.html"):
        assert not re.search(r"<script|<iframe|https?://|\son\w+=|style=", site[name])


def test_the_numbers_are_those_of_the_report(site):
    rows = list(csv.DictReader(io.StringIO(site["data.csv"])))

    assert [(row["measure"], row["pilot families"]) for row in rows] == [
        ("A", "21"),
        ("B", ""),
        ("swim", "21"),
    ]


def test_what_is_not_decided_is_said(survey, council):
    assert (
        "The day of the next results is not set yet."
        in pages(public(), survey, council)["index.html"]
    )


def test_no_page_says_what_figures_cannot_say(site):
    for name in ("index.html", "easy-read.html"):
        assert forbidden(re.sub(r"<[^>]+>", " ", site[name])) == []


@pytest.mark.parametrize("audience", ["forum", "council"])
def test_a_report_for_others_is_refused(survey, council, audience):
    other = replace(REPORT, stamp=replace(REPORT.stamp, audience=audience))

    with pytest.raises(InputError, match=f"found a report for {audience}"):
        public_site(other, survey, council, SIGNED)


def test_two_writings_are_the_same_to_the_byte(survey, council):
    assert public_site(public(), survey, council, SIGNED) == public_site(
        public(), survey, council, SIGNED
    )


def test_of_all_or_almost_all_there_are_words_and_no_percentage(survey, decided):
    sure = replace(WARM, pilot=replace(WARM.pilot, share=Hidden(Why.NEARLY_ALL)))
    found = pages(public(aims=(AimCard("W1", "Warm", sure, (sure,)),)), survey, decided)
    page = unescape(found["index.html"])

    assert page.count("all or almost all") >= 2  # in the chart and in its table
    assert "all or almost all" in found["data.csv"]


def test_what_was_agreed_and_a_later_change_stand_on_every_page(site):
    for page in (site["index.html"], site["easy-read.html"]):
        assert "was agreed before anybody looked, by The pools, 2026-01-05." in page
        assert REPORT.agreed_changed in page


def test_beside_each_aim_stands_whether_it_reached_what_was_agreed(site):
    assert f"{WARM.sentence} What was agreed beforehand: can't tell yet." in unescape(
        site["index.html"]
    )


def test_where_nothing_was_agreed_nothing_is_said_of_it(survey, decided):
    bare = replace(WARM, ruling=None)
    report = public(aims=(AimCard("W1", "Warm", bare, (bare,)),), agreed="", agreed_changed="")

    assert "agreed before" not in pages(report, survey, decided)["index.html"]
