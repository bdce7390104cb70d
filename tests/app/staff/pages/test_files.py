import csv
import io
import json

import pytest

from analysis.jobs.sharing.export import make_file
from analysis.report import Audience
from analysis.reporting.files.formats import FORMATS
from analysis.store import audit
from app.roles import ROLES
from tests.app.staff.made import Worker, heading, links_of

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


@pytest.mark.parametrize("page", ["/aims", "/forum", "/journey", "/aims?families=knows.known"])
def test_every_file_that_a_page_offers_is_there_and_tells_its_snapshot(people, page):
    links = [path for path in links_of(people["pilot_team"].get(page).text) if ".csv" in path]

    assert len(links) > (2 if page in ("/aims", "/forum") else 0)
    for path in links:
        response = people["pilot_team"].get(path)
        assert response.mimetype == "text/csv", path
        assert len(response.data.splitlines()) > 1


@pytest.mark.parametrize("path", ["/tables/secrets.csv", "/tables/who.csv?part=a%22b"])
def test_what_is_no_table_is_not_found(people, path):
    assert people["reviewer"].get(path).status_code == 404


def test_there_is_no_file_before_the_first_snapshot(empty_app):
    person = Worker(empty_app)
    person.begin_session("reviewer")
    assert [person.get(path).status_code for path in FILES] == [404] * 4


TAKEN = [kind for kind in FORMATS if not FORMATS[kind].published]


@pytest.mark.parametrize("kind", TAKEN)
@pytest.mark.parametrize("role", ["reviewer", "pilot_team"])
def test_a_file_of_every_kind_is_that_of_ones_own_audience(reading_app, people, kind, role):
    audience = Audience(ROLES[role].audience)
    folder = reading_app.extensions["staff"].folder
    snapshot, content = make_file(folder, kind, audience)
    response = people[role].get(f"/files/{kind}")

    assert response.data == content
    assert response.mimetype == FORMATS[kind].mimetype
    name = f"{kind}-{snapshot.id[:8]}-made-up{FORMATS[kind].ending}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_list_of_files_leads_to_each_and_names_the_snapshot(people):
    page = people["pilot_team"].get("/files").text

    assert {link for link in links_of(page) if link.startswith("/files/")} == {
        f"/files/{kind}" for kind in TAKEN
    }
    assert "Replies to 10 June 2026, snapshot " in page


@pytest.mark.parametrize("kind", ["sqlite", "pdf", "research"])
def test_a_kind_that_is_not_there_yet_is_not_found(people, kind):
    assert people["lead_reviewer"].get(f"/files/{kind}").status_code == 404


def test_the_list_before_the_first_snapshot_says_that_it_is_early(empty_app):
    person = Worker(empty_app)
    person.begin_session("pilot_team")

    assert "Too early" in heading(person.get("/files"))
    assert person.get("/files/word").status_code == 404


def test_who_took_which_file_stands_in_the_chain_of_acts(worker, side):
    worker("pilot_team").get("/files/csv")
    worker("pilot_team").get("/tables/groups.csv?part=knows")

    rows = side.desk.db.execute("SELECT details FROM audit WHERE action = 'file taken' ORDER BY id")
    taken = [json.loads(details) for (details,) in rows]
    assert [(act["by"], act["file"]) for act in taken] == [
        ("pilot_team", "csv"),
        ("pilot_team", "groups-knows"),
    ]
    assert all(act["snapshot"] for act in taken)
    audit.verify(side.desk.db, side.desk.audit_key)


def test_a_file_that_is_not_there_was_taken_by_nobody(worker, side):
    worker("pilot_team").get("/tables/secrets.csv")

    rows = side.desk.db.execute("SELECT count(*) FROM audit WHERE action = 'file taken'")
    assert rows.fetchone() == (0,)


def test_a_file_of_some_families_says_so_by_its_name_and_in_the_chain_of_acts(worker, side):
    one = worker("reviewer").get("/journey.csv?families=knows.known")

    assert 'filename="journey-knows-known-' in one.headers["Content-Disposition"]
    rows = side.desk.db.execute("SELECT details FROM audit WHERE action = 'file taken'")
    assert [json.loads(details)["file"] for (details,) in rows] == ["journey-knows-known"]
