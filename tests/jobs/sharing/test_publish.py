import re
import sqlite3

import grimp
import pytest

from analysis.errors import InputError, StoreError
from analysis.jobs.init import open_data
from analysis.jobs.sharing.publish import publish
from analysis.jobs.sharing.sign_off import sign_off
from analysis.store.acts import open_acts, read_acts
from tests.jobs.sharing.acts import DAY, LISTENERS, READERS, both_sign, change_report

FILES = {"index.html", "easy-read.html", "style.css", "data.csv"}


def published(folder):
    acts = open_acts(folder)
    found = read_acts(acts, "publish")
    acts.db.conn.close()
    return found


def test_without_a_sign_off_nothing_is_published(folder, tmp_path):
    with pytest.raises(StoreError, match="no sign-off of The readers and The listeners"):
        publish(folder, tmp_path / "out", DAY)

    assert not (tmp_path / "out").exists()
    assert published(folder) == []


def test_one_sign_off_is_not_enough(folder, tmp_path):
    sign_off(folder, READERS, "Ann", DAY)

    with pytest.raises(StoreError, match="no sign-off of The listeners for the latest"):
        publish(folder, tmp_path / "out", DAY)


def test_what_both_agreed_to_is_published_and_kept_in_the_chain(folder, tmp_path):
    both_sign(folder)
    snapshot = publish(folder, tmp_path / "out", DAY)

    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert f"snapshot {snapshot.id[:8]}" in page
    assert f"Agreed for all to see by {READERS}, {LISTENERS}." in page
    assert [act.details["snapshot"] for act in published(folder)] == [snapshot.id]


def test_a_report_changed_after_the_sign_offs_is_refused(folder, tmp_path):
    both_sign(folder)
    change_report(folder, b"chose to reply", b"were chosen now")

    with pytest.raises(StoreError, match=r"report\.json: found it changed, expected it as it was"):
        publish(folder, tmp_path / "out", DAY)


def test_a_report_that_is_cut_is_refused(folder, tmp_path):
    both_sign(folder)
    change_report(folder, b'"through"', b"")

    with pytest.raises(StoreError, match=r"report\.json: found it changed"):
        publish(folder, tmp_path / "out", DAY)


def test_a_sign_off_written_into_the_database_is_no_sign_off(folder, tmp_path):
    both_sign(folder)
    db = sqlite3.connect(folder.database)
    db.execute("DROP TRIGGER audit_UPDATE_refused")
    db.execute("UPDATE audit SET details = replace(details, 'Ann', 'Eve')")
    db.commit()
    db.close()

    with pytest.raises(StoreError, match="audit chain"):
        publish(folder, tmp_path / "out", DAY)


def test_a_folder_with_files_of_others_is_left_alone(folder, tmp_path):
    both_sign(folder)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_text("mine")

    with pytest.raises(InputError, match=r"found thesis\.docx in it"):
        publish(folder, tmp_path / "out", DAY)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["thesis.docx"]
    assert published(folder) == []


def test_publishing_again_takes_the_place_of_the_pages_before(folder, tmp_path):
    both_sign(folder)
    for _ in range(2):
        publish(folder, tmp_path / "out", DAY)

    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "out"]


def test_a_council_that_names_no_party_publishes_nothing(folder, tmp_path):
    council = folder.survey / "council.toml"
    kept = council.read_text(encoding="utf-8")
    council.write_text(re.sub(r"sign_offs.*\n", "", kept), encoding="utf-8")
    try:
        with pytest.raises(StoreError, match="sign_offs: found nobody"):
            publish(open_data(folder.path), tmp_path / "out", DAY)
    finally:
        council.write_text(kept, encoding="utf-8")


def test_no_way_leads_from_publish_to_an_answer():
    graph = grimp.build_graph("analysis", cache_dir=None)
    reached = graph.find_upstream_modules("analysis.jobs.sharing.publish")

    rooms = ("analysis.store.desk", "analysis.store.intake", "analysis.evidence", "analysis.coding")
    assert [name for name in sorted(reached) if name.startswith(rooms)] == []


def test_a_small_survey_shows_the_public_no_number(folder, tmp_path):
    """Sixty replies are fewer than thirty in each process: neither page holds a count of them."""
    both_sign(folder)
    publish(folder, tmp_path / "out", DAY)

    for name in ("index.html", "easy-read.html"):
        page = (tmp_path / "out" / name).read_text(encoding="utf-8")
        main = page[page.index("<h1>") : page.index("<footer>")]
        told = re.sub(r"<[^>]+>|&#\d+;|CSV, \d+ KB|01632 \d+|15 January 2027", " ", main)
        assert set(re.findall(r"\d+", told)) <= {"5", "10", "30"}
