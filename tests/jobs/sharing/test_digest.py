import pytest

from analysis.errors import StoreError
from analysis.jobs.sharing.digest import digest
from analysis.jobs.sharing.publish import publish
from tests.jobs.sharing.acts import DAY, both_sign, change_report


def test_before_anything_is_published_there_is_no_digest(folder):
    both_sign(folder)

    with pytest.raises(StoreError, match="found nothing published"):
        digest(folder)


def test_it_tells_the_published_snapshot(folder, tmp_path):
    both_sign(folder)
    snapshot = publish(folder, tmp_path / "out", DAY)

    assert f"snapshot {snapshot.id[:8]}" in " ".join(digest(folder)[1].split())


def test_a_published_report_that_was_changed_is_refused(folder, tmp_path):
    both_sign(folder)
    publish(folder, tmp_path / "out", DAY)
    change_report(folder, b"chose to reply", b"were chosen now")

    with pytest.raises(StoreError, match="found it changed"):
        digest(folder)
