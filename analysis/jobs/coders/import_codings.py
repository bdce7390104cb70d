"""import-codings: what a person read and coded, a whole file or nothing of it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from analysis.definitions.codebook import load_codebook
from analysis.errors import InputError
from analysis.store import audit
from analysis.store.database import Database, writing
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
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            found = list(_faults(line, db, known))
            faults += [f"{file.name}, line {number}, {fault}" for fault in found]
            if not faults:
                plain = json.loads(line)
                yield Decision(int(plain["id"]), plain["codes"], plain["coder"], plain["sampled"])
    if faults:
        raise InputError("\n".join([*faults, "Nothing was stored."]))


def _faults(line: str, db: Database, known: frozenset[str]) -> Iterator[str]:
    try:
        plain = json.loads(line)
    except ValueError:
        yield "whole line: found no JSON, expected one object"
        return
    if not isinstance(plain, dict) or set(plain) != {"id", "codes", "coder", "sampled"}:
        yield "whole line: found other fields, expected id, codes, coder and sampled"
        return
    yield from _id_faults(plain["id"], db)
    yield from _code_faults(plain["codes"], known)
    if not isinstance(plain["coder"], str) or not plain["coder"].strip():
        yield "coder: found no name, expected who coded"
    if plain["sampled"] not in SAMPLED:
        yield f'sampled: found "{plain["sampled"]}", expected one of {", ".join(SAMPLED)}'


def _id_faults(id_: Any, db: Database) -> Iterator[str]:
    if not str(id_).isdigit() or find_text(db, int(id_)) is None:
        yield f'id: found "{id_}", expected the id of a text in the store'


def _code_faults(codes: Any, known: frozenset[str]) -> Iterator[str]:
    if not isinstance(codes, dict):
        yield "codes: expected an object of codes and polarities"
        return
    for code, polarity in codes.items():
        if code not in known:
            yield f'codes: found "{code}", expected a code of the codebook'
        elif polarity not in POLARITIES:
            yield f'codes, {code}: found "{polarity}", expected one of {", ".join(POLARITIES)}'
