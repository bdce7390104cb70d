import gc
from dataclasses import replace

import pytest

from analysis.errors import DefinitionError
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from tests.app.staff.made import NOW, PASSPHRASE
from tests.surveys.folders import LIBRARY


@pytest.fixture
def folder(tmp_path):
    init(tmp_path / "data", LIBRARY, PASSPHRASE, "test", made_up=True)
    return open_data(tmp_path / "data")


def test_loose_ends_are_looked_for_again_after_a_rebuild(folder):
    rebuild(folder, NOW)

    assert gc.isenabled()


def test_they_are_after_one_that_failed_too(folder):
    gone = replace(folder, survey=folder.path / "no such survey")

    with pytest.raises((DefinitionError, OSError)):
        rebuild(gone, NOW)
    assert gc.isenabled()


def test_who_had_switched_that_off_finds_it_off(folder):
    gc.disable()
    try:
        rebuild(folder, NOW)
        assert not gc.isenabled()
    finally:
        gc.enable()
