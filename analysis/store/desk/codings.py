"""Who gave which code to which text: programs' codings with what made them, and people's."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.store.database import hangs_on, random_id

migration = Migrations("codings")


@migration()
def create_codings(db: Database) -> None:
    """Make the tables; a text that was read and got no code still has its row in `coded`."""
    coded = db.table("coded")
    coded.create(
        {
            "id": int,
            "words_id": int,
            "coder": str,
            "coder_hash": str,
            "codebook": str,
            "redaction": str,
            "person": int,
            "sampled": str,
        },
        pk="id",
        not_null={"words_id", "coder", "coder_hash", "codebook", "redaction", "person"},
        foreign_keys=[hangs_on("coded", "words_id", "words")],
    )
    coded.create_index(["words_id", "coder"], unique=True)
    codings, flags = db.table("codings"), db.table("flags")
    codings.create(
        {
            "id": int,
            "coded_id": int,
            "code": str,
            "polarity": str,
            "start": int,
            "end": int,
            "confidence": float,
            "evidence": str,
        },
        pk="id",
        not_null={"coded_id", "code", "polarity", "evidence"},
        foreign_keys=[hangs_on("codings", "coded_id", "coded")],
    )
    flags.create(
        {"id": int, "coded_id": int, "flag": str},
        pk="id",
        not_null={"coded_id", "flag"},
        foreign_keys=[hangs_on("flags", "coded_id", "coded")],
    )
    for table in (codings, flags):
        table.create_index(["coded_id"])


@dataclass(frozen=True, slots=True)
class Run:
    """What coded: a coder with the hashes of coder, codebook and redaction."""

    coder: str
    coder_hash: str
    codebook: str
    redaction: str


@dataclass(frozen=True, slots=True)
class Coded:
    """One code that one coder gave to a text; a person's code is of the whole text.

    Offsets are into the redacted text, end exclusive.
    """

    words_id: int
    response_id: int
    item: str
    coder: str
    person: bool
    code: str
    polarity: str
    start: int | None = None
    end: int | None = None
    confidence: float | None = None
    evidence: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """One code in one response, as it is counted."""

    response_id: int
    item: str
    code: str
    polarity: str


def read_uncoded(db: Database, run: Run) -> list[int]:
    """Return the ids of the texts that this run has still to code."""
    raise NotImplementedError


def save_coded(
    db: Database, run: Run, words_id: int, codings: Iterable[Any], flags: Iterable[str]
) -> None:
    """Keep what a program found in a text, in place of what that coder found before.

    The caller holds `writing(db)`.
    """
    raise NotImplementedError


def save_decision(
    db: Database, person: str, words_id: int, codes: Mapping[str, str], codebook: str, sampled: str
) -> None:
    """Keep the codes and polarities a person gave to a whole text; `sampled`: random or chosen.

    The caller holds `writing(db)`.
    """
    raise NotImplementedError


def read_codings(db: Database, words_id: int) -> list[Coded]:
    """Return everything that any coder gave to one text, in the order of the text."""
    raise NotImplementedError


def read_flags(db: Database) -> dict[int, frozenset[str]]:
    """Return the flags of every flagged text, by the id of its words."""
    raise NotImplementedError


def read_uses(db: Database) -> Iterator[Use]:
    """Return every code that counts: people's where a person coded the text, else the programs'."""
    raise NotImplementedError
