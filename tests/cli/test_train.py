"""`train` on what reviewers decided of the answers in store, as a person types it."""

import json
import shutil
from datetime import date

import pytest

from analysis.cli import main
from analysis.jobs.coders.import_codings import import_codings
from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.store import audit
from analysis.store.desk.door import open_desk
from tests.app.staff.made import CANARY, NOW, PASSPHRASE, write_answers
from tests.surveys.folders import LIBRARY

GIVEN = {"liked": {"FOLK-1": "+"}, "better": {"BOOK-1": "-"}}


@pytest.fixture(scope="module")
def decided_once(tmp_path_factory):
    """A data folder whose texts one person coded, by what was asked."""
    place = tmp_path_factory.mktemp("decided")
    init(place / "data", LIBRARY, PASSPHRASE, "test", made_up=True)
    answers = write_answers(place / "answers.csv", doorstep=6, van=8)
    import_responses(open_data(place / "data"), answers, NOW.date())
    (place / "passphrase").write_text(PASSPHRASE, encoding="utf-8")
    decide(place / "data", "ann", GIVEN)
    return place


@pytest.fixture
def decided(decided_once, tmp_path):
    return shutil.copytree(decided_once, tmp_path / "decided")


def texts(data):
    desk = open_desk(open_data(data))
    found = desk.db.execute("SELECT id, item FROM words ORDER BY id").fetchall()
    desk.db.close()
    return found


def decide(data, coder, codes, part=slice(None)):
    lines = [
        {"id": str(id_), "codes": codes.get(item, {}), "coder": coder, "sampled": "chosen"}
        for id_, item in texts(data)[part]
    ]
    file = data.with_name("codings.jsonl")
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    import_codings(open_data(data), file, date(2026, 7, 2))


def train(place, name, *more):
    model = place / "data" / "models" / name
    secret = ("--passphrase-file", str(place / "passphrase"))
    typed = ["train", "--data", str(place / "data"), str(model), "--no-encoder", *secret, *more]
    return main(typed), model


def card_of(model):
    return json.loads((model / "card.json").read_text(encoding="utf-8"))


def acts(data, action):
    desk = open_desk(open_data(data))
    rows = desk.db.execute("SELECT details FROM audit WHERE action = ?", [action]).fetchall()
    assert audit.verify(desk.db, desk.audit_key)
    desk.db.close()
    return [json.loads(details) for (details,) in rows]


def test_decisions_in_store_teach_a_model_that_can_be_put_to_use(decided, capsys):
    ended, model = train(decided, "spring")

    assert ended == 0
    assert card_of(model)["decisions"] == len(texts(decided / "data"))
    assert "spring: taught by 32 answers" in capsys.readouterr().out
    assert main(["models", "--data", str(decided / "data"), "--use", "spring"]) == 0


def test_it_is_an_act_in_the_chain_that_names_no_text(decided):
    train(decided, "spring")

    assert acts(decided / "data", "model taught") == [{"texts": 32, "model": "spring"}]


def test_locked_words_teach_nothing(decided, capsys):
    model = decided / "data" / "models" / "spring"

    assert main(["train", str(model), "--data", str(decided / "data")]) == 3
    assert "--passphrase-file" in capsys.readouterr().err
    (decided / "passphrase").write_text("another", encoding="utf-8")
    assert train(decided, "spring")[0] == 3
    assert not model.exists()
    assert acts(decided / "data", "model taught") == []


def test_a_model_in_use_keeps_what_it_knows_as_well_on_decisions_new_to_it(decided):
    data = str(decided / "data")
    train(decided, "spring")
    main(["models", "--data", data, "--use", "spring"])

    ended, model = train(decided, "summer")

    gate = card_of(model)["gate"]
    assert ended == 0
    assert (gate["against"], gate["judged_by"]) == ("spring", 0)
    assert gate["kept"] == list(card_of(model)["codes"])


def test_beside_no_other_model_than_the_one_in_use_a_model_is_made(decided, tmp_path, capsys):
    data = str(decided / "data")
    train(decided, "spring")
    main(["models", "--data", data, "--use", "spring"])

    assert train(decided, tmp_path / "elsewhere")[0] == 2
    assert "expected a new folder there" in capsys.readouterr().err


def test_the_same_decisions_and_seed_make_the_same_model(decided):
    _, first = train(decided, "spring", "--seed", "3")
    _, again = train(decided, "summer", "--seed", "3")

    assert (first / "arrays.npz").read_bytes() == (again / "arrays.npz").read_bytes()


def test_a_text_of_two_readers_is_one_decision(decided):
    decide(decided / "data", "bob", {"liked": {"FOLK-1": "+", "BOOK-1": "-"}})

    card = card_of(train(decided, "spring")[1])

    assert card["decisions"] == 32
    assert card["codes"]["BOOK-1"]["decisions"] == 32


def test_a_text_with_a_code_that_is_gone_is_left_out_and_counted(decided, capsys):
    desk = open_desk(open_data(decided / "data"))
    with desk.db.conn:
        desk.db.execute(
            "UPDATE codings SET code = 'GONE-1' WHERE code = 'BOOK-1' AND coded_id IN"
            " (SELECT id FROM coded WHERE person)"
        )
    desk.db.close()

    ended, model = train(decided, "spring")

    assert ended == 0
    assert card_of(model)["decisions"] == 16
    assert "16 texts left out" in capsys.readouterr().err


def test_a_store_that_nobody_coded_teaches_nothing(decided, capsys):
    desk = open_desk(open_data(decided / "data"))
    with desk.db.conn:
        desk.db.execute("DELETE FROM coded")
    desk.db.close()

    assert train(decided, "spring")[0] == 2
    assert "found no text that a person coded" in capsys.readouterr().err


def test_what_one_family_wrote_stands_in_no_file_and_no_message(decided, capsys):
    _, model = train(decided, "spring")
    said = capsys.readouterr()

    kept = b"".join(path.read_bytes() for path in model.iterdir())
    assert b"Quince" not in kept
    assert CANARY not in said.out + said.err


def test_a_file_still_teaches_wherever_options_stand(tmp_path, capsys):
    line = '{"id": "%s", "question": "", "text": "we sat there", "codes": {"BOOK-1": "-"}}\n'
    (tmp_path / "in.jsonl").write_text("".join(line % n for n in range(8)), encoding="utf-8")
    names = [str(tmp_path / "in.jsonl"), "--seed", "2", str(tmp_path / "model")]

    assert main(["train", "--survey", str(LIBRARY), *names, "--no-encoder"]) == 0
    assert card_of(tmp_path / "model")["seed"] == 2


def test_a_file_in_the_place_of_a_folder_is_refused(decided, capsys):
    secret = ["--passphrase-file", str(decided / "passphrase")]

    ended = main(
        ["train", str(decided / "codings.jsonl"), "--data", str(decided / "data"), *secret]
    )

    assert ended == 2
    assert "found a file" in capsys.readouterr().err
