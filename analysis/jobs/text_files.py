"""Files of texts, a JSON object a line: read one by one, and written whole or not at all."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from analysis.errors import InputError


def read_texts(source: Path, *keys: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a file with `id` and the texts `keys`, or refuse the first that has not.

    A message says file, line and what would be right; it never holds what a family wrote.
    """
    if not source.is_file():
        raise InputError(f"{source}: found no such file, expected texts, a line each")
    expected = f"one object with id and the texts {', '.join(keys)}"
    with source.open("rb") as file:
        for number, line in enumerate(file, start=1):
            line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if line.strip():
                yield _read_line(line, f"{source.name}, line {number}", keys, expected)


def _read_line(line: bytes, place: str, keys: tuple[str, ...], expected: str) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError(f"{place}: found another encoding, expected UTF-8") from None
    except (json.JSONDecodeError, RecursionError):
        raise InputError(f"{place}: found no JSON, expected {expected}") from None
    if not isinstance(found, dict):
        raise InputError(f"{place}: found {_kind(found)}, expected {expected}")
    for key in ("id", *keys):
        _check(found, key, place, expected)
    return found


def _check(found: dict[str, Any], key: str, place: str, expected: str) -> None:
    if key not in found:
        raise InputError(f'{place}: found no "{key}", expected {expected}')
    value = found[key]
    if not isinstance(value, str) and not (key == "id" and type(value) is int):
        raise InputError(f'{place}, "{key}": found {_kind(value)}, expected a text')
    if isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise InputError(f'{place}, "{key}": found half a character, expected whole ones')


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


@contextmanager
def writing_whole(target: Path) -> Iterator[TextIO]:
    """Write beside the target, and put it there when all of it is written."""
    begun = target.with_name(f".{target.name}.{os.getpid()}.begun")
    try:
        with begun.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        begun.replace(target)
    except InputError as error:
        raise InputError(f"{error}. Nothing was written.") from None
    finally:
        begun.unlink(missing_ok=True)
