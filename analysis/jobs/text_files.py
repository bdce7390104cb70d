"""Files of texts, a JSON object a line: read one by one, and written whole or not at all."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TextIO

from analysis.errors import InputError
from analysis.jobs.whole import refuse_no_place, write_file, writing_whole


class Place(NamedTuple):
    """How much of a file lies behind: lines and bytes."""

    lines: int = 0
    bytes: int = 0


def read_texts(source: Path, *keys: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a file with `id` and the texts `keys`, or refuse the first that has not.

    A message says file, line and what would be right; it never holds what a family wrote.
    """
    for _, found in read_on(source, Place(), *keys):
        yield found


def read_on(source: Path, place: Place, *keys: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Yield the lines behind a place as `read_texts` does, each with the place of its end."""
    if not source.is_file():
        raise InputError(f"{source}: found no such file, expected texts, a line each")
    expected = "one object with id" + (f" and the texts {', '.join(keys)}" if keys else "")
    with source.open("rb") as file:
        file.seek(place.bytes)
        for line in file:
            place = Place(place.lines + 1, place.bytes + len(line))
            line = line.removeprefix(b"\xef\xbb\xbf") if place.lines == 1 else line
            if line.strip():
                yield place, _read_line(line, f"{source.name}, line {place.lines}", keys, expected)


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
def writing_texts(target: Path) -> Iterator[TextIO]:
    """Write a file of texts, whole or not at all."""
    with writing_whole(target) as begun, begun.open("w", encoding="utf-8", newline="\n") as out:
        yield out


class Begun:
    """A file that is being written in parts, so that one that was stopped goes on.

    What is written lies beside the target, with a note of how far it goes: `place` in the source,
    and `texts` read. Both are there only once the part is on the disk.
    """

    def __init__(self, target: Path, run: str) -> None:
        self.path = target.with_name(f".{target.name}.begun")
        self._note = target.with_name(f".{target.name}.begun.json")
        self._run = run
        self.place, self.texts, self._written = self._read_note()
        self._out: BinaryIO = self.path.open("r+b" if self._written else "wb")
        self._out.truncate(self._written)  # a part that was cut off is written again
        self._out.seek(self._written)

    def write(self, part: str, place: Place, texts: int) -> None:
        """Add a part, made of so many texts up to a place of the source."""
        self._out.write(part.encode())
        self._out.flush()
        os.fsync(self._out.fileno())
        self.place, self.texts, self._written = place, self.texts + texts, self._out.tell()
        note = {"run": self._run, "place": place, "texts": self.texts, "written": self._written}
        write_file(self._note, json.dumps(note).encode())

    def finish(self, target: Path) -> None:
        """Put what was written in the place of the target."""
        self._out.close()
        self.path.replace(target)
        self._note.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave what was written for another time."""
        self._out.close()

    def forget(self) -> None:
        """Take away what was begun."""
        self._out.close()
        self.path.unlink()
        self._note.unlink(missing_ok=True)

    def _read_note(self) -> tuple[Place, int, int]:
        """Return what an earlier start of the same run left, else nothing."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            same = note["run"] == self._run and self.path.stat().st_size >= note["written"]
            found = Place(*note["place"]), int(note["texts"]), int(note["written"])
        except (OSError, ValueError, KeyError, TypeError):
            return Place(), 0, 0
        return found if same else (Place(), 0, 0)


@contextmanager
def writing_on(target: Path, run: str) -> Iterator[Begun]:
    """Write a file in parts and put it in its place when all of it is written.

    `run` says what makes the file: what another run began is begun anew. What was refused leaves
    nothing behind; what was stopped goes on next time.
    """
    refuse_no_place(target)
    begun = Begun(target, run)
    try:
        yield begun
    except InputError as error:
        begun.forget()
        raise InputError(f"{error}. Nothing was written.") from None
    except BaseException:
        begun.close()
        raise
    begun.finish(target)


def hash_of_file(path: Path) -> str:
    """Return the SHA-256 of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
