"""Figures that an older version released and kept in a form of its own."""

import shutil
from contextlib import closing
from datetime import UTC, datetime

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.report import Audience, Shown
from analysis.store.database import connect
from tests.app.staff.made import write_answers
from tests.surveys.folders import LIBRARY

NOW = datetime(2026, 7, 1, tzinfo=UTC)
OLDER = ("[12, 3]", '{"n": 12}', '{"shown": {"n": 12}, "left": null}', '{"shown": "12"}', "null")


@pytest.fixture(scope="module")
def released_once(tmp_path_factory):
    place = tmp_path_factory.mktemp("older")
    init(place / "data", LIBRARY, "a passphrase of a test", "A Made-Up Holder", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, write_answers(place / "first.csv"), NOW.date())
    rebuild(folder, NOW)
    return place / "data"


@pytest.fixture(params=OLDER)
def folder(request, released_once, tmp_path):
    folder = open_data(shutil.copytree(released_once, tmp_path / "data"))
    with closing(connect(folder.database).conn) as db:
        db.execute("UPDATE releases SET payload = ?", [request.param])
    return folder


def council_sees(folder):
    """Return the processes of which the council is shown how many answered a headline question."""
    report = rebuild(folder, NOW)[Audience.COUNCIL]
    sides = [side for aim in report.aims for side in (aim.headline.pilot, aim.headline.old)]
    return [side for side in sides if isinstance(side.families, Shown)]


def test_they_are_hidden_until_ten_more_families_have_answered(folder, tmp_path):
    assert council_sees(folder) == []

    few = write_answers(tmp_path / "few.csv", doorstep=3, van=3, quote_me="yes")
    import_responses(folder, few, NOW.date())
    assert council_sees(folder) == []

    more = write_answers(tmp_path / "more.csv", doorstep=12, van=14, quote_me="yes")
    import_responses(folder, more, NOW.date())
    assert len(council_sees(folder)) > 3


def test_what_this_version_released_is_read(released_once):
    assert len(council_sees(open_data(released_once))) > 3
