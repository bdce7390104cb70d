import csv
import io

import pytest

from tests.app.staff.made import Worker

FILES = ("/aims.csv?aim=company", "/forum.csv", "/themes.csv", "/journey.csv")


def rows(response):
    return list(csv.DictReader(io.StringIO(response.data.decode("utf-8-sig"))))


@pytest.mark.parametrize("path", FILES)
def test_each_file_is_a_download_with_its_stamp_in_every_row(people, path):
    response = people["pilot_team"].get(path)
    assert response.headers["Content-Disposition"].startswith("attachment; filename=")
    assert response.mimetype == "text/csv"
    assert {row["made-up"] for row in rows(response)} == {"yes"}
    assert {row["replies to"] for row in rows(response)} == {"2026-06-10"}


def test_a_file_holds_the_numbers_of_its_page(people):
    page = people["reviewer"].get("/journey").text
    for row in rows(people["reviewer"].get("/journey.csv")):
        assert f"{row['pilot families']} of {row['pilot of']}" in page


def test_a_file_of_a_group_says_so(people):
    found = rows(people["reviewer"].get("/journey.csv?families=knows.known"))
    assert {row["families shown"] for row in found} == {"Knows who comes"}


def test_there_is_no_file_before_the_first_snapshot(empty_app):
    person = Worker(empty_app)
    person.begin_session("reviewer")
    assert [person.get(path).status_code for path in FILES] == [404] * 4
