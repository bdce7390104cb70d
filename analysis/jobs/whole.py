"""A file or a folder written whole or not at all."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import InputError


@contextmanager
def writing_whole(target: Path) -> Iterator[Path]:
    """Yield where to write, beside the target, and put it there when all of it is written."""
    refuse_no_place(target)
    begun = target.with_name(f".{target.name}.{os.getpid()}.begun")
    try:
        yield begun
        begun.replace(target)
    except InputError as error:
        raise InputError(f"{error}. Nothing was written.") from None
    finally:
        begun.unlink(missing_ok=True)


def write_file(path: Path, content: bytes) -> None:
    """Write a file; an interrupted writing leaves what was there."""
    try:
        with writing_whole(path) as begun:
            begun.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}, expected a file to write") from None


def refuse_no_place(target: Path) -> None:
    """Refuse a file that cannot be written where it is to stand."""
    if not target.parent.is_dir():
        raise InputError(f"{target}: found no folder {target.parent}, expected one to write in")
    if target.is_dir():
        raise InputError(f"{target}: found a folder, expected a file to write")


def write_folder(path: Path, files: Mapping[str, bytes]) -> Path:
    """Write a folder that holds these files and no other.

    What was there is replaced, if it was such a folder: another's files are never removed.
    """
    _refuse_what_is_not_ours(path, files)
    begun, before = (path.with_name(f".{path.name}.{state}") for state in ("begun", "before"))
    for left in (begun, before):
        shutil.rmtree(left, ignore_errors=True)
    begun.mkdir(parents=True)
    for name, content in files.items():
        (begun / name).write_bytes(content)
    if path.exists():
        path.rename(before)
    begun.rename(path)
    shutil.rmtree(before, ignore_errors=True)
    return path


def _refuse_what_is_not_ours(path: Path, files: Mapping[str, bytes]) -> None:
    if path.exists() and not path.is_dir():
        raise InputError(f"{path}: found a file, expected a folder or nothing")
    there = sorted(entry.name for entry in path.iterdir()) if path.exists() else []
    for name in there:
        if name not in files:
            raise InputError(
                f"{path}: found {name} in it, expected an empty folder or one written before"
            )
