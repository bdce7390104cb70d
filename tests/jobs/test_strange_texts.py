import json
from datetime import date

import pytest

from analysis.jobs.code import code_file
from analysis.jobs.learning.starting import make_coder
from tests.surveys.folders import LIBRARY

STRANGE = {
    "empty": "",
    "one character": "x",
    "blank": " \t ",
    "pictures": "🙂👍🏽🇬🇧",
    "control characters": "\x00\x07\x1b[31m\u202e\u200b",
    "another language": "Ještě jsme nedostali žádnou odpověď od úřadu",
    "another script": "我们还没有收到信",
    "half a mark": "e\u0301\u0301\u0301",
}
LONG = {
    "one word": "x" * 100_000,
    "words": "the letter was late and " * 4_167,
    "marks": "!" * 100_000,
}


def line(name, text):
    return {"id": name, "question": "", "text": text}


@pytest.fixture(params=["phrases", "hybrid"])
def make(request, tmp_path):
    def coder(codebook):
        day = date(2026, 11, 1)
        return make_coder(request.param, codebook, day, encode=False, kept=tmp_path / "kept")

    return coder


def test_strange_texts_are_coded_or_have_no_code(tmp_path, make):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    texts = STRANGE | LONG
    source.write_text("".join(f"{json.dumps(line(name, t))}\n" for name, t in texts.items()))

    code_file(source, target, LIBRARY, make)

    rows = [json.loads(row) for row in target.read_text().splitlines()]
    assert [row["id"] for row in rows] == [*texts]
    for row in rows:
        ends = [(part["start"], part["end"]) for part in row["segments"]]
        assert all(0 <= start < end <= len(texts[row["id"]]) for start, end in ends)
        assert row["id"] in LONG or not ends


def test_an_empty_file_makes_an_empty_file(tmp_path, make):
    (tmp_path / "in.jsonl").touch()

    assert code_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", LIBRARY, make) == 0
    assert (tmp_path / "out.jsonl").read_text() == ""
