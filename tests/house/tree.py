"""The project's own files, as the lints see them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("analysis/", "app/")


def own_files(*endings: str, under: tuple[str, ...] = ("",)) -> list[Path]:
    """Return every file that is or may be committed, by ending and folder."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [
        ROOT / name
        for name in sorted(set(listed))
        if name.startswith(under) and name.endswith(endings or "") and (ROOT / name).is_file()
    ]


def short(path: Path) -> str:
    """Return a path as seen from the project's root."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def numbered(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text file with their numbers."""
    yield from enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)


def nodes(path: Path) -> Iterator[ast.AST]:
    """Yield every node of a Python file."""
    yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))
