import shutil
from datetime import UTC, datetime

import pytest

from analysis.errors import StoreError
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import open_data
from analysis.jobs.rebuild import rebuild
from analysis.jobs.sharing.annex import annex
from analysis.report import Audience, Shown
from tests.surveys.folders import OUTSIDE_ANSWERS

NOW = datetime(2026, 11, 1, 10, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def made_once(rebuilt):
    return rebuilt, rebuild(rebuilt, NOW)[Audience.FORUM]


def test_its_counts_are_those_of_the_report(made_once):
    folder, report = made_once
    rows = {row.measure: row for row in annex(folder, report)}

    for card in report.aims:
        row = rows[card.headline.measure]
        assert (row.pilot, row.old) == (card.headline.pilot.families, card.headline.old.families)
        assert isinstance(row.models.plain.ratio, Shown)


def test_two_of_the_same_report_are_the_same(made_once):
    assert annex(*made_once) == annex(*made_once)


def test_answers_that_the_report_does_not_have_are_refused(made_once, tmp_path):
    before, report = made_once
    folder = open_data(shutil.copytree(before.path, tmp_path / "data"))
    rows = (OUTSIDE_ANSWERS / "answers.csv").read_text(encoding="utf-8-sig").splitlines()
    more = tmp_path / "more.csv"
    more.write_text("\n".join(rows[:31]) + "\n", encoding="utf-8")
    import_responses(folder, more)

    with pytest.raises(StoreError, match="answers that the report does not have yet"):
        annex(folder, report)
