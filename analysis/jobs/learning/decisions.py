"""A file of people's decisions, read whole or refused by line."""

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from analysis.coding.learning.rows import Decision
from analysis.coding.redaction.names import Names
from analysis.coding.redaction.redact import redact
from analysis.definitions.codebook import Polarity
from analysis.definitions.loading import load_survey
from analysis.errors import InputError
from analysis.words import Words

_TEXTS = ("question", "text")
_POLARITIES = get_args(Polarity)


def read_decisions(
    path: Path, tones: Mapping[str, str], codes: Collection[str], names: Names
) -> list[Decision]:
    """Return the decisions of a JSONL file, each text redacted before anything learns from it.

    Raises InputError with one line a fault; no message holds what a family wrote.
    """
    if not path.is_file():
        raise InputError(f"{path}: found no such file, expected decisions, a line each")
    found, faults, seen = [], [], set[str]()
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        place = f"{path.name}, line {number}"
        plain = _parse(line.removeprefix(b"\xef\xbb\xbf"))
        wrong = [*_faults(plain, codes, seen)]
        faults += [f"{place}{fault}" for fault in wrong]
        if not wrong:
            seen.add(str(plain["id"]))
            found.append(_decision(plain, tones, names))
    if faults:
        raise InputError("\n".join(faults))
    if not found:
        raise InputError(f"{path.name}: found no decision, expected at least one")
    return found


def read_tones(folder: Path) -> dict[str, str]:
    """Return what each question is for, by its id and by its words."""
    items = load_survey(folder).items().values()
    return {name: item.tone for item in items if item.tone for name in (item.id, item.asks)}


def _decision(plain: Mapping[str, Any], tones: Mapping[str, str], names: Names) -> Decision:
    return Decision(
        id=str(plain["id"]),
        text=redact(Words(plain["text"]), names).text,
        tone=tones.get(plain["question"], "mixed"),
        codes=plain["codes"],
        weight=float(plain.get("weight", 1)),
    )


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _faults(plain: Any, codes: Collection[str], seen: Collection[str]) -> Iterator[str]:
    if not isinstance(plain, dict):
        yield ": found no JSON object, expected one with id, question, text and codes"
        return
    if type(plain.get("id")) not in (str, int):
        yield ', "id": found none, expected a text or a number'
    elif str(plain["id"]) in seen:
        yield f', "id": found "{plain["id"]}" twice, expected each once'
    for key in _TEXTS:
        if not isinstance(plain.get(key), str):
            yield f', "{key}": found none, expected a text'
    weight = plain.get("weight", 1)
    if type(weight) not in (int, float) or not 0 < weight <= 1:
        yield ', "weight": expected a number above 0 and at most 1'
    yield from _code_faults(plain.get("codes"), codes)


def _code_faults(given: Any, codes: Collection[str]) -> Iterator[str]:
    if not isinstance(given, dict):
        yield ', "codes": found none, expected an object of codes with their polarity'
        return
    for code, polarity in given.items():
        if code not in codes:
            yield f', "codes": found "{code}", expected a code of the codebook'
        if polarity not in _POLARITIES:
            yield f', "codes", {code}: found another polarity, expected {" ".join(_POLARITIES)}'
