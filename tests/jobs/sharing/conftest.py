import shutil
from datetime import UTC, datetime

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

NOW = datetime(2026, 11, 1, 10, 4, tzinfo=UTC)


@pytest.fixture(scope="package")
def rebuilt(tmp_path_factory):
    """Sixty made-up answers with a snapshot for each audience; made once, copied for each test."""
    place = tmp_path_factory.mktemp("rebuilt")
    init(place / "data", outside_folder(place), "a passphrase for tests", "test", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, OUTSIDE_ANSWERS / "answers.csv")
    rebuild(folder, NOW)
    return folder


@pytest.fixture
def folder(rebuilt, tmp_path):
    """A data folder of the test's own."""
    return open_data(shutil.copytree(rebuilt.path, tmp_path / "data"))
