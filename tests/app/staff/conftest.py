import shutil

import pytest

from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.store.desk.accounts import add_account
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock
from analysis.store.folder import open_folder
from app.config import Settings
from app.roles import ROLES
from app.staff.factory import create_staff_app
from tests.app.staff.made import NOW, PASSPHRASE, PASSWORDS, Clock, Worker, write_answers
from tests.surveys.folders import LIBRARY


@pytest.fixture(scope="session")
def empty_once(tmp_path_factory):
    """A data folder with an account a role and no answers; passwords take long to hash."""
    path = tmp_path_factory.mktemp("staff") / "empty"
    init(path, LIBRARY, PASSPHRASE, "A Made-Up Holder", made_up=True)
    desk = open_desk(open_data(path))
    for role, rules in ROLES.items():
        holds = rules.may_hold_key
        add_account(desk.db, role, role, PASSWORDS[role], key_holder=holds, approved=True)
    desk.db.close()
    return path


@pytest.fixture(scope="session")
def answered_once(empty_once):
    """The same with answers, coded and counted."""
    path = shutil.copytree(empty_once, empty_once.with_name("answered"))
    folder = open_data(path)
    import_responses(folder, write_answers(path.with_suffix(".csv")), NOW.date())
    desk = open_desk(folder)
    code_answers(desk, unlock(desk, PASSPHRASE))
    desk.db.close()
    rebuild(folder, NOW)
    return path


@pytest.fixture
def empty_folder(empty_once, tmp_path):
    return open_folder(shutil.copytree(empty_once, tmp_path / "data"))


@pytest.fixture
def folder(answered_once, tmp_path):
    """A data folder of the test's own."""
    return open_folder(shutil.copytree(answered_once, tmp_path / "data"))


@pytest.fixture
def clock():
    return Clock()


def started(folder, clock, passphrase=None):
    settings = Settings(data=folder.path, assets=folder.path / "no-assets")
    return create_staff_app(
        folder, settings, passphrase, now=clock.now, clock=clock.seconds, keep=False
    )


@pytest.fixture
def app(folder, clock):
    """The application, locked, with its keeper at rest."""
    app = started(folder, clock)
    yield app
    app.extensions["staff"].close()


@pytest.fixture
def empty_app(empty_folder, clock):
    app = started(empty_folder, clock)
    yield app
    app.extensions["staff"].close()


@pytest.fixture
def side(app):
    return app.extensions["staff"]


@pytest.fixture
def unlocked(side):
    """The words unlocked, as a key holder left them."""
    side.words.open(side.desk, PASSPHRASE)


@pytest.fixture
def worker(app):
    """Return a function: a role's person, signed in at a browser of their own.

    A password takes long to hash, so the door itself is opened in its own tests only.
    """

    def at_work(role):
        person = Worker(app)
        person.begin_session(role)
        return person

    return at_work


@pytest.fixture(scope="session")
def reading_app(answered_once, tmp_path_factory):
    """An application for tests that change nothing: unlocked, and with its keeper at rest."""
    path = shutil.copytree(answered_once, tmp_path_factory.mktemp("reading") / "data")
    app = started(open_folder(path), Clock(), PASSPHRASE)
    yield app
    app.extensions["staff"].close()


@pytest.fixture(scope="session")
def people(reading_app):
    """Return a person a role, signed in, and somebody who is not."""
    found = {role: Worker(reading_app) for role in ROLES}
    for role, person in found.items():
        person.begin_session(role)
    return found | {"nobody": Worker(reading_app)}
