"""Small rooms: what fails, and what is only printed."""

import ast
import re
from collections import Counter
from pathlib import Path

from tests.house.sizes import lines, size_summary
from tests.house.tree import PROGRAM, own_files, short

LONGEST_FILE = 250
FILES_IN_A_FOLDER = 12
ROOT_ENTRIES = 14
WORKING_FILES = (".py", ".js", ".css", ".html", ".sh")


def too_long(paths: list[Path]) -> list[str]:
    return [f"{short(path)}: {lines(path)} lines" for path in paths if lines(path) > LONGEST_FILE]


def crowded(paths: list[Path]) -> list[str]:
    rooms = Counter(path.parent for path in paths if path.name != "__init__.py")
    return [f"{short(room)}: {n} files" for room, n in rooms.items() if n > FILES_IN_A_FOLDER]


def unlisted(package: Path) -> list[str]:
    docstring = ast.get_docstring(ast.parse((package / "__init__.py").read_text())) or ""
    said = {line.split()[0].removesuffix(".py") for line in docstring.splitlines() if line.split()}
    there = {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    there |= {path.parent.name for path in package.glob("*/__init__.py")}
    return [f"{short(package)}/__init__.py does not list {name}" for name in sorted(there - said)]


def packages() -> list[Path]:
    return [path.parent for path in own_files("__init__.py", under=PROGRAM)]


def test_no_file_is_longer_than_250_lines():
    assert too_long(own_files(*WORKING_FILES)) == []


def test_a_file_of_251_lines_is_found(tmp_path):
    (tmp_path / "hall.py").write_text("x = 1\n" * 251)
    assert too_long([tmp_path / "hall.py"]) == ["hall.py: 251 lines"]


def test_no_folder_of_the_program_holds_more_than_twelve_files():
    assert crowded(own_files(under=PROGRAM)) == []


def test_a_folder_of_thirteen_files_is_found(tmp_path):
    assert crowded([tmp_path / f"{n}.py" for n in range(13)]) == [f"{tmp_path.name}: 13 files"]


def test_each_package_lists_what_it_holds():
    assert [fault for package in packages() for fault in unlisted(package)] == []


def test_a_module_that_its_package_does_not_list_is_found(tmp_path):
    (tmp_path / "__init__.py").write_text('"""A room.\n\nlisted  what it holds\n"""\n')
    (tmp_path / "listed.py").touch()
    (tmp_path / "stray.py").touch()
    assert unlisted(tmp_path) == [f"{tmp_path.name}/__init__.py does not list stray"]


def test_every_folder_of_python_files_in_the_program_is_a_package():
    folders = {path.parent for path in own_files(".py", under=PROGRAM)}
    assert [short(folder) for folder in sorted(folders - set(packages()))] == []


def test_a_newcomer_sees_at_most_fourteen_entries():
    seen = {short(path).split("/")[0] for path in own_files()}
    assert len({name for name in seen if not name.startswith(".")}) <= ROOT_ENTRIES


def test_the_sizes_are_summed_up_for_the_end_of_a_run():
    assert re.match(r"sizes: \d+ files, median \d+ lines", size_summary())
