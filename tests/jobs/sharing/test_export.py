"""Every figure of every file is that of the snapshot, read from its JSON as it lies on the disk."""

import io
import json
import sqlite3
import zipfile

import pyreadstat
import pytest
from docx import Document
from openpyxl import load_workbook

from analysis.errors import InputError, StoreError
from analysis.jobs.sharing.export import export
from analysis.jobs.sharing.publish import publish
from analysis.report import Audience
from analysis.reporting.files.formats import FORMATS
from analysis.store.snapshots import latest
from tests.jobs.sharing.acts import DAY, both_sign

SNAPSHOT_KINDS = [kind for kind in FORMATS if not FORMATS[kind].published]
ARMS = ("pilot", "old")


@pytest.fixture(scope="module")
def files(rebuilt, tmp_path_factory):
    place = tmp_path_factory.mktemp("files")
    for audience in Audience:
        for kind in SNAPSHOT_KINDS:
            export(rebuilt, kind, place / f"{kind}-{audience.value}", audience, DAY)
    return place


def comparisons(rebuilt, audience):
    """Return every comparison of a snapshot as its JSON has it, by measure."""
    report = json.loads((latest(rebuilt, audience.value) / "report.json").read_bytes())
    found = [measure for card in report["aims"] for measure in card["measures"]]
    found += [*report["others"], *(row["comparison"] for row in report["stages"])]
    return {one["measure"]: one for one in found}


def expected(one):
    """Return a comparison's figures as a file shall have them; None where they are hidden."""
    row = {}
    for arm in ARMS:
        side = one[arm]
        families, share = side["families"], side["share"]
        row[f"{arm}_families"] = families.get("value")
        row[f"{arm}_of"] = families.get("base")
        row[f"{arm}_share"] = round(100 * share["value"]) if "value" in share else None
    return row


def read_excel(path):
    sheet = load_workbook(io.BytesIO(path.read_bytes()))["Comparisons"]
    return list(sheet.iter_rows(values_only=True))


@pytest.mark.parametrize("audience", Audience)
def test_spss_has_the_snapshots_figures(files, rebuilt, audience):
    frame, _ = pyreadstat.read_sav(files / f"spss-{audience.value}")
    snapshot = comparisons(rebuilt, audience)

    found = {row["measure"]: row for row in frame.to_dict("records")}
    assert set(snapshot) <= set(found)
    for measure, one in snapshot.items():
        for name, value in expected(one).items():
            cell = found[measure][name]
            assert (None if cell != cell else cell) == value, (measure, name)


@pytest.mark.parametrize("audience", Audience)
def test_excel_has_the_snapshots_figures(files, rebuilt, audience):
    rows = read_excel(files / f"excel-{audience.value}")
    heads = next(row for row in rows if row[0] == "What it is")
    at = {"pilot_families": "Pilot: families counted", "pilot_of": "Pilot: of families"}
    at |= {"old_families": "Old process: families counted", "old_of": "Old process: of families"}
    at |= {"pilot_share": "Pilot: in every 100", "old_share": "Old process: in every 100"}
    found = {row[heads.index("Id")]: row for row in rows[rows.index(heads) + 1 :]}

    for measure, one in comparisons(rebuilt, audience).items():
        for name, value in expected(one).items():
            assert found[measure][heads.index(at[name])] == value, (measure, name)


@pytest.mark.parametrize("audience", Audience)
def test_word_has_the_snapshots_counts_and_none_that_is_hidden(files, rebuilt, audience):
    document = Document(io.BytesIO((files / f"word-{audience.value}").read_bytes()))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    found = {row[0].split("\n")[0]: row[1:3] for row in rows if "\nCounted: " in row[0]}

    for one in comparisons(rebuilt, audience).values():
        if one["kind"] != "item":
            continue
        for cell, arm in zip(found[one["says"]], ARMS, strict=True):
            families = one[arm]["families"]
            told = f"{families['value']} of {families['base']}" if "value" in families else None
            assert cell.split("\n")[0] == (told or cell.split("\n")[0])
            assert told or " of " not in cell, one["measure"]


@pytest.mark.parametrize("kind", SNAPSHOT_KINDS)
def test_the_same_snapshot_makes_the_same_file(files, rebuilt, tmp_path, kind):
    export(rebuilt, kind, tmp_path / "again", Audience.FORUM, DAY)

    assert (tmp_path / "again").read_bytes() == (files / f"{kind}-forum").read_bytes()


def test_a_file_says_of_which_snapshot_it_is(files, rebuilt):
    snapshot = latest(rebuilt, "forum").parent.name

    with zipfile.ZipFile(files / "csv-forum") as archive:
        assert snapshot in archive.read("about.txt").decode()


def test_a_database_is_made_of_what_was_published_and_of_nothing_before(folder, tmp_path):
    with pytest.raises(StoreError, match="found nothing published"):
        export(folder, "sqlite", tmp_path / "results.db", Audience.FORUM, DAY)

    both_sign(folder)
    snapshot = publish(folder, tmp_path / "out", DAY)
    export(folder, "sqlite", tmp_path / "results.db", Audience.FORUM, DAY)
    db = sqlite3.connect(f"file:{tmp_path / 'results.db'}?mode=ro", uri=True)
    told = " ".join(line for (line,) in db.execute("SELECT line FROM about"))
    counts = db.execute("SELECT pilot_families, pilot_of, old_of FROM comparisons").fetchall()
    db.close()

    assert snapshot.id in told
    assert set(counts) == {(None, None, None)}  # sixty replies: fewer than thirty a process
    assert (tmp_path / "results.db").stat().st_mode & 0o777 == 0o444


def test_a_kind_that_there_is_not_is_refused(folder, tmp_path):
    with pytest.raises(InputError, match='found "pdf", expected one of word, board, excel'):
        export(folder, "pdf", tmp_path / "report.pdf", Audience.FORUM, DAY)


def test_without_a_snapshot_there_is_nothing_to_export(folder, tmp_path):
    (folder.snapshots / "latest-forum").unlink()

    with pytest.raises(StoreError, match="found no snapshot for forum"):
        export(folder, "word", tmp_path / "report.docx", Audience.FORUM, DAY)
