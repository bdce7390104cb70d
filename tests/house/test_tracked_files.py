"""Nothing in the project's files belongs to one machine, and the locks hold what they should."""

import re
from pathlib import Path

from tests.house.tree import ROOT, numbered, own_files, short

BINARY = (".png", ".jpg", ".ico", ".pdf", ".gz", ".docx", ".xlsx", ".db", ".zip")
OF_ONE_MACHINE = re.compile(
    r"/(home|Users|root|work|opt|mnt)/[\w.-]+|file://|index-url|find-links|"
    r"https?://(registry\.|pypi\.|files\.pythonhosted|localhost:\d{4}/simple)|\"resolved\":"
)
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+?)(?: ;.*)? \\$", re.MULTILINE)


def of_one_machine(path: Path) -> list[str]:
    return [
        f"{short(path)}:{number}: {found.group()}"
        for number, line in numbered(path)
        if (found := OF_ONE_MACHINE.search(line))
    ]


def pins(path: Path) -> dict[str, str]:
    return dict(PIN.findall(path.read_text()))


def test_no_file_names_a_path_or_an_address_of_one_machine():
    here = Path(__file__).resolve()
    files = [path for path in own_files() if path.suffix not in BINARY and path != here]
    assert [fault for path in files for fault in of_one_machine(path)] == []


def test_a_path_of_one_machine_is_found(tmp_path):
    (tmp_path / "notes.md").write_text("see /home/ann/notes\n")
    assert of_one_machine(tmp_path / "notes.md") == ["notes.md:1: /home/ann"]


def test_every_pin_of_a_lock_has_a_hash():
    for lock in (ROOT / "requirements.txt", *sorted((ROOT / "setup").glob("*.txt"))):
        blocks = re.split(r"\n(?=\S)", lock.read_text().strip())
        assert [block for block in blocks if "--hash=sha256:" not in block] == [], lock.name


def test_the_tests_run_on_what_is_shipped():
    shipped, tested = pins(ROOT / "requirements.txt"), pins(ROOT / "setup" / "dev.txt")
    assert shipped
    assert {name: pin for name, pin in shipped.items() if tested.get(name) != pin} == {}


def test_no_generated_file_is_among_the_projects_own():
    generated = {"node_modules", "build", "__pycache__", "data"}
    kept = {part for path in own_files() for part in path.relative_to(ROOT).parts[:-1]}
    assert not kept & generated - {"data"}
