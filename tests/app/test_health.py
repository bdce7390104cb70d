"""Either side, asked by whoever watches whether it runs and can do its work."""

import logging
import shutil
import sqlite3

import pytest

from analysis.store.folder import create_folder, open_folder
from app.config import Settings
from app.health import DEFINITIONS
from app.staff.factory import create_staff_app
from app.survey.factory import create_survey_app
from tests.surveys.folders import LIBRARY


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    path = tmp_path_factory.mktemp("health") / "data"
    survey = shutil.copytree(LIBRARY, path.with_name("survey"))
    create_folder(path, survey, True, "a passphrase of a test", "a holder")
    return path


@pytest.fixture
def folder(made_once, tmp_path):
    folder = open_folder(shutil.copytree(made_once, tmp_path / "data"))
    survey = shutil.copytree(folder.survey, tmp_path / "survey")
    return type(folder)(folder.path, survey, folder.made_up)


@pytest.fixture(params=["survey", "staff"])
def client(request, folder):
    settings = Settings(data=folder.path, assets=folder.path / "none")
    if request.param == "survey":
        app = create_survey_app(folder, settings)
    else:
        app = create_staff_app(folder, settings, keep=False)
    yield app.test_client()
    app.extensions[request.param].close()


def readiness(client):
    response = client.get("/readyz")
    return response.status_code, response.text


def refuse_writes(folder):
    db = sqlite3.connect(folder.database)
    db.execute(
        "CREATE TRIGGER full BEFORE INSERT ON drafts"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    db.close()


def test_it_runs_and_is_ready(client):
    assert client.get("/healthz").text == "ok\n"
    assert readiness(client) == (200, "ready\n")


def test_asking_leaves_nothing_behind(client, folder):
    client.get("/readyz")

    db = sqlite3.connect(folder.database)
    assert db.execute("SELECT count(*) FROM drafts").fetchone() == (0,)
    db.close()


@pytest.mark.parametrize("name", DEFINITIONS)
def test_it_is_not_ready_when_a_definition_is_missing(client, folder, name):
    (folder.survey / name).unlink()

    assert readiness(client) == (503, "not ready\n")
    assert client.get("/healthz").text == "ok\n"


def test_it_is_not_ready_when_the_answers_are_gone(client, folder):
    folder.database.unlink()

    assert readiness(client) == (503, "not ready\n")
    assert not folder.database.exists()


def test_it_is_not_ready_when_nothing_can_be_written(client, folder):
    refuse_writes(folder)

    assert readiness(client) == (503, "not ready\n")


def test_it_is_not_ready_when_the_disk_is_almost_full(client, monkeypatch):
    monkeypatch.setattr("app.health.SPARE_BYTES", 2**63)

    assert readiness(client) == (503, "not ready\n")


def test_why_it_is_not_ready_stands_in_the_log_alone(client, folder, caplog):
    (folder.survey / "survey.toml").unlink()
    with caplog.at_level(logging.ERROR):
        client.get("/readyz")

    assert "not ready: survey.toml is missing" in caplog.text
    assert str(folder.path) not in caplog.text
