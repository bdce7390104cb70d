import json

import pytest

from analysis.definitions.loading import load_definitions
from analysis.jobs.code_answers import code_answers
from analysis.jobs.coders.import_codings import import_codings
from analysis.jobs.coders.reasons import MOST_REVIEWED, read_reasons
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.store.desk.codings import find_reviewed, read_codings
from analysis.store.desk.door import open_desk
from analysis.store.desk.texts import find_text, read_redacted
from analysis.store.desk.vault import unlock
from tests.app.staff.made import NOW, PASSPHRASE, write_answers
from tests.surveys.folders import LIBRARY


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A desk with its vault: texts that the computer coded, and some that a person did."""
    place = tmp_path_factory.mktemp("reasons")
    init(place / "data", LIBRARY, PASSPHRASE, "test", made_up=True)
    folder = open_data(place / "data")
    import_responses(folder, write_answers(place / "answers.csv"), NOW.date())
    desk = open_desk(folder)
    vault = unlock(desk, PASSPHRASE)
    code_answers(desk, vault)
    said = {"codes": {"WAIT-1": "-"}, "coder": "ann", "sampled": "chosen"}
    lines = [json.dumps({"id": str(one), **said}) for one in ids_of(desk)]
    (place / "codings.jsonl").write_text("\n".join(lines), encoding="utf-8")
    import_codings(folder, place / "codings.jsonl", NOW.date())
    return desk, vault


def ids_of(desk):
    rows = desk.db.execute("SELECT id FROM words WHERE item = 'better' ORDER BY id")
    return [words_id for (words_id,) in rows]


def reasons(desk, vault, words_id):
    text, place = read_redacted(desk.db, vault, words_id), find_text(desk.db, words_id)
    codings = read_codings(desk.db, words_id)
    return read_reasons(desk, vault, load_definitions(LIBRARY), place, text, codings)


def test_each_coding_of_the_computer_has_its_reason(opened):
    desk, vault = opened
    number = ids_of(desk)[0]
    given = {(one.code, one.start) for one in read_codings(desk.db, number) if not one.person}

    assert given
    assert reasons(desk, vault, number).why.keys() == given


def test_other_families_words_are_counted_once_each(opened):
    desk, vault = opened
    found = reasons(desk, vault, ids_of(desk)[0])

    shown = [one.reviewed.id for why in found.why.values() for one in why.alike if one.reviewed]
    assert found.others == len({*shown}) > 0


def test_a_familys_own_words_are_not_looked_through(opened):
    desk, _ = opened
    for number in ids_of(desk)[:5]:
        family = find_text(desk.db, number).response_id
        assert number not in find_reviewed(desk.db, "WAIT-1", family, 1000)


def test_no_more_than_so_many_texts_are_looked_through_and_always_the_same(opened):
    desk, _ = opened
    first, again = (find_reviewed(desk.db, "WAIT-1", 0, MOST_REVIEWED) for _ in range(2))

    assert first == again
    assert len(first) == MOST_REVIEWED < len(ids_of(desk))
