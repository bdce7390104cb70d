import json
import urllib.request

import pytest

from analysis.errors import DefinitionError
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import first_accounts, init, open_data
from analysis.store.database import connect
from analysis.store.desk.accounts import read_accounts
from analysis.store.desk.answer_view import NAME
from tests.servers import datasette
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

PASSPHRASE = "a passphrase for tests"


@pytest.fixture
def folder(tmp_path):
    init(tmp_path / "data", outside_folder(tmp_path), PASSPHRASE, "test", made_up=True)
    return open_data(tmp_path / "data")


def test_a_survey_folder_with_a_fault_makes_no_data_folder(tmp_path):
    survey = outside_folder(tmp_path)
    (survey / "council.toml").write_text("name = 3")

    with pytest.raises(DefinitionError, match=r"council\.toml"):
        init(tmp_path / "data", survey, PASSPHRASE, "test")
    assert not (tmp_path / "data").exists()


def test_the_first_key_holder_agrees_for_the_first_party(folder):
    first_accounts(folder.path)

    parties = {one.username: one.party for one in read_accounts(connect(folder.database))}
    assert parties == {"administrator": "", "lead-reviewer": "The readers"}


def test_the_definitions_of_today_are_kept_beside_the_answers(folder):
    kept = {row["kind"] for row in connect(folder.database).query("SELECT kind FROM definitions")}

    assert kept == {"survey", "council", "codebook"}


def test_datasette_shows_a_column_an_item(folder):
    import_responses(folder, OUTSIDE_ANSWERS / "answers.csv")

    with datasette(folder.database) as address:
        asked = f"{address}/{NAME}.json?_shape=array&_size=max&R3b=apr&T5=keep"
        with urllib.request.urlopen(asked, timeout=10) as answer:
            rows = json.load(answer)

    assert rows
    assert {(row["R3b"], row["T5"]) for row in rows} == {("apr", "keep")}


def test_the_view_follows_the_survey(folder):
    survey = folder.survey / "survey.toml"
    place = '  [[pages.items]]\n  id   = "O2"'
    item = '  [[pages.items]]\n  id = "Z9"\n  kind = "text"\n  tone = "mixed"\n  asks = "And?"\n\n'
    changed = survey.read_text(encoding="utf-8").replace(place, item + place)
    survey.write_text(changed, encoding="utf-8")
    open_data(folder.path)

    made = connect(folder.database).execute("SELECT sql FROM sqlite_master WHERE name = ?", [NAME])
    assert '"Z9"' in made.fetchone()[0]
