import shutil
from datetime import date

import pytest

from analysis.definitions.codebook import load_codebook
from analysis.jobs.code_answers import code_answers
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.jobs.learning.in_use import room_of
from analysis.jobs.learning.models import use_model
from analysis.jobs.learning.train import train
from analysis.store.desk.codings import count_flags, read_codings, read_flags, read_uses
from analysis.store.desk.door import open_desk
from analysis.store.desk.vault import unlock
from tests.app.staff.made import KIND, LATE, NOW, PASSPHRASE, write_answers
from tests.surveys.folders import LIBRARY

NOTED = '{"id": "%s", "question": "", "text": "we sat there %s", "codes": {"BOOK-1": "-"}}\n'


@pytest.fixture
def desk(tmp_path):
    init(tmp_path / "data", LIBRARY, PASSPHRASE, "test", made_up=True)
    folder = open_data(tmp_path / "data")
    import_responses(folder, write_answers(tmp_path / "answers.csv"), NOW.date())
    return open_desk(folder)


def code(desk):
    return code_answers(desk, unlock(desk, PASSPHRASE))


def coders(desk):
    return {coder for (coder,) in desk.db.execute("SELECT DISTINCT coder_hash FROM coded")}


def teach(desk, name):
    source = desk.folder.path / "decisions.jsonl"
    source.write_text("".join(NOTED % (n, n) for n in range(8)))
    room = room_of(desk.folder)
    room.mkdir(exist_ok=True)
    train(source, room / name, desk.folder.survey, date(2026, 11, 1), encode=False)
    use_model(room, name, load_codebook(desk.folder.survey))


def test_every_text_is_coded_once(desk):
    number = code(desk)

    assert number == desk.db.table("words").count > 0
    assert code(desk) == 0


def test_what_was_found_is_kept_under_one_name_whichever_coder_it_was(desk):
    code(desk)
    first = coders(desk)
    teach(desk, "spring")
    again = code(desk)

    assert again == desk.db.table("words").count
    assert len(first) == len(coders(desk)) == 1
    assert coders(desk) != first
    assert {one for (one,) in desk.db.execute("SELECT DISTINCT coder FROM coded")} == {"program"}


def test_a_model_put_back_codes_anew(desk):
    teach(desk, "spring")
    code(desk)
    use_model(room_of(desk.folder), "hybrid", load_codebook(desk.folder.survey))

    assert code(desk) == desk.db.table("words").count


def test_codes_stand_in_the_text_and_flags_beside_it(desk):
    code(desk)
    ids = [words_id for (words_id,) in desk.db.execute("SELECT id FROM words")]
    found = [one for words_id in ids for one in read_codings(desk.db, words_id)]

    assert found
    assert all(0 <= one.start < one.end and 0 <= one.confidence <= 1 for one in found)
    assert read_flags(desk.db).keys() <= {*ids}


def test_an_answer_of_nothing_is_counted_by_what_it_says_and_never_themed(tmp_path):
    survey = shutil.copytree(LIBRARY, tmp_path / "survey")
    with (survey / "codebook.toml").open("a") as codebook:
        codebook.write('\n[flags]\noff-topic = ["nothing"]\n')
    init(tmp_path / "data", survey, PASSPHRASE, "test", made_up=True)
    table = write_answers(tmp_path / "answers.csv")
    table.write_text(table.read_text().replace(LATE, "Nothing").replace(KIND, "nothing", 2))
    import_responses(open_data(tmp_path / "data"), table, NOW.date())
    desk = open_desk(open_data(tmp_path / "data"))

    code(desk)

    flags = count_flags(desk.db)
    assert flags["nothing-good"] == 2
    assert flags["off-topic"] == flags["nothing-good"] + flags["nothing-wrong"]
    coded = desk.db.execute("SELECT count(*) FROM codings").fetchone()[0]
    said = desk.db.table("words").count - flags["off-topic"]
    assert 0 < len([*read_uses(desk.db, "program")]) == coded <= 2 * said
