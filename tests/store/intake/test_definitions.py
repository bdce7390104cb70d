import pytest

from analysis.errors import StoreError
from analysis.store.intake.definitions import archive_definition, read_definition


def test_a_definition_comes_back_by_its_hash(desk):
    archive_definition(desk.db, "h1", "survey", "title = 'x'")

    assert read_definition(desk.db, "h1") == "title = 'x'"


def test_a_kept_definition_is_never_replaced(desk):
    archive_definition(desk.db, "h1", "survey", "title = 'x'")
    archive_definition(desk.db, "h1", "survey", "title = 'y'")

    assert read_definition(desk.db, "h1") == "title = 'x'"


def test_an_unknown_hash_is_named(desk):
    with pytest.raises(StoreError, match="h2"):
        read_definition(desk.db, "h2")
