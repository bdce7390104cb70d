import pytest

from analysis.errors import InputError
from analysis.jobs.whole import write_file, write_folder, writing_whole


def test_a_file_is_there_whole_and_nothing_beside_it(tmp_path):
    write_file(tmp_path / "a.csv", b"1")

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.csv", b"1")]


def test_a_file_in_no_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match="found no folder"):
        write_file(tmp_path / "no" / "a.csv", b"1")


def test_a_folder_holds_the_new_files_alone(tmp_path):
    write_folder(tmp_path / "out", {"a": b"1", "b": b"2"})
    write_folder(tmp_path / "out", {"a": b"3", "b": b"4"})

    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        "a": b"3",
        "b": b"4",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_an_interrupted_writing_left_is_cleared(tmp_path):
    (tmp_path / ".out.begun").mkdir()
    (tmp_path / ".out.begun" / "half").write_text("")
    write_folder(tmp_path / "out", {"a": b"1"})

    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a"]


def test_a_file_in_the_folders_place_is_refused(tmp_path):
    (tmp_path / "out").write_text("mine")

    with pytest.raises(InputError, match="found a file"):
        write_folder(tmp_path / "out", {"a": b"1"})
    assert (tmp_path / "out").read_text() == "mine"


def test_what_fails_within_leaves_what_was_there(tmp_path):
    (tmp_path / "a.txt").write_text("before")

    with pytest.raises(UnicodeEncodeError), writing_whole(tmp_path / "a.txt") as begun:
        begun.write_text("half \ud800", encoding="utf-8")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "before")]


def test_a_file_that_the_disk_refuses_is_named_by_its_own_name(tmp_path):
    long = "a" * 250  # the name beside it is longer than a file's may be

    with pytest.raises(InputError, match=rf"{long}: .*expected a file to write"):
        write_file(tmp_path / long, b"1")
