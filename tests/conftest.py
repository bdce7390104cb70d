"""What every test may use, and what a whole run prints at its end."""

import pytest
from hypothesis import settings

from tests.house.sizes import size_summary

# Two busy cores make single examples slow; a deadline would fail tests by chance.
settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


MEASURED = pytest.StashKey[list[str]]()


@pytest.fixture
def measured(request):
    """Return a function that keeps a figure, to be printed at the end of the run."""
    return request.config.stash.setdefault(MEASURED, []).append


def pytest_terminal_summary(terminalreporter, config):
    for figure in config.stash.get(MEASURED, []):
        terminalreporter.write_line(figure)
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:  # a whole run
        terminalreporter.write_line(size_summary())
