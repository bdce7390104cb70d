"""Every kind of file alike: the same bytes whoever makes it, and none of a report not whole."""

import os
import subprocess
import sys

import pytest

from analysis.errors import StoreError
from analysis.jobs.sharing.digest import digest
from analysis.jobs.sharing.export import export
from analysis.jobs.sharing.publish import publish
from analysis.report import Audience
from analysis.reporting.files.formats import FORMATS
from analysis.store.snapshots import latest
from tests.jobs.sharing.acts import DAY, both_sign
from tests.servers import ROOT

MAKE = """
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from analysis.definitions.loading import load_survey
from analysis.jobs.init import open_data
from analysis.jobs.sharing.digest import digest
from analysis.jobs.sharing.export import export, make_file
from analysis.jobs.sharing.publish import publish
from analysis.jobs.sharing.snapshots import latest_snapshot
from analysis.report import Audience
from analysis.reporting.files.formats import FORMATS
from analysis.reporting.html.pages import Links, aims_page, forum_page, journey_page

folder, out = open_data(Path(sys.argv[1])), Path(sys.argv[2])
publish(folder, out, date(2026, 11, 2))
made = {path.name: path.read_bytes() for path in out.iterdir()}
made |= {kind: make_file(folder, kind, Audience.FORUM)[1] for kind in FORMATS}
made["digest"] = digest(folder)[1].encode()
survey, report = load_survey(folder.survey), latest_snapshot(folder, Audience.FORUM).report
links = Links(csv="/file.csv", families="")
for page in (forum_page, journey_page):
    made[page.__name__] = page(report, survey, links).content.encode()
made["aims_page"] = aims_page(report, survey, report.aims[0].id, links).content.encode()
for name in sorted(made):
    print(name, sha256(made[name]).hexdigest())
"""
PAGES = ("index.html", "easy-read.html", "aims_page", "forum_page", "journey_page", "digest")


def made_by_a_program_of_its_own(folder, out, seed):
    """Return the hash of each page and file; a program's sets and dicts go by its hash seed."""
    told = subprocess.run(
        [sys.executable, "-c", MAKE, str(folder.path), str(out)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
        text=True,
    )
    return dict(line.split() for line in told.stdout.splitlines())


def test_two_programs_make_the_same_of_one_snapshot_to_the_byte(folder, tmp_path):
    both_sign(folder)
    first = made_by_a_program_of_its_own(folder, tmp_path / "one", "1")

    assert set(first) >= {*FORMATS, *PAGES}
    assert made_by_a_program_of_its_own(folder, tmp_path / "two", "2") == first


@pytest.fixture(params=["a number changed", "the end cut off", "nothing left"])
def spoil(request):
    """Return a function that spoils a report behind the back of everybody."""

    def spoil(path):
        content = path.read_bytes()
        path.chmod(0o644)
        path.write_bytes(
            {
                "a number changed": content.replace(b'"base":', b'"base":1', 1),
                "the end cut off": content[:-40],
                "nothing left": b"",
            }[request.param]
        )
        assert path.read_bytes() != content

    return spoil


@pytest.mark.parametrize("kind", [kind for kind in FORMATS if not FORMATS[kind].published])
def test_no_file_is_made_of_a_report_that_is_not_whole(folder, tmp_path, spoil, kind):
    spoil(latest(folder, "forum") / "report.json")

    with pytest.raises(StoreError, match="expected it as it was made"):
        export(folder, kind, tmp_path / "out", Audience.FORUM, DAY)
    assert not (tmp_path / "out").exists()


def test_no_page_is_published_of_a_report_that_is_not_whole(folder, tmp_path, spoil):
    both_sign(folder)
    spoil(latest(folder, "public") / "report.json")

    with pytest.raises(StoreError, match="expected it as it was made"):
        publish(folder, tmp_path / "out", DAY)
    assert not (tmp_path / "out").exists()


def test_nothing_is_given_out_of_a_published_report_that_is_not_whole(folder, tmp_path, spoil):
    both_sign(folder)
    publish(folder, tmp_path / "out", DAY)
    spoil(latest(folder, "public") / "report.json")

    with pytest.raises(StoreError, match="expected it as it was made"):
        digest(folder)
    with pytest.raises(StoreError, match="expected it as it was made"):
        export(folder, "sqlite", tmp_path / "results.db", Audience.FORUM, DAY)
    assert not (tmp_path / "results.db").exists()
