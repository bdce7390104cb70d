import json
from dataclasses import fields

import numpy as np
import pytest

from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.training import Trainer
from analysis.errors import InputError
from analysis.jobs.learning.folder import ARRAYS, FEATURES, MODEL, load_model, save_model
from analysis.words import Redacted
from tests.coding.learning.made import decisions
from tests.coding.made import codebook

BOOK = codebook()
CARD = {"card.json": "{}\n", "card.md": "# A coder\n"}


@pytest.fixture(scope="module")
def model():
    return Trainer(BOOK, None).train(decisions(), seed=1)[0]


@pytest.fixture
def folder(tmp_path, model):
    save_model(tmp_path / "model", model, BOOK, CARD)
    return tmp_path / "model"


def test_a_model_comes_back_as_it_was(folder, model):
    again = load_model(folder, BOOK)

    for field in fields(model.clause):
        saved, loaded = getattr(model.clause, field.name), getattr(again.clause, field.name)
        assert np.allclose(saved, loaded, atol=1e-5)
    assert again.features.names == model.features.names


def test_it_codes_as_it_did(folder, model):
    text = Redacted("we were there ages again")
    before, after = (
        HybridCoder(BOOK, one, None, "x").code(text, "mixed")
        for one in (model, load_model(folder, BOOK))
    )

    assert before == after != ()


def test_the_same_model_makes_the_same_files(tmp_path, folder, model):
    save_model(tmp_path / "again", model, BOOK, CARD)

    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_a_model_of_another_codebook_version_is_refused_with_both_named(folder):
    newer = BOOK.model_copy(update={"version": "9"})

    with pytest.raises(InputError, match=f"version {BOOK.version}, expected version 9"):
        load_model(folder, newer)


@pytest.mark.parametrize("name", [MODEL, ARRAYS, FEATURES, "card.json"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()

    with pytest.raises(InputError, match=f"found no {name}"):
        load_model(folder, BOOK)


@pytest.mark.parametrize("name", [ARRAYS, FEATURES, "card.md"])
def test_an_altered_file_is_named(folder, name):
    path = folder / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")

    with pytest.raises(InputError, match=f"{name} was altered"):
        load_model(folder, BOOK)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": 1}', "no json"])
def test_a_table_of_contents_that_is_none_is_refused(folder, content):
    (folder / MODEL).write_text(content)

    with pytest.raises(InputError, match="was altered"):
        load_model(folder, BOOK)


def test_a_later_format_is_refused(folder):
    said = json.loads((folder / MODEL).read_text())
    (folder / MODEL).write_text(json.dumps(said | {"format": 99}))

    with pytest.raises(InputError, match="found format 99"):
        load_model(folder, BOOK)


def test_a_folder_with_other_files_is_never_replaced(tmp_path, model):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "will.txt").touch()

    with pytest.raises(InputError, match="no model"):
        save_model(tmp_path / "papers", model, BOOK, CARD)

    assert [path.name for path in (tmp_path / "papers").iterdir()] == ["will.txt"]


def test_a_model_may_be_made_anew_in_its_place(folder, model):
    save_model(folder, model, BOOK, CARD | {"card.md": "# Later\n"})

    assert (folder / "card.md").read_text() == "# Later\n"
    assert not list(folder.parent.glob(".*"))


def test_nothing_in_the_folder_holds_an_answers_own_word(folder):
    content = b"".join(path.read_bytes() for path in folder.iterdir())

    assert b"xylophon" not in content
    assert b"pickle" not in content
