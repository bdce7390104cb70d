import io
import json
import zipfile
from html import unescape

import pytest

from analysis.jobs.sharing.snapshots import latest_snapshot
from analysis.report import Audience
from analysis.store import audit
from analysis.store.acts import open_acts, read_acts
from analysis.store.desk.accounts import add_account
from analysis.store.snapshots import latest
from tests.app.staff.made import Worker, heading

READERS, LISTENERS = "The readers", "The listeners"
PAGES = {"index.html", "easy-read.html", "style.css", "data.csv"}


@pytest.fixture
def ann(worker):
    return worker("lead_reviewer")


@pytest.fixture
def bo(app, side):
    """A second lead reviewer."""
    add_account(side.desk.db, "bo", "lead_reviewer", "a password of a test", approved=True)
    person = Worker(app)
    person.begin_session("bo")
    return person


@pytest.fixture
def content(folder):
    """What the latest results hold, as a form names it."""
    return latest_snapshot(folder, Audience.PUBLIC).content


@pytest.fixture
def published(ann, bo, content):
    both_agree(ann, bo, content)
    ann.post("/publishing/publish", content=content)


def both_agree(ann, bo, content):
    for person, party in ((ann, READERS), (bo, LISTENERS)):
        person.post("/publishing/agree", content=content, party=party)


def acts_of(folder, action):
    acts = open_acts(folder)
    found = read_acts(acts, action)
    acts.db.conn.close()
    return [act.details for act in found]


def test_results_that_nobody_agreed_to_can_be_agreed_to_and_not_published(ann, content):
    page = ann.get("/publishing").text

    assert f'value="{content}"' in page
    assert f'value="{READERS}"' in page
    assert "Nothing is published yet." in page
    assert "Publish these pages" not in page


def test_an_agreement_is_kept_with_the_name_of_whoever_is_signed_in(ann, folder, content):
    response = ann.post("/publishing/agree", content=content, party=READERS, by="Somebody Else")

    (kept,) = acts_of(folder, "sign off")
    assert (response.status_code, response.location) == (303, "/publishing")
    assert (kept["party"], kept["by"], kept["content"]) == (READERS, "lead_reviewer", content)


def test_whoever_agreed_is_told_that_somebody_else_has_to(ann, content):
    ann.post("/publishing/agree", content=content, party=READERS)

    page = ann.get("/publishing").text
    assert f"You agreed for {READERS}. Somebody else has to agree for {LISTENERS}." in page
    assert 'type="radio"' not in page


def test_nobody_agrees_for_two_parties(ann, folder, content):
    ann.post("/publishing/agree", content=content, party=READERS)
    refused = ann.post("/publishing/agree", content=content, party=LISTENERS)

    assert refused.status_code == 422
    assert refused.text.count("any more: look at the page and try again") == 1
    assert len(acts_of(folder, "sign off")) == 1


@pytest.fixture
def cy(app, side):
    """A lead reviewer whose account agrees for one party."""
    password = "a password of a test"
    add_account(side.desk.db, "cy", "lead_reviewer", password, approved=True, party=LISTENERS)
    person = Worker(app)
    person.begin_session("cy")
    return person


def test_an_account_of_a_party_agrees_for_that_one_alone(cy, folder, content):
    page = cy.get("/publishing").text
    assert f'value="{LISTENERS}"' in page
    assert f'value="{READERS}"' not in page

    refused = cy.post("/publishing/agree", content=content, party=READERS)
    assert refused.status_code == 422
    assert "You can't agree for this party" in unescape(refused.text)
    assert acts_of(folder, "sign off") == []
    assert cy.post("/publishing/agree", content=content, party=LISTENERS).status_code == 303


def test_whose_party_agreed_already_is_told_who_else_has_to(cy, ann, bo, content):
    bo.post("/publishing/agree", content=content, party=LISTENERS)

    page = cy.get("/publishing").text
    assert 'type="radio"' not in page
    assert "A lead reviewer agrees for each party." in page


def test_an_agreement_without_a_party_says_what_to_do(ann, folder, content):
    response = ann.post("/publishing/agree", content=content)

    assert response.status_code == 422
    assert "Choose whom you agree for" in response.text
    assert response.text.count("<title>Error: ") == 1
    assert acts_of(folder, "sign off") == []


def test_an_agreement_to_other_results_than_the_latest_is_refused(ann, folder):
    response = ann.post("/publishing/agree", content="0" * 64, party=READERS)

    assert response.status_code == 422
    assert acts_of(folder, "sign off") == []


def test_after_both_the_results_can_be_published_into_the_folder(ann, bo, side, folder, content):
    both_agree(ann, bo, content)
    assert "Publish these pages" in bo.get("/publishing").text

    bo.post("/publishing/publish", content=content)
    assert {path.name for path in folder.public.iterdir()} == PAGES
    assert [act["by"] for act in acts_of(folder, "publish")] == ["bo"]
    audit.verify(side.desk.db, side.desk.audit_key)


def test_an_administrator_publishes_and_does_not_agree(worker, ann, bo, content):
    person = worker("administrator")
    assert person.post("/publishing/agree", content=content, party=READERS).status_code == 403
    assert "A lead reviewer agrees for each party." in person.get("/publishing").text

    both_agree(ann, bo, content)
    assert person.post("/publishing/publish", content=content).status_code == 303


def test_what_one_party_agreed_to_is_not_published(ann, folder, content):
    ann.post("/publishing/agree", content=content, party=READERS)
    response = ann.post("/publishing/publish", content=content)

    assert response.status_code == 422
    assert not folder.public.exists()


def test_other_results_than_those_looked_at_are_not_published(ann, bo, folder, content):
    both_agree(ann, bo, content)

    assert ann.post("/publishing/publish", content="0" * 64).status_code == 422
    assert not folder.public.exists()


@pytest.mark.usefixtures("published")
def test_what_is_public_is_told_with_the_day_and_the_name(ann):
    page = ann.get("/publishing").text

    assert "Published on 1 July 2026 by lead_reviewer." in page
    assert "Nothing waits" in page


@pytest.mark.usefixtures("published")
def test_the_published_pages_come_in_one_file(ann, folder):
    response = ann.get("/publishing/pages.zip")

    with zipfile.ZipFile(io.BytesIO(response.data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    assert found == {path.name: path.read_bytes() for path in folder.public.iterdir()}
    assert "-made-up.zip" in response.headers["Content-Disposition"]


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("role", ["reviewer", "lead_reviewer", "pilot_team", "administrator"])
def test_every_role_reads_the_digest(worker, role):
    person = worker(role)

    told = person.get("/digest.txt").text
    assert told.split("\n\n")[0] in person.get("/digest").text
    assert "MADE-UP" in told.upper()


@pytest.mark.parametrize("path", ["/digest", "/digest.txt", "/publishing/pages.zip"])
def test_there_is_no_digest_and_no_archive_before(ann, path):
    assert ann.get(path).status_code == 404


def test_the_pages_are_looked_at_as_everybody_would_read_them(ann, folder):
    id_ = latest_snapshot(folder, Audience.PUBLIC).id
    found = {name: ann.get(f"/publishing/{id_}/{name}") for name in PAGES}

    assert {response.status_code for response in found.values()} == {200}
    assert found["style.css"].mimetype == "text/css"
    assert heading(found["index.html"])


@pytest.mark.parametrize(
    "path", ["{id}/report.json", "{id}/latest-public", "nothing/index.html", "..%2fforum/style.css"]
)
def test_nothing_else_can_be_looked_at(ann, folder, path):
    id_ = latest_snapshot(folder, Audience.PUBLIC).id

    assert ann.get("/publishing/" + path.format(id=id_)).status_code == 404


def test_results_changed_behind_the_back_of_everybody_are_told(ann, folder):
    path = latest(folder, "public") / "report.json"
    report = json.loads(path.read_bytes())
    path.chmod(0o644)
    path.write_text(json.dumps(report | {"caution": ""}))

    page = ann.get("/publishing")
    assert page.status_code == 200
    assert "not the one that was made" in page.text
    assert "<form" not in page.text.split("<main")[1]


def test_before_the_first_results_nothing_waits(empty_app):
    person = Worker(empty_app)
    person.begin_session("lead_reviewer")

    page = person.get("/publishing")
    assert page.status_code == 200
    assert "Nothing waits" in page.text
