"""import-codings: what a person read and coded, a whole file or nothing of it."""

import codecs
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from analysis.definitions.codebook import load_codebook
from analysis.errors import InputError
from analysis.jobs.importing.table import quoted
from analysis.store import audit
from analysis.store.database import Database, is_id, writing
from analysis.store.desk.codings import save_decision
from analysis.store.desk.door import open_desk
from analysis.store.desk.texts import find_text
from analysis.store.layout import DataFolder

POLARITIES = ("-", "+", "mixed", "suggestion")
SAMPLED = ("random", "chosen")


class Decision(NamedTuple):
    """One text as a person coded it."""

    words_id: int
    codes: Mapping[str, str]
    coder: str
    sampled: str


def import_codings(folder: DataFolder, file: Path, day: date) -> int:
    """Store every coding of a JSONL file and return how many; else InputError, and store none."""
    desk, codebook = open_desk(folder), load_codebook(folder.survey)
    try:
        known = frozenset(codebook.by_id())
        decisions = list(read_decisions(file, desk.db, known))
        with writing(desk.db) as db:
            for one in decisions:
                save_decision(db, one.coder, one.words_id, one.codes, codebook.hash, one.sampled)
            audit.append(db, desk.audit_key, "codings", day.isoformat(), texts=len(decisions))
    finally:
        desk.db.conn.close()
    return len(decisions)


def read_decisions(file: Path, db: Database, known: frozenset[str]) -> Iterator[Decision]:
    """Yield the file's decisions; raise InputError with every fault once all lines are read."""
    faults: list[str] = []
    seen: set[tuple[int, str]] = set()
    for number, line in enumerate(file.read_bytes().removeprefix(codecs.BOM_UTF8).split(b"\n"), 1):
        if not line.strip():
            continue
        plain, found = _read(line, db, known)
        if not found:
            one = Decision(int(plain["id"]), plain["codes"], plain["coder"], plain["sampled"])
            if (one.words_id, one.coder) in seen:
                found = ["id: found the same text and coder twice, expected each once"]
            seen.add((one.words_id, one.coder))
            yield one
        faults += [f"{file.name}, line {number}, {fault}" for fault in found]
    if faults:
        end = " " if len(faults) == 1 else "\n"
        raise InputError("\n".join(f"{fault}." for fault in faults) + end + "Nothing was stored.")


def _read(line: bytes, db: Database, known: frozenset[str]) -> tuple[Any, list[str]]:
    """Return what a line holds, and what is wrong with it."""
    try:
        plain = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None, ["whole line: found no JSON in UTF-8, expected one object"]
    if not isinstance(plain, dict) or set(plain) != {"id", "codes", "coder", "sampled"}:
        return None, ["whole line: found other fields, expected id, codes, coder and sampled"]
    return plain, list(_faults(plain, db, known))


def _faults(plain: Mapping[str, Any], db: Database, known: frozenset[str]) -> Iterator[str]:
    yield from _id_faults(plain["id"], db)
    yield from _code_faults(plain["codes"], known)
    if not isinstance(plain["coder"], str) or not plain["coder"].strip():
        yield "coder: found no name, expected who coded"
    if plain["sampled"] not in SAMPLED:
        yield f"sampled: found {_said(plain['sampled'])}, expected one of {', '.join(SAMPLED)}"


def _id_faults(id_: Any, db: Database) -> Iterator[str]:
    if not is_id(id_) or find_text(db, int(id_)) is None:
        yield f"id: found {_said(id_)}, expected the id of a text in the store"


def _said(value: Any) -> str:
    """Return a value as a message may show it."""
    return quoted(value if isinstance(value, str) else json.dumps(value))


def _code_faults(codes: Any, known: frozenset[str]) -> Iterator[str]:
    if not isinstance(codes, dict):
        yield "codes: expected an object of codes and polarities"
        return
    for code, polarity in codes.items():
        if code not in known:
            yield f"codes: found {_said(code)}, expected a code of the codebook"
        elif polarity not in POLARITIES:
            found = _said(polarity)
            yield f"codes, {code}: found {found}, expected one of {', '.join(POLARITIES)}"
