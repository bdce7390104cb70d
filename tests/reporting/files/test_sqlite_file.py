import json
import sqlite3
import urllib.request

import pytest

from analysis.reporting.files.sqlite_file import database_file
from analysis.reporting.files.tables import tables_of
from tests.reporting.files.made import REPORT, public
from tests.servers import datasette


@pytest.fixture(scope="module")
def path(survey, tmp_path_factory):
    path = tmp_path_factory.mktemp("sqlite") / "results.db"
    path.write_bytes(database_file(public(), survey))
    path.chmod(0o444)
    return path


@pytest.fixture(scope="module")
def served(path):
    """The real Datasette, on loopback, until the tests are done."""
    with datasette(path) as address:
        yield address


def get(address):
    with urllib.request.urlopen(address, timeout=10) as answer:
        return json.load(answer)


def test_every_cell_is_that_of_the_report(path, survey):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for table in tables_of(public(), survey):
        found = db.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()
        assert found == [tuple(row) for row in table.rows]
    db.close()


def test_datasette_serves_the_tables(served):
    rows = get(f"{served}/comparisons.json?_shape=array")

    assert [(row["measure"], row["pilot_families"]) for row in rows] == [
        ("A", 21),
        ("B", None),
        ("swim", 21),
    ]


def test_datasette_shows_the_stamp(served):
    lines = [row["line"] for row in get(f"{served}/about.json?_shape=array")]

    assert any("5ca1ab1e0ddba115" in line for line in lines)
    assert REPORT.caution in lines


def test_two_writings_are_the_same_to_the_byte(path, survey):
    assert database_file(public(), survey) == path.read_bytes()
