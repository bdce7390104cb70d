"""A real Chromium, made-up responses behind both sides, and axe."""

import os
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.chromium import CHROMIUM, SWITCHES
from tests.servers import ROOT, both_sides

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}


def pytest_collection_modifyitems(items):
    here = [item for item in items if "tests/browser/" in item.path.as_posix()]
    for item in here:
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None and os.environ.get("CI") != "true":
            item.add_marker(
                pytest.mark.skip(reason="no Chromium on this machine: apt-get install chromium")
            )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if CHROMIUM is None:
        pytest.fail("no Chromium on this machine, and CI=true: apt-get install chromium")
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": SWITCHES}


@pytest.fixture(scope="session")
def made_up_data(tmp_path_factory):
    """Make a data folder as `manage.py demo` does, once a worker."""
    folder = tmp_path_factory.mktemp("made-up") / "data"
    subprocess.run(
        [sys.executable, "-m", "app.run", "demo", "--no-serve", "--data", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="session")
def sides(made_up_data):
    with both_sides(made_up_data) as serving:
        yield serving


@pytest.fixture
def axe_violations():
    """Return a function: page in, one line a violation out."""

    def violations(page):
        found = Axe().run(page, options=RULES).response["violations"]
        return [
            f"{page.url} {rule['id']} ({rule['impact']}): {node['target']}"
            for rule in found
            for node in rule["nodes"]
        ]

    return violations
