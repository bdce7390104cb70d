import pytest

from analysis.definitions.council import load_council
from analysis.definitions.loading import load_survey
from tests.definitions.small import write_survey


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    return write_survey(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def survey(small):
    return load_survey(small)


@pytest.fixture(scope="session")
def council(small):
    return load_council(small)
