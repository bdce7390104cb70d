import csv
from datetime import date

import pytest

from analysis.errors import InputError
from analysis.jobs.init import init, open_data
from analysis.jobs.invitations import invitations
from analysis.store.database import connect
from analysis.store.intake.door import open_intake
from analysis.store.intake.invitations import Invitation, find_invitation
from tests.surveys.folders import outside_folder

DAY = date(2026, 3, 4)
SITE = "https://survey.example/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("inviting")
    init(place / "data", outside_folder(place), "a passphrase for tests", "test")
    return open_data(place / "data")


def read(file):
    with file.open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))


def test_each_setting_gets_a_link_that_names_it(folder, tmp_path):
    number = invitations(folder, tmp_path / "out.csv", "qr", SITE, DAY)
    rows = read(tmp_path / "out.csv")
    names = [row["setting"] for row in rows]

    assert number == len(rows) == len(set(names))
    for row in rows:
        assert row["link"] == f"https://survey.example/i/{row['code']}"
        found = find_invitation(open_intake(folder), row["code"], names)
        assert found == Invitation("qr", row["setting"])


def test_the_chain_of_acts_says_how_many_were_made(folder, tmp_path):
    number = invitations(folder, tmp_path / "out.csv", "paper", SITE, DAY)
    acts = connect(folder.database).query("SELECT action, details FROM audit ORDER BY id DESC")

    assert next(acts) == {
        "action": "invitations",
        "details": f'{{"channel": "paper", "codes": {number}}}',
    }


def test_a_file_that_is_there_is_left_as_it_is(folder, tmp_path):
    (tmp_path / "out.csv").write_text("earlier codes")

    with pytest.raises(InputError, match="expected a new one"):
        invitations(folder, tmp_path / "out.csv", "qr", SITE, DAY)
    assert (tmp_path / "out.csv").read_text() == "earlier codes"


def test_an_unknown_channel_is_refused(folder, tmp_path):
    with pytest.raises(InputError, match='found "import", expected one of link, qr'):
        invitations(folder, tmp_path / "out.csv", "import", SITE, DAY)


def test_where_no_file_can_be_written_no_code_is_kept(folder, tmp_path):
    kept = connect(folder.database).table("invitations").count

    with pytest.raises(InputError, match="found no folder"):
        invitations(folder, tmp_path / "no" / "out.csv", "qr", SITE, DAY)
    assert connect(folder.database).table("invitations").count == kept
