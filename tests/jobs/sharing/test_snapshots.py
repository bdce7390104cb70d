import json

import pytest

from analysis.definitions.council import load_council
from analysis.errors import StoreError
from analysis.jobs.sharing.snapshots import latest_snapshot, read_snapshot, signed_snapshot
from analysis.report import Audience
from analysis.store.acts import open_acts
from analysis.store.snapshots import latest, write_snapshot
from tests.jobs.sharing.acts import both_sign, change_report


def test_a_truncated_file_is_refused(folder):
    path = latest(folder, "forum") / "report.json"
    content = path.read_bytes()
    path.chmod(0o644)
    for size in (0, 1, len(content) // 2, len(content) - 2):
        path.write_bytes(content[:size])
        with pytest.raises(StoreError, match="found no whole report"):
            read_snapshot(path.parent, Audience.FORUM)


@pytest.mark.parametrize("content", [b"[]", b"null", b"{}", b'{"stamp": 3}', b"\xff\xfe"])
def test_a_file_of_another_kind_is_refused(folder, content):
    path = latest(folder, "forum") / "report.json"
    path.chmod(0o644)
    path.write_bytes(content)

    with pytest.raises(StoreError, match="found no whole report"):
        read_snapshot(path.parent, Audience.FORUM)


def test_a_report_put_in_anothers_place_is_refused(folder):
    forum, public = latest(folder, "forum"), latest(folder, "public")
    (public / "report.json").chmod(0o644)
    (public / "report.json").write_bytes((forum / "report.json").read_bytes())

    with pytest.raises(StoreError, match="found a report of another snapshot"):
        latest_snapshot(folder, Audience.PUBLIC)


def test_what_both_agreed_to_stays_to_be_published_when_a_newer_one_is_made(folder):
    both_sign(folder)
    agreed = latest_snapshot(folder, Audience.PUBLIC)
    home = latest(folder, "public")
    plain = json.loads((home / "report.json").read_bytes())
    plain["stamp"]["snapshot"] = "0ther"
    write_snapshot(folder, "0ther", "public", {"report.json": json.dumps(plain).encode()})

    acts = open_acts(folder)
    found = signed_snapshot(folder, acts, load_council(folder.survey))
    acts.db.conn.close()
    assert (latest_snapshot(folder, Audience.PUBLIC).id, found.id) == ("0ther", agreed.id)


def test_a_changed_file_has_another_hash(folder):
    before = latest_snapshot(folder, Audience.PUBLIC).content
    change_report(folder, b"chose to reply", b"were chosen now")

    assert latest_snapshot(folder, Audience.PUBLIC).content != before
