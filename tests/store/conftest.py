import shutil

import pytest

from analysis.store.database import connect
from analysis.store.desk.door import open_desk
from analysis.store.desk.key_holders import unwrap
from analysis.store.desk.vault import Vault
from analysis.store.folder import create_folder, open_folder
from analysis.store.intake.definitions import archive_definition
from analysis.store.intake.door import open_intake
from tests.store.made import DEFINITION, HOLDER, PASSPHRASE


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """A data folder and its recovery code; a passphrase takes half a second to set."""
    path = tmp_path_factory.mktemp("made") / "folder"
    return path, create_folder(path, path / "survey", True, PASSPHRASE, HOLDER)


@pytest.fixture
def folder(made_once, tmp_path):
    """A data folder of the test's own."""
    return open_folder(shutil.copytree(made_once[0], tmp_path / "folder"))


@pytest.fixture
def desk(folder):
    desk = open_desk(folder)
    yield desk
    desk.db.close()


@pytest.fixture
def intake(folder, desk):
    archive_definition(desk.db, DEFINITION, "survey", "made up")
    intake = open_intake(folder)
    yield intake
    intake.db.close()


@pytest.fixture(scope="session")
def private(made_once):
    """The key that opens the words of every test's folder; to unlock takes half a second."""
    db = connect(made_once[0] / "answers.db")
    private = unwrap(db, PASSPHRASE)
    db.close()
    return private


@pytest.fixture
def vault(private):
    return Vault(private)
