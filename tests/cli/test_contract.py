"""What other programs hold on to: how commands are called, and how they refuse."""

import io
import json
import sqlite3
import sys
from contextlib import closing

import pytest

from analysis.cli import main
from analysis.store import database
from tests.surveys.folders import OUTSIDE_ANSWERS, REAL, outside_folder

PASSPHRASE = "a passphrase for tests"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    place = tmp_path_factory.mktemp("typed")
    (place / "passphrase.txt").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    survey, data, secret = outside_folder(place), place / "data", place / "passphrase.txt"
    assert _run("init", "--survey", survey, "--data", data, "--passphrase-file", secret) == 0
    assert _run("import-responses", OUTSIDE_ANSWERS / "answers.csv", "--data", data) == 0
    return data


@pytest.fixture
def piped(monkeypatch):
    """Return what pipes a text in where a person would type."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def _run(*arguments):
    try:
        return main([str(argument) for argument in arguments])
    except SystemExit as ended:
        return ended.code


def test_the_data_folder_is_named_before_or_after_the_command(made, tmp_path):
    assert _run("--data", made, "compare", "--json", tmp_path / "before.json") == 0
    assert _run("compare", "--json", tmp_path / "after.json", "--data", made) == 0

    assert (tmp_path / "before.json").read_bytes() == (tmp_path / "after.json").read_bytes()


def test_a_database_that_another_command_holds_is_said_in_one_line(
    made, tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(database, "WAIT_S", 0.05)
    with closing(sqlite3.connect(made / "answers.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert _run("compare", "--data", made, "--json", tmp_path / "out.json") == 2

    said = capsys.readouterr().err
    assert "database is locked" in said
    assert said.count("\n") == 1


def test_what_is_said_after_the_command_counts(made, tmp_path):
    assert _run("--data", tmp_path, "journey", "--data", made, "--json", tmp_path / "out") == 0


def test_invitations_are_written_to_a_new_file_only(made, tmp_path):
    asked = ["invitations", tmp_path / "out.csv", "--data", made, "--channel", "qr"]

    assert [_run(*asked), _run(*asked)] == [0, 2]
    assert "/i/" in (tmp_path / "out.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["no-such-command"],
        ["check"],
        ["check", REAL, "--json", "/no/such/folder/out.json"],
        ["compare"],
        ["compare", "--json", "out.json", "--audience", "press"],
        ["compare", "--json", "out.json", "--data", "/no/such/folder"],
        ["export", "pdf", "out.pdf"],
        ["redact", "/no/such/file", "out.jsonl"],
        ["agreement", "/no/such/file", "/no/such/file", "--json", "out.json"],
    ],
)
def test_what_is_typed_wrong_is_refused_in_one_line(capsys, arguments):
    assert _run(*arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_file_that_cannot_be_written_is_refused_by_its_own_name(tmp_path, capsys):
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"id": "1", "question": "O1", "text": "late"}\n', encoding="utf-8")

    for command in ("redact", "code"):
        assert _run(command, texts, "/no/such/folder/out.jsonl") == 2
        assert capsys.readouterr().err.startswith("/no/such/folder/out.jsonl: found no folder")


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe\xff"])
def test_a_passphrase_file_without_one_makes_nothing(tmp_path, capsys, content):
    (tmp_path / "secret").write_bytes(content)

    data = tmp_path / "data"
    assert _run("init", "--data", data, "--passphrase-file", tmp_path / "secret") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not data.exists()


def test_a_passphrase_is_asked_twice(tmp_path, piped):
    piped(f"{PASSPHRASE}\nanother one altogether\n")
    assert _run("init", "--survey", REAL, "--data", tmp_path / "data") == 2
    assert not (tmp_path / "data").exists()

    piped(f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert _run("init", "--survey", REAL, "--data", tmp_path / "data") == 0


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path, piped):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    piped(f"{PASSPHRASE}\n{PASSPHRASE}\n")

    assert _run("init", "--survey", REAL, "--data", tmp_path) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_words_stay_locked_without_a_passphrase(made, tmp_path, piped, capsys):
    piped("")
    assert _run("code", "--data", made) == 3

    (tmp_path / "wrong").write_text("another one altogether", encoding="utf-8")
    assert _run("code", "--data", made, "--passphrase-file", tmp_path / "wrong") == 3
    assert capsys.readouterr().err.count("\n") == 2


def test_texts_are_read_with_the_names_of_the_data_folders_own_survey(made, tmp_path):
    texts, out = tmp_path / "texts.jsonl", tmp_path / "out.jsonl"
    settings = (made.parent / "annual-review" / "council.toml").read_text(encoding="utf-8")
    name = settings.split('name = "')[2].split('"')[0]
    line = json.dumps({"id": "1", "text": f"He goes to {name} now."})
    texts.write_text(f"{line}\n", encoding="utf-8")

    assert _run("redact", texts, out, "--data", made) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["text"] == "He goes to [school] now."
