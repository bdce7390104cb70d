import math

import pyreadstat
import pytest

from analysis.reporting.files.spss import comparisons_sav
from analysis.reporting.files.tables.findings import comparisons_table
from tests.reporting.files.made import REPORT


@pytest.fixture(scope="module")
def content(survey):
    return comparisons_sav(REPORT, survey)


@pytest.fixture(scope="module")
def read(content, tmp_path_factory):
    path = tmp_path_factory.mktemp("spss") / "comparisons.sav"
    path.write_bytes(content)
    return pyreadstat.read_sav(path)


def test_every_figure_is_that_of_the_report(read, survey):
    frame, _ = read
    table = comparisons_table(REPORT, survey)
    for at, column in enumerate(table.columns):
        if column.kind in ("number", "difference"):
            expected = [math.nan if row[at] is None else row[at] for row in table.rows]
            assert list(frame[column.name]) == pytest.approx(expected, nan_ok=True), column.name


def test_a_choice_is_a_number_with_a_label(read):
    frame, about = read
    code = frame["pilot_hidden"][1]

    assert about.variable_value_labels["pilot_hidden"][code] == "fewer than 10 replies"


def test_every_variable_has_its_label(read):
    _, about = read

    assert about.column_names_to_labels["pilot_families"] == "New: families counted"
    assert all(about.column_labels)


def test_the_stamp_stands_among_the_notes(read):
    _, about = read

    assert "5ca1ab1e0ddba115" in " ".join(about.notes)
    assert REPORT.caution in about.notes


def test_two_writings_are_the_same_to_the_byte(content, survey):
    assert comparisons_sav(REPORT, survey) == content
    assert b"02 Apr 2610:04:00" in content[:176]
