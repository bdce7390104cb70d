import pytest

from analysis.errors import InputError
from analysis.jobs.sharing.export import export
from analysis.jobs.sharing.snapshots import latest_snapshot
from analysis.jobs.sharing.taking import TAKEN, taken
from analysis.report import Audience
from analysis.store.acts import open_acts, read_acts
from tests.jobs.sharing.acts import DAY


def acts_of(folder):
    acts = open_acts(folder)
    try:
        return [(act.day, dict(act.details)) for act in read_acts(acts, TAKEN)]
    finally:
        acts.db.conn.close()


def test_an_exported_file_stands_in_the_chain_with_its_snapshot_and_day(folder, tmp_path):
    before = acts_of(folder)
    export(folder, "csv", tmp_path / "tables.zip", Audience.COUNCIL, DAY)

    snapshot = latest_snapshot(folder, Audience.COUNCIL).id
    added = (DAY.isoformat(), {"file": "csv", "snapshot": snapshot})
    assert acts_of(folder) == [*before, added]


def test_a_file_that_could_not_be_written_was_not_taken(folder, tmp_path):
    before = acts_of(folder)
    with pytest.raises(InputError, match="found no folder"):
        export(folder, "csv", tmp_path / "no" / "tables.zip", Audience.FORUM, DAY)

    assert acts_of(folder) == before


def test_what_goes_wrong_within_is_not_noted(folder):
    before = acts_of(folder)
    with pytest.raises(ZeroDivisionError), taken(folder, DAY, "compare", "snapshot"):
        raise ZeroDivisionError

    assert acts_of(folder) == before
