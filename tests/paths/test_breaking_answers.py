"""Answers that break numbers, from their file to every page and file of every audience."""

import csv
import re
from math import isfinite

import pytest

from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.rebuild import rebuild
from analysis.report import Audience, Shown
from analysis.reporting.files.csv_bundle import table_csv
from analysis.reporting.files.tables import MAKERS
from analysis.reporting.html.pages import Links, aims_page, forum_page, journey_page
from tests.app.staff.made import NOW, PASSPHRASE, write_answers
from tests.report_parts import parts_of
from tests.surveys.folders import LIBRARY, OUTSIDE_ANSWERS

SURVEY = load_survey(LIBRARY)
LINKS = Links(csv="/file.csv", families="")
# "None of the 18" and "None or almost none" are words, and no hole.
HOLES = re.compile(r"\b(nan|inf|None(?! of | or )|undefined)\b|NaN|Infinity|Hidden\(|Shown\(")
SAME = {"ask1": "always", "ask2": "in_3_weeks", "visit1": "mostly", "visit2": "always"}


def as_they_are(row):
    return row


def all_the_same(row):
    books = {name: "always" for name in ("books1", "books2", "books3") if row.get(name)}
    return row | SAME | books


def from_one_branch(row):
    return row | ({"branch": "b01"} if row["by"] == "volunteer" else {})


def apart(row):
    """Everybody pleased by one process, nobody by the other."""
    good = row["by"] == "volunteer"
    names = [name for name in ("ask1", "visit2", "books1", "books2", "books3") if row.get(name)]
    return row | dict.fromkeys(names, "always" if good else "never")


def nothing_known(row):
    return row | {"ask1": "cant_say", "visit1": "cant_say", "visit2": "cant_say"}


CASES = {
    "nobody": (0, 0, as_they_are),
    "a single family": (1, 0, as_they_are),
    "one process is empty": (0, 40, as_they_are),
    "the other process is empty": (40, 0, as_they_are),
    "everybody the same": (40, 45, all_the_same),
    "one branch is a whole process": (40, 45, from_one_branch),
    "wholly apart": (40, 45, apart),
    "nobody knows": (40, 45, nothing_known),
}


@pytest.fixture(scope="module", params=list(CASES))
def reports(request, tmp_path_factory):
    doorstep, van, change = CASES[request.param]
    place = tmp_path_factory.mktemp("breaking")
    init(place / "data", LIBRARY, PASSPHRASE, "test", made_up=True)
    folder = open_data(place / "data")
    if doorstep + van:
        file = write_answers(place / "answers.csv", doorstep, van)
        with file.open(encoding="utf-8", newline="") as opened:
            rows = [change(row) for row in csv.DictReader(opened)]
        with file.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        import_responses(folder, file, NOW.date())
    return rebuild(folder, NOW)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_number_is_one_and_every_range_runs_from_low_to_high(reports, audience):
    for figure in parts_of(reports[audience], Shown):
        ends = figure.range or (figure.value, figure.value)
        assert all(map(isfinite, (figure.value, figure.base, *ends))), figure
        assert ends[0] <= ends[1], figure


@pytest.mark.parametrize("audience", [Audience.FORUM, Audience.COUNCIL])
@pytest.mark.parametrize("draw", [forum_page, journey_page])
def test_every_page_can_be_drawn_and_has_no_hole(reports, audience, draw):
    assert not HOLES.search(draw(reports[audience], SURVEY, LINKS).content)


@pytest.mark.parametrize("aim", [aim.id for aim in SURVEY.aims])
def test_the_page_of_every_aim_can_be_drawn_and_has_no_hole(reports, aim):
    assert not HOLES.search(aims_page(reports[Audience.FORUM], SURVEY, aim, LINKS).content)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_table_can_be_taken_away_and_has_no_hole(reports, audience):
    for name in MAKERS:
        content = table_csv(reports[audience], SURVEY, name)
        assert content is None or not HOLES.search(content.decode("utf-8-sig")), name


def test_answers_to_another_survey_are_refused_at_their_columns(tmp_path):
    init(tmp_path / "data", LIBRARY, PASSPHRASE, "test", made_up=True)
    folder = open_data(tmp_path / "data")

    with pytest.raises(InputError, match="found an unknown column, expected item ids"):
        import_responses(folder, OUTSIDE_ANSWERS / "answers.csv", NOW.date())
