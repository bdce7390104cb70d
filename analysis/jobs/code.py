"""code: a file of texts in, a file with their codes out; no store, no key."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from analysis.coding.answers import AnswerReader
from analysis.coding.coder import merge
from analysis.coding.phrases import PhraseCoder
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import load_codebook
from analysis.definitions.council import load_council
from analysis.definitions.danger import load_danger
from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.words import Words

_EXPECTED = 'one object with the texts "id", "question" and "text"'


class _Line(NamedTuple):
    id: str | int
    question: str
    text: str


def code_file(source: Path, target: Path, survey_folder: Path, coder: str = "phrases") -> int:
    """Write the codes of every text in `source` to `target` and return how many texts there were.

    A line that is not as expected refuses the whole file, and nothing is written.
    """
    reader, tones = _make_reader(survey_folder, coder), _read_tones(survey_folder)
    begun = target.with_name(f".{target.name}.{os.getpid()}.begun")
    read = 0
    try:
        with begun.open("w", encoding="utf-8", newline="\n") as out:
            for line in _read_lines(source):
                coded = _code_line(line, reader, tones.get(line.question, "mixed"))
                out.write(json.dumps(coded) + "\n")
                read += 1
        begun.replace(target)
    except InputError as error:
        raise InputError(f"{error}. Nothing was written.") from None
    finally:
        begun.unlink(missing_ok=True)
    return read


def _make_reader(folder: Path, coder: str) -> AnswerReader:
    if coder != PhraseCoder.name:
        raise InputError(f'coder: found "{coder}", expected {PhraseCoder.name}')
    codebook, names = load_codebook(folder), council_names(load_council(folder))
    return AnswerReader(PhraseCoder(codebook), codebook, load_danger(folder), names)


def _read_tones(folder: Path) -> dict[str, str]:
    """Return what each question is for, by its id and by its words."""
    items = load_survey(folder).items().values()
    return {name: item.tone for item in items if item.tone for name in (item.id, item.asks)}


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
        raise InputError(f"{place}: found no JSON, expected {_EXPECTED}") from None
    if not isinstance(found, dict):
        raise InputError(f"{place}: found {_kind(found)}, expected {_EXPECTED}")
    for key in _Line._fields:
        if key not in found:
            raise InputError(f'{place}: found no "{key}", expected {_EXPECTED}')
        if not isinstance(found[key], str) and not (key == "id" and type(found[key]) is int):
            raise InputError(f'{place}, "{key}": found {_kind(found[key])}, expected a text')
    return _Line(found["id"], found["question"], found["text"])


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


def _code_line(line: _Line, reader: AnswerReader, tone: str) -> dict[str, Any]:
    redaction, codings, flags = reader.read(Words(line.text), tone)
    segments = [
        {
            "start": redaction.to_original(coding.start),
            "end": redaction.to_original(coding.end),
            "code": coding.code,
            "polarity": coding.polarity,
            "confidence": coding.confidence,
        }
        for coding in codings
    ]
    return {"id": line.id, "codes": merge(codings), "segments": segments, "flags": list(flags)}
