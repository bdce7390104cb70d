import pytest

from analysis.store.layout import DataFolder
from app.demo import PASSPHRASE_FILE, printed_passphrase


@pytest.fixture
def path(tmp_path):
    (tmp_path / PASSPHRASE_FILE).write_text("made-up-words\n")
    return tmp_path


def test_a_demonstration_opens_with_the_passphrase_it_printed(path):
    assert printed_passphrase(DataFolder(path, path, made_up=True)) == "made-up-words"


def test_a_folder_of_real_answers_never_opens_by_a_file(path):
    assert printed_passphrase(DataFolder(path, path, made_up=False)) is None
