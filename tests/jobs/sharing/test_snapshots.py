import json

import pytest

from analysis.definitions.council import load_council
from analysis.errors import StoreError
from analysis.jobs.sharing.snapshots import latest_snapshot, read_snapshot, signed_snapshot
from analysis.report import Audience
from analysis.store.acts import open_acts
from analysis.store.snapshots import latest, write_snapshot
from tests.jobs.sharing.acts import both_sign


def test_a_truncated_file_is_refused(folder):
    home = latest(folder, "forum")
    content = (home / "report.json").read_bytes()
    for size in (0, 1, len(content) // 2, len(content) - 2):
        put(home, content[:size])
        with pytest.raises(StoreError, match="found it changed, expected it as it was made"):
            read_snapshot(folder, home, Audience.FORUM)


def test_a_single_number_changed_is_refused(folder):
    home = latest(folder, "forum")
    content = (home / "report.json").read_bytes()
    at = content.index(b'"base":') + len(b'"base":')
    put(home, content[:at] + b"9" + content[at:])

    with pytest.raises(StoreError, match="found it changed, expected it as it was made"):
        latest_snapshot(folder, Audience.FORUM)


def put(home, content):
    (home / "report.json").chmod(0o644)
    (home / "report.json").write_bytes(content)


@pytest.mark.parametrize("content", [b"[]", b"null", b"{}", b'{"stamp": 3}', b"\xff\xfe"])
def test_a_file_of_another_kind_is_refused(folder, content):
    home = write_snapshot(folder, "0ther", "forum", {"report.json": content})

    with pytest.raises(StoreError, match="found no whole report"):
        read_snapshot(folder, home, Audience.FORUM)


def test_a_report_put_in_anothers_place_is_refused(folder):
    forum, public = latest(folder, "forum"), latest(folder, "public")
    put(public, (forum / "report.json").read_bytes())

    with pytest.raises(StoreError, match="found it changed"):
        latest_snapshot(folder, Audience.PUBLIC)


def test_a_report_written_under_anothers_name_is_refused(folder):
    content = (latest(folder, "forum") / "report.json").read_bytes()
    write_snapshot(folder, "0ther", "public", {"report.json": content})

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
