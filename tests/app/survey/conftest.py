import shutil

import pytest

from analysis.store.folder import create_folder, open_folder
from app.survey.factory import create_survey_app
from tests.app.survey.family import ANSWERED, HOLDER, PASSPHRASE, SURVEY, Clock, Family


@pytest.fixture(scope="session")
def survey_data(tmp_path_factory):
    """An empty made-up data folder; a passphrase takes half a second to set."""
    path = tmp_path_factory.mktemp("made") / "folder"
    create_folder(path, SURVEY, True, PASSPHRASE, HOLDER)
    return path


@pytest.fixture
def folder(survey_data, tmp_path):
    """A data folder of the test's own."""
    return open_folder(shutil.copytree(survey_data, tmp_path / "folder"))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def app(folder, clock):
    app = create_survey_app(folder, now=clock)
    yield app
    app.extensions["survey"].close()


@pytest.fixture
def side(app):
    return app.extensions["survey"]


@pytest.fixture
def family(app):
    return Family(app)


@pytest.fixture(scope="session")
def answered_once(survey_data, tmp_path_factory):
    """A data folder with one draft in it that is answered to the end, and the cookie it opens to.

    A whole way takes a second, so the tests that begin at its end start from a copy.
    """
    path = shutil.copytree(survey_data, tmp_path_factory.mktemp("answered") / "folder")
    app = create_survey_app(open_folder(path), now=Clock())
    family = Family(app)
    family.start()
    family.walk(ANSWERED)
    app.extensions["survey"].close()
    return path, family.client.get_cookie("survey").value


@pytest.fixture
def ready(answered_once, folder, clock):
    """A family that has answered all and stands at the check page."""
    shutil.rmtree(folder.path)
    shutil.copytree(answered_once[0], folder.path)
    app = create_survey_app(folder, now=clock)
    family = Family(app)
    family.client.set_cookie("survey", answered_once[1])
    family.open("/check")
    yield family
    app.extensions["survey"].close()


@pytest.fixture
def sent(ready):
    """A family that has sent its answers and looks at its receipt."""
    ready.press()
    return ready
