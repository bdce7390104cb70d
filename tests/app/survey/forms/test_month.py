from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.survey.forms.month import MonthError, read_month
from tests.app.survey.family import GOES_ON, PILOT, stored_answers

TODAY = date(2026, 3, 4)


def typed(day="", month="", year=""):
    return {"day": day, "month": month, "year": year}


@pytest.mark.parametrize(
    ("put_in", "value"),
    [
        (typed("", "3", "2025"), "2025-03"),
        (typed("", "03", "25"), "2025-03"),
        (typed("", "March", "2025"), "2025-03"),
        (typed("", " sept. ", "2025 "), "2025-09"),
        (typed("7", "1", "2026"), "2026-01-07"),
        (typed("2nd", "Feb", "2026"), "2026-02-02"),
        (typed("29", "2", "2024"), "2024-02-29"),
        (typed("4", "3", "2026"), "2026-03-04"),
        (typed("", "3", "2026"), "2026-03"),
        (typed(), None),
    ],
)
def test_a_month_is_read_as_people_write_it(put_in, value):
    assert read_month(put_in, TODAY) == value


@pytest.mark.parametrize(
    ("put_in", "part", "message"),
    [
        (typed("", "", "2025"), "month", "month_missing"),
        (typed("", "13", "2025"), "month", "month_unknown"),
        (typed("", "spring", "2025"), "month", "month_unknown"),
        (typed("", "5", ""), "year", "year_missing"),
        (typed("", "5", "last"), "year", "year_unknown"),
        (typed("", "5", "202"), "year", "year_unknown"),
        (typed("", "5", "1925"), "year", "month_long_ago"),
        (typed("31", "6", "2025"), "day", "day_unknown"),
        (typed("29", "2", "2025"), "day", "day_unknown"),
        (typed("soon", "2", "2025"), "day", "day_unknown"),
        (typed("", "4", "2026"), "month", "month_future"),
        (typed("5", "3", "2026"), "day", "month_future"),
        (typed("7", "", ""), "month", "month_missing"),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_the_part_to_look_at(put_in, part, message):
    with pytest.raises(MonthError) as refused:
        read_month(put_in, TODAY)

    assert (refused.value.part, refused.value.message) == (part, message)


@given(st.fixed_dictionaries({part: st.text(max_size=6) for part in ("day", "month", "year")}))
def test_whatever_is_typed_gives_a_date_or_a_reason(put_in):
    try:
        value = read_month(put_in, TODAY)
    except MonthError:
        return
    assert value is None or "1996" <= value <= TODAY.isoformat()


@pytest.fixture
def at_month(family):
    family.start()
    family.walk(GOES_ON, until="meeting_month")
    return family


def test_an_impossible_date_stays_in_its_boxes(at_month):
    at_month.press({"R2-day": "31", "R2-month": "June", "R2-year": "2025"})

    assert "There is no such day in that month" in at_month.html
    assert at_month.filled()["R2-month"] == "June"
    assert 'href="#R2-day"' in at_month.html


def test_a_date_and_a_tick_together_are_asked_about(at_month):
    at_month.press({"R2-month": "6", "R2-year": "2025", "R2": "dont_know"})

    assert "Leave one of them" in at_month.html


def test_a_tick_that_no_page_shows_is_refused(at_month):
    at_month.press({"R2": "yesterday"})

    assert at_month.page.has_errors


def test_a_day_that_is_known_is_kept_and_shown_again(at_month, folder):
    at_month.press({"R2-day": "7", "R2-month": "1", "R2-year": "2026"})
    at_month.open("/q/meeting_month")
    shown = at_month.filled()
    assert [shown[f"R2-{part}"] for part in ("day", "month", "year")] == ["7", "1", "2026"]

    at_month.walk({name: value for name, value in PILOT.items() if name != "R2"})
    assert "7 January 2026" in at_month.html
    at_month.press()
    assert stored_answers(folder)["R2"] == "2026-01-07"
