"""redact: a file of texts in, the same texts without personal details out; no store, no key."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from analysis.coding.redaction.names import Names, council_names
from analysis.coding.redaction.redact import redact
from analysis.definitions.council import load_council
from analysis.errors import InputError
from analysis.words import Words

EXPECTED = 'one object with the texts "id" and "text"'


class _Line(NamedTuple):
    id: str | int
    words: Words


def redact_file(source: Path, target: Path, survey_folder: Path) -> int:
    """Write every text of `source` redacted to `target` and return how many texts there were.

    A line that is not as expected refuses the whole file, and nothing is written.
    """
    names = council_names(load_council(survey_folder))
    begun = target.with_name(f".{target.name}.{os.getpid()}.begun")
    read = 0
    try:
        with begun.open("w", encoding="utf-8", newline="\n") as out:
            for line in _read_lines(source):
                out.write(json.dumps(_redact_line(line, names), ensure_ascii=False) + "\n")
                read += 1
        begun.replace(target)
    finally:
        begun.unlink(missing_ok=True)
    return read


def _redact_line(line: _Line, names: Names) -> dict[str, Any]:
    redaction = redact(line.words, names)
    spans = [{"start": s.start, "end": s.end, "kind": s.kind} for s in redaction.spans]
    return {"id": line.id, "text": redaction.text.reveal(), "spans": spans}


def _read_lines(source: Path) -> Iterator[_Line]:
    """Yield the lines of a file one by one, so that its length costs no memory."""
    if not source.is_file():
        raise InputError(f"{source}: found no such file, expected texts, a line each")
    with source.open("rb") as file:
        for number, line in enumerate(file, start=1):
            line = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            if line.strip():
                yield _read_line(line, f"{source.name}, line {number}")


def _read_line(line: bytes, place: str) -> _Line:
    """Return one line, or refuse it; a message never holds what a family wrote."""
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError(f"{place}: found another encoding, expected UTF-8") from None
    except (json.JSONDecodeError, RecursionError):
        raise InputError(f"{place}: found no JSON, expected {EXPECTED}") from None
    if not isinstance(found, dict) or not {"id", "text"} <= found.keys():
        raise InputError(f"{place}: found another shape, expected {EXPECTED}")
    if not isinstance(found["text"], str):
        raise InputError(f'{place}, "text": found no text, expected a text')
    if type(found["id"]) not in (str, int):
        raise InputError(f'{place}, "id": found neither text nor number, expected one of them')
    if not _writable(found["text"]):
        raise InputError(f'{place}, "text": found half a character, expected whole ones')
    return _Line(found["id"], Words(found["text"]))


def _writable(text: str) -> bool:
    """Return whether a text can be written as UTF-8; half a surrogate pair cannot."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)
