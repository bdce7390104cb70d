import json
import stat
from pathlib import Path

import pytest

from analysis.errors import InputError, StoreError
from analysis.store.folder import create_folder, open_folder
from tests.store.made import HOLDER, PASSPHRASE


def test_a_folder_remembers_its_survey_and_that_it_is_made_up(folder, made_once):
    assert folder.survey == made_once[0] / "survey"
    assert folder.made_up


def test_a_folder_with_files_in_it_is_refused(tmp_path):
    (tmp_path / "answers.db").write_bytes(b"somebody's")

    with pytest.raises(StoreError, match="expected an empty"):
        create_folder(tmp_path, Path("survey"), False, PASSPHRASE, HOLDER)

    assert (tmp_path / "answers.db").read_bytes() == b"somebody's"


def test_what_an_interrupted_making_left_is_no_hindrance(tmp_path):
    begun = tmp_path / "folder.begun"
    begun.mkdir()
    (begun / "answers.db").write_bytes(b"half")

    create_folder(tmp_path / "folder", Path("survey"), False, PASSPHRASE, HOLDER)

    assert not begun.exists()
    assert open_folder(tmp_path / "folder").made_up is False


def test_a_short_passphrase_leaves_no_folder(tmp_path):
    with pytest.raises(InputError, match="at least 12"):
        create_folder(tmp_path / "folder", Path("survey"), False, "short", HOLDER)

    assert not (tmp_path / "folder").exists()


def test_only_the_owner_may_read_a_key(folder):
    for path in folder.keys.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_neither_passphrase_nor_recovery_code_is_written_anywhere(folder, made_once):
    held = b"".join(path.read_bytes() for path in folder.path.rglob("*") if path.is_file())

    assert PASSPHRASE.encode() not in held
    assert made_once[1].encode() not in held
    assert made_once[1].replace("-", "").encode() not in held


@pytest.mark.parametrize("mark", ["", "[]", "{}", json.dumps({"survey": "x"})])
def test_a_folder_that_init_did_not_make_is_refused(tmp_path, mark):
    (tmp_path / "folder.json").write_text(mark)

    with pytest.raises(StoreError, match="made by init"):
        open_folder(tmp_path)


def test_a_folder_that_lost_its_answers_is_not_made_anew(folder):
    folder.database.unlink()

    with pytest.raises(StoreError, match="expected this folder's answers"):
        open_folder(folder.path)

    assert not folder.database.exists()
