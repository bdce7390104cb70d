import json
from datetime import date

import pytest

from analysis.definitions.codebook import load_codebook
from analysis.errors import InputError
from analysis.jobs.learning.folder import load_model
from analysis.jobs.learning.starting import load_coder
from analysis.jobs.learning.train import train
from analysis.words import Redacted
from tests.surveys.folders import LIBRARY

DAY = date(2026, 11, 25)
QUIET, LATE = "sat reading an hour nobody spoke", "back again it was shut"


def line(number, text=QUIET, **changes):
    code = next(iter(codes()))
    return {"id": str(number), "question": "", "text": text, "codes": {code: "-"}} | changes


def codes():
    return load_codebook(LIBRARY).by_id()


def write(folder, *lines):
    path = folder / "in.jsonl"
    path.write_text("".join(f"{x if isinstance(x, str) else json.dumps(x)}\n" for x in lines))
    return path


def learn(folder, *lines, seed=1):
    return train(write(folder, *lines), folder / "model", LIBRARY, DAY, seed, encode=False)


def many():
    return [
        line(n, f"{QUIET} {n}") if n % 2 else line(n, f"{LATE} {n}", codes={}) for n in range(40)
    ]


def test_the_card_says_what_taught_the_model_and_when(tmp_path):
    card = learn(tmp_path, *many())

    assert (card["decisions"], card["made_on"], card["encoder"]) == (40, "2026-11-25", None)
    assert json.loads((tmp_path / "model" / "card.json").read_text()) == card
    assert "40 answers" in (tmp_path / "model" / "card.md").read_text()


def test_each_code_has_a_score_within_its_range(tmp_path):
    for said in learn(tmp_path, *many())["codes"].values():
        assert 0 <= said["low"] <= said["high"] <= 1


def test_the_same_decisions_and_seed_make_the_same_files(tmp_path):
    learn(tmp_path, *many())
    first = {path.name: path.read_bytes() for path in (tmp_path / "model").iterdir()}
    learn(tmp_path, *many())

    assert first == {path.name: path.read_bytes() for path in (tmp_path / "model").iterdir()}


def test_a_personal_detail_reaches_no_file(tmp_path):
    lines = [line(n, "ring me on 07700 900312, sat reading") for n in range(4)]

    learn(tmp_path, *lines)

    assert b"900312" not in b"".join(p.read_bytes() for p in (tmp_path / "model").iterdir())


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("no json", "in.jsonl, line 2: found no JSON object"),
        ({"id": None}, 'line 2, "id"'),
        ({"id": "1"}, 'found "1" twice'),
        ({"text": 3}, 'line 2, "text"'),
        ({"codes": ["T"]}, 'line 2, "codes"'),
        ({"codes": {"XX-1": "-"}}, 'found "XX-1"'),
        ({"weight": 2}, 'line 2, "weight"'),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_written(tmp_path, wrong, message):
    second = wrong if isinstance(wrong, str) else line(2, **wrong)

    with pytest.raises(InputError, match=message):
        learn(tmp_path, line(1), second)

    assert not (tmp_path / "model").exists()


def test_a_polarity_that_is_none_is_refused(tmp_path):
    with pytest.raises(InputError, match="polarity"):
        learn(tmp_path, line(1, codes={next(iter(codes())): "bad"}))


@pytest.mark.parametrize("lines", [[], [""], [" "]])
def test_a_file_without_decisions_is_refused(tmp_path, lines):
    with pytest.raises(InputError, match="found no decision"):
        learn(tmp_path, *lines)


def test_a_message_never_holds_what_a_family_wrote(tmp_path):
    with pytest.raises(InputError) as refused:
        learn(tmp_path, line(1, "zanzibar", codes=None))

    assert "zanzibar" not in str(refused.value)


@pytest.mark.parametrize("text", ["", " ", "🙂", "\x00", "x" * 100_000, "我们还没有收到信"])
def test_a_strange_text_among_others_teaches_nothing_and_stops_nothing(tmp_path, text):
    card = learn(tmp_path, *many()[:10], line(99, text))

    assert card["decisions"] in (10, 11)


def test_decisions_without_a_word_leave_what_the_codebook_knows(tmp_path):
    card = learn(tmp_path, line(1, ""), line(2, " \n"))

    assert (card["decisions"], card["micro_f1"]) == (0, 0)
    assert load_model(tmp_path / "model", load_codebook(LIBRARY)).thresholds.tolist()


@pytest.mark.parametrize("coded", [True, False])
def test_decisions_of_one_kind_teach_a_coder_that_codes(tmp_path, coded):
    given = {} if coded else {"codes": {}}

    learn(tmp_path, *(line(n, f"{QUIET} {n}", **given) for n in range(12)))

    coder = load_coder(tmp_path / "model", load_codebook(LIBRARY))
    assert bool(coder.code(Redacted(f"{QUIET} 3"), "mixed")) == coded
