"""One more reply in the store, and what each audience then sees of it."""

import csv
from datetime import UTC, datetime

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.report import Audience
from analysis.store.snapshots import latest
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

NOW = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory):
    """Every file of each audience, before and after the same family's answers came once more."""
    place = tmp_path_factory.mktemp("one-more")
    init(place / "data", outside_folder(place), "a passphrase for tests", "test", made_up=True)
    folder = open_data(place / "data")
    rows = outside_rows()
    for number in range(4):  # no base is nine, which one more would open
        import_responses(folder, written(rows, place / f"{number}.csv", number))
    rebuild(folder, NOW)
    before = files_of(folder)
    import_responses(folder, written(rows[:1], place / "one.csv", "one"))
    rebuild(folder, NOW)
    return before, files_of(folder)


def outside_rows():
    with (OUTSIDE_ANSWERS / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def written(rows, path, name):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({**row, "id": f"{row['id']}-{name}"} for row in rows)
    return path


def files_of(folder):
    return {
        audience: {
            path.name: path.read_bytes() for path in latest(folder, audience.value).iterdir()
        }
        for audience in Audience
    }


@pytest.mark.parametrize("audience", [Audience.COUNCIL, Audience.PUBLIC])
def test_it_changes_no_byte_of_what_the_council_and_the_public_see(before_and_after, audience):
    before, after = before_and_after

    assert after[audience] == before[audience]


def test_those_who_read_the_answers_see_it_at_once(before_and_after):
    before, after = before_and_after

    assert after[Audience.FORUM]["report.json"] != before[Audience.FORUM]["report.json"]
