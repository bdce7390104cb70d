from datetime import date

import pytest

from analysis.coding.phrases import PhraseCoder
from analysis.errors import InputError
from analysis.jobs.learning.starting import make_coder
from analysis.words import Redacted
from tests.coding.made import codebook

BOOK, DAY = codebook(), date(2026, 11, 25)
TEXT = Redacted("The bread was lovely.")


def make(name, kept, **further):
    return make_coder(name, BOOK, DAY, encode=False, kept=kept, **further)


def test_the_phrase_coder_is_called_by_its_name(tmp_path):
    assert isinstance(make("phrases", tmp_path), PhraseCoder)


def test_the_hybrid_is_taught_once_and_kept(tmp_path):
    heard = []

    first = make("hybrid", tmp_path, say=heard.append)
    second = make("hybrid", tmp_path, say=heard.append)

    assert len(heard) == 1
    assert first.code(TEXT, "mixed") == second.code(TEXT, "mixed") != ()


def test_a_kept_coder_that_was_damaged_is_made_anew(tmp_path):
    make("hybrid", tmp_path)
    [arrays] = tmp_path.glob("*/arrays.npz")
    arrays.write_bytes(b"")

    assert make("hybrid", tmp_path).code(TEXT, "mixed") != ()


def test_a_coder_that_cannot_be_kept_codes_all_the_same(tmp_path):
    (tmp_path / "file").touch()
    heard = []

    coder = make("hybrid", tmp_path / "file", say=heard.append)

    assert coder.code(TEXT, "mixed") != ()
    assert "could not be kept" in heard[-1]


def test_a_models_folder_is_a_coder_of_its_name(tmp_path):
    make("hybrid", tmp_path)
    [folder] = tmp_path.iterdir()

    assert make(str(folder), tmp_path).name == folder.name


def test_an_unknown_coder_is_refused(tmp_path):
    with pytest.raises(InputError, match='found "magic", expected phrases, hybrid or'):
        make("magic", tmp_path)
