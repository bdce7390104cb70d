import json

import pytest

from analysis.definitions.loading import load_survey
from analysis.jobs.code_answers import code_answers
from analysis.jobs.coders.import_codings import import_codings
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.learning.in_use import mark_of
from analysis.jobs.rebuilding.readings import read_marks
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock
from tests.app.staff.made import NOW, PASSPHRASE, write_answers
from tests.surveys.folders import LIBRARY


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Texts that a program and a person coded, drawn by lot."""
    place = tmp_path_factory.mktemp("read")
    init(place / "data", LIBRARY, PASSPHRASE, "test", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, write_answers(place / "answers.csv", 6, 8), NOW.date())
    desk = open_desk(folder)
    code_answers(desk, unlock(desk, PASSPHRASE))
    lines = [
        {"id": str(id_), "codes": {"FOLK-1": "+"}, "coder": "ann", "sampled": "random"}
        for (id_,) in desk.db.execute("SELECT id FROM words")
    ]
    (place / "codings.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    import_codings(folder, place / "codings.jsonl", NOW.date())
    return desk


def test_a_family_whose_words_taught_the_computer_is_marked_so(desk):
    (text,) = desk.db.execute("SELECT id FROM words LIMIT 1").fetchone()
    families = desk.db.execute("SELECT count(DISTINCT response_id) FROM words").fetchone()[0]

    found = [*read_marks(desk.db, load_survey(LIBRARY), "program", {mark_of(str(text))})]

    assert [mark.taught for mark in found].count(True) == 1
    assert len(found) == families


def test_where_nothing_taught_the_computer_nobody_is_marked(desk):
    found = [*read_marks(desk.db, load_survey(LIBRARY), "program")]

    assert all(mark.human == {"FOLK-1"} and not mark.taught for mark in found)
