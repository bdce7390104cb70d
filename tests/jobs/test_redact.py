import json
import tracemalloc

import pytest

from analysis.errors import InputError
from analysis.jobs.redact import redact_file

COUNCIL = """
name = "Tarrowshire Council"
short = "Tarrowshire"
controller = "made up"
[settings.reach]
name = "Reach Academy"
[lists]
[contacts]
[retention]
draft_days = 1
words_days = 1
responses_days = 1
"""


@pytest.fixture
def survey(tmp_path):
    folder = tmp_path / "survey"
    folder.mkdir()
    (folder / "council.toml").write_text(COUNCIL, encoding="utf-8")
    return folder


@pytest.fixture
def source(tmp_path):
    return tmp_path / "in.jsonl"


@pytest.fixture
def target(tmp_path):
    return tmp_path / "out.jsonl"


def test_each_text_comes_out_redacted_with_its_spans(survey, source, target):
    source.write_text(
        '{"id": "a", "text": "😀 Mrs Okonjo rang"}\n\n{"id": 2, "text": "no name here"}\n',
        encoding="utf-8",
    )
    assert redact_file(source, target, survey) == 2
    assert [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()] == [
        {
            "id": "a",
            "text": "😀 [person] rang",
            "spans": [{"start": 2, "end": 12, "kind": "person"}],
        },
        {"id": 2, "text": "no name here", "spans": []},
    ]


def test_the_councils_settings_are_known_and_its_own_name_stays(survey, source, target):
    source.write_text('{"id": 1, "text": "so Reach and Tarrowshire rang"}', encoding="utf-8-sig")
    redact_file(source, target, survey)
    assert json.loads(target.read_text())["text"] == "so [school] and Tarrowshire rang"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"secret", "line 2: found no JSON, expected one object"),
        (b'["secret"]', "line 2: found a list, expected one object"),
        (b'{"id": 1}', 'line 2: found no "text", expected one object'),
        (b'{"id": 1, "text": ["secret"]}', 'line 2, "text": found a list, expected a text'),
        (b'{"id": null, "text": "secret"}', 'line 2, "id": found null, expected a text'),
        (b'{"id": 1, "text": "secret \\ud800"}', 'line 2, "text": found half a character'),
        (b'{"id": 1, "text": "secret \xff"}', "line 2: found another encoding, expected UTF-8"),
    ],
)
def test_one_bad_line_is_named_and_nothing_is_written(survey, source, target, line, message):
    source.write_bytes(b'{"id": 1, "text": "fine"}\n' + line)
    target.write_text("as before")
    with pytest.raises(InputError, match=message) as refused:
        redact_file(source, target, survey)
    assert str(refused.value).startswith("in.jsonl, ")
    assert "secret" not in str(refused.value)
    assert target.read_text() == "as before"
    assert sorted(path.name for path in target.parent.glob("*.jsonl*")) == ["in.jsonl", "out.jsonl"]


def test_a_file_that_is_not_there_is_refused(survey, source, target):
    with pytest.raises(InputError, match="found no such file"):
        redact_file(source, target, survey)
    assert not target.exists()


def test_a_long_file_takes_no_more_memory_than_a_short_one(survey, source, target):
    line = json.dumps({"id": 1, "text": " " * 5_000}) + "\n"
    source.write_text(line)
    redact_file(source, target, survey)
    source.write_text(line * 1_000)
    tracemalloc.start()
    redact_file(source, target, survey)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < source.stat().st_size / 4
