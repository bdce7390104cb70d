"""A made-up library's data folder with answers, made once and copied for each test."""

import json
import shutil
from datetime import date
from pathlib import Path

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.store.folder import MARK
from analysis.store.layout import DataFolder
from tests.app.staff.made import write_answers
from tests.surveys.folders import LIBRARY

TODAY = date(2026, 6, 20)


def make_library(place: Path) -> Path:
    """Make a survey folder and a data folder with answers to it, both in `place`."""
    survey = shutil.copytree(LIBRARY, place / "library")
    init(place / "data", survey, "a passphrase for tests", "test", made_up=True)
    import_responses(open_data(place / "data"), write_answers(place / "answers.csv"), TODAY)
    return place


def copy_library(made: Path, place: Path) -> DataFolder:
    """Return a copy whose survey folder is its own, so that a test can change it."""
    shutil.copytree(made, place / "copy")
    mark = place / "copy" / "data" / MARK
    told = json.loads(mark.read_text(encoding="utf-8"))
    mark.write_text(json.dumps({**told, "survey": str(place / "copy" / "library")}))
    return open_data(place / "copy" / "data")
