"""The commands that let results out, as a person types them."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.store.database import connect
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

PARTIES = ("The readers", "The listeners")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    place = tmp_path_factory.mktemp("typed")
    init(place / "data", outside_folder(place), "a passphrase for tests", "test", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, OUTSIDE_ANSWERS / "answers.csv")
    rebuild(folder, datetime(2026, 11, 1, tzinfo=UTC))
    return place / "data"


@pytest.fixture
def data(made_once, tmp_path):
    return str(shutil.copytree(made_once, tmp_path / "data"))


@pytest.mark.parametrize("kind", ["word", "board", "excel", "csv", "spss"])
def test_export_writes_a_file_and_says_of_what(data, tmp_path, capsys, kind):
    out = tmp_path / f"out-{kind}"

    assert main(["export", kind, str(out), "--data", data, "--audience", "council"]) == 0
    assert out.stat().st_size > 1000
    said = capsys.readouterr().out
    assert f"{kind}, for council, MADE-UP ANSWERS, snapshot " in said


def test_export_of_research_says_how_far_a_row_stands_out(data, tmp_path, capsys):
    assert main(["export", "research", str(tmp_path / "research.sav"), "--data", data]) == 0

    said = capsys.readouterr().out
    assert "32 rows of families who agreed, none of their words." in said
    assert "Every row is like at least" in said


def test_two_sign_offs_then_pages_then_a_digest(data, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["publish", str(out), "--data", data]) == 2
    for party, by in zip(PARTIES, ("Ann", "Bo"), strict=True):
        assert main(["sign-off", party, "--by", by, "--data", data]) == 0
    assert main(["publish", str(out), "--data", data]) == 0
    capsys.readouterr()

    assert main(["digest", "--data", data]) == 0
    assert capsys.readouterr().out.startswith("Is the pilot working for families? So far")
    assert main(["export", "sqlite", str(tmp_path / "results.db"), "--data", data]) == 0


def test_what_is_refused_is_said_in_one_line_without_a_traceback(data, tmp_path, capsys):
    assert main(["publish", str(tmp_path / "out"), "--data", data]) == 2

    said = capsys.readouterr().err
    assert said.startswith("publish: found no sign-off of The readers and The listeners")
    assert said.count("\n") == 1


def test_a_kind_that_there_is_not_is_refused(data, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["export", "pdf", str(tmp_path / "out"), "--data", data])

    assert ended.value.code == 2
    assert "invalid choice: 'pdf'" in capsys.readouterr().err


def test_whatever_a_command_gives_out_stands_in_the_chain_of_acts(data, tmp_path):
    for party, by in zip(PARTIES, ("Ann", "Bo"), strict=True):
        main(["sign-off", party, "--by", by, "--data", data])
    for command in (
        ["compare", "--json", str(tmp_path / "compare.json")],
        ["journey", "--json", str(tmp_path / "journey.json")],
        ["annex", "--json", str(tmp_path / "annex.json")],
        ["export", "word", str(tmp_path / "report.docx")],
        ["export", "research", str(tmp_path / "rows.sav")],
        ["publish", str(tmp_path / "out")],
        ["export", "sqlite", str(tmp_path / "results.db")],
        ["digest"],
        ["invitations", str(tmp_path / "links.csv")],
    ):
        assert main([*command, "--data", data]) == 0, command

    db = connect(open_data(Path(data)).database)
    rows = db.execute("SELECT action, details FROM audit ORDER BY id DESC LIMIT 9").fetchall()
    db.conn.close()
    assert [json.loads(details).get("file") or action for action, details in reversed(rows)] == [
        "compare",
        "journey",
        "annex",
        "word",
        "research",
        "publish",
        "sqlite",
        "digest",
        "invitations",
    ]
    assert main(["audit", "verify", "--data", data]) == 0
