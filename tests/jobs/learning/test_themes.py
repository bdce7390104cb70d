import json
from datetime import date

import pytest

from analysis.errors import InputError
from analysis.jobs.learning.themes import themes
from tests.surveys.folders import LIBRARY

DAY = date(2026, 11, 25)
PARROT = "a green parrot squawked loudly"
ENGINE = "purple engine smoke everywhere"


def find(folder, *texts):
    path = folder / "in.jsonl"
    path.write_text("".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in enumerate(texts)))
    return themes(path, LIBRARY, DAY, "phrases", encode=False)


def test_what_no_code_fits_is_grouped_with_words_and_members(tmp_path):
    groups = find(tmp_path, *[PARROT] * 6, *[ENGINE] * 5)

    assert [group["size"] for group in groups] == [6, 5]
    assert groups[0]["members"] == [0, 1, 2, 3, 4, 5]
    assert "parrot" in groups[0]["words"]


def test_the_same_file_gives_the_same_groups(tmp_path):
    texts = [PARROT] * 6 + [ENGINE] * 5

    assert find(tmp_path, *texts) == find(tmp_path, *texts)


def test_few_texts_make_no_group(tmp_path):
    assert find(tmp_path, PARROT) == []


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        themes(tmp_path / "none.jsonl", LIBRARY, DAY, "phrases")
