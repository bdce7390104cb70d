"""A file or a folder written whole or not at all."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from analysis.errors import InputError


def write_file(path: Path, content: bytes) -> Path:
    """Write a file; an interrupted writing leaves what was there."""
    if not path.parent.is_dir():
        raise InputError(f"{path}: found no folder {path.parent}, expected one to write in")
    begun = path.with_name(f".{path.name}.begun")
    begun.write_bytes(content)
    begun.replace(path)
    return path


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
