import csv
import io
import zipfile
from dataclasses import replace

import pytest

from analysis.reporting.files.csv_bundle import csv_bundle, table_csv
from analysis.reporting.files.tables import tables_of
from tests.reporting.files.made import REPORT


@pytest.fixture(scope="module")
def files(survey):
    archive = zipfile.ZipFile(io.BytesIO(csv_bundle(REPORT, survey)))
    return {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}


def rows(text):
    return list(csv.reader(io.StringIO(text)))


def test_every_figure_is_that_of_the_report(files, survey):
    for table in tables_of(REPORT, survey):
        numbers = [at for at, column in enumerate(table.columns) if column.kind == "number"]
        found = [[row[at] for at in numbers] for row in rows(files[f"{table.name}.csv"])[1:]]
        expected = [
            ["" if row[at] is None else str(row[at]) for at in numbers] for row in table.rows
        ]
        assert found == expected


def test_a_difference_is_said_in_words_for_a_minus_would_begin_a_formula(files):
    heads, warm, *_ = rows(files["comparisons.csv"])
    ends = [cell for head, cell in zip(heads, warm, strict=True) if head.startswith("Difference")]

    assert ends == ["5 fewer", "27 more"]


def test_the_stamp_stands_in_every_row(files):
    for name in files.keys() - {"about.txt"}:
        assert all("5ca1ab1e0ddba115" in row[-1] for row in rows(files[name])[1:])


def test_what_the_numbers_cannot_say_lies_beside_them(files):
    assert REPORT.caution in files["about.txt"]
    assert "Two parents of one child count as two replies" in files["about.txt"]


def test_a_table_alone_is_the_file_of_the_archive(files, survey):
    for table in tables_of(REPORT, survey):
        content = table_csv(REPORT, survey, table.name)
        assert content.decode("utf-8-sig") == files[f"{table.name}.csv"]


def test_a_part_of_a_table_is_of_one_cut_or_aim_alone(survey):
    cut, other = REPORT.who_replied[0], replace(REPORT.who_replied[0], cut="more", says="More")
    both = replace(REPORT, who_replied=(cut, other))

    found = rows(table_csv(both, survey, "groups", "more").decode("utf-8-sig"))
    assert {row[0] for row in found[1:]} == {"More"}
    aim = REPORT.aims[0]
    answers = rows(table_csv(REPORT, survey, "answers", aim.id).decode("utf-8-sig"))
    assert {row[0] for row in answers[1:]} == {one.measure for one in aim.measures}


@pytest.mark.parametrize(
    ("name", "part"),
    [("no_table", ""), ("groups", "no_cut"), ("months", "no_aim"), ("who", "a part"), ("", "")],
)
def test_what_is_no_table_or_no_part_of_one_has_no_file(survey, name, part):
    assert table_csv(REPORT, survey, name, part) is None
