"""Who gave which code to which text: programs' codings with what made them, and people's."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.coding.coder import Coding
from analysis.store.database import hangs_on, random_id

migration = Migrations("codings")
PROGRAM = "program"  # whichever coder is in use: its codings count where no person coded


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


@migration()
def cover_counting(db: Database) -> None:
    """Let codes be counted from indexes alone: a row of words is a page of its own to read."""
    db.table("coded").create_index(["words_id", "person", "coder"])
    codings = db.table("codings")
    codings.create_index(["coded_id", "code", "polarity"])
    db.execute("DROP INDEX idx_codings_coded_id")  # the longer one begins with it


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

    coder: str
    person: bool
    code: str
    polarity: str
    start: int | None
    end: int | None
    confidence: float | None
    evidence: tuple[tuple[int, int], ...]


class Use(NamedTuple):
    """One code in one response, as it is counted."""

    response_id: int
    item: str
    code: str
    polarity: str


def read_uncoded(db: Database, run: Run) -> list[int]:
    """Return the ids of the texts that this run has still to code."""
    found = db.execute(
        "SELECT id FROM words WHERE NOT EXISTS (SELECT 1 FROM coded WHERE words_id = words.id"
        " AND coder = ? AND coder_hash = ? AND codebook = ? AND redaction = ?) ORDER BY id",
        [run.coder, run.coder_hash, run.codebook, run.redaction],
    )
    return [words_id for (words_id,) in found]


def save_coded(
    db: Database, run: Run, words_id: int, codings: Iterable[Coding], flags: Iterable[str]
) -> None:
    """Keep what a program found in a text, in place of what that coder found before.

    The caller holds `writing(db)`.
    """
    coded_id = _begin(db, words_id, run, person=False, sampled=None)
    rows = [
        (
            random_id(),
            coded_id,
            coding.code,
            coding.polarity,
            coding.start,
            coding.end,
            coding.confidence,
            json.dumps(coding.evidence),
        )
        for coding in codings
    ]
    db.conn.executemany("INSERT INTO codings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    flagged = [(random_id(), coded_id, flag) for flag in flags]
    db.conn.executemany("INSERT INTO flags VALUES (?, ?, ?)", flagged)


def save_decision(
    db: Database, person: str, words_id: int, codes: Mapping[str, str], codebook: str, sampled: str
) -> None:
    """Keep the codes and polarities a person gave to a whole text; `sampled`: random or chosen.

    The caller holds `writing(db)`.
    """
    coded_id = _begin(db, words_id, Run(person, "", codebook, ""), person=True, sampled=sampled)
    rows = [(random_id(), coded_id, code, polarity) for code, polarity in codes.items()]
    db.conn.executemany("INSERT INTO codings VALUES (?, ?, ?, ?, NULL, NULL, NULL, '[]')", rows)


def read_codings(db: Database, words_id: int) -> list[Coded]:
    """Return everything that any coder gave to one text, in the order of the text."""
    found = db.query(
        "SELECT d.coder, d.person, c.code, c.polarity, c.start, c.end, c.confidence, c.evidence"
        " FROM codings c JOIN coded d ON d.id = c.coded_id WHERE d.words_id = ?"
        " ORDER BY c.start, c.code, d.coder",
        [words_id],
    )
    return [_coded(row) for row in found]


def find_run(db: Database, words_id: int, coder: str) -> Run | None:
    """Return what a coder was when it read a text, if it did."""
    row = db.execute(
        "SELECT coder, coder_hash, codebook, redaction FROM coded WHERE words_id = ? AND coder = ?",
        [words_id, coder],
    ).fetchone()
    return Run(*row) if row else None


def find_reviewed(db: Database, code: str, family: int, most: int) -> list[int]:
    """Return texts of other families to which a person gave a code: up to so many, and the same."""
    found = db.execute(
        "SELECT DISTINCT w.id FROM codings c JOIN coded d ON d.id = c.coded_id"
        " JOIN words w ON w.id = d.words_id"
        " WHERE d.person AND c.code = ? AND w.response_id != ? ORDER BY w.id LIMIT ?",
        [code, family, most],
    )
    return [words_id for (words_id,) in found]


def read_flags(db: Database) -> dict[int, frozenset[str]]:
    """Return the flags of every flagged text, by the id of its words."""
    flags: dict[int, frozenset[str]] = {}
    found = db.execute("SELECT words_id, flag FROM flags JOIN coded ON coded.id = coded_id")
    for words_id, flag in found:
        flags[words_id] = flags.get(words_id, frozenset()) | {flag}
    return flags


def count_flags(db: Database) -> dict[str, int]:
    """Return how many texts each flag has been given to."""
    found = db.execute(
        "SELECT flag, count(DISTINCT words_id) FROM flags JOIN coded ON coded.id = coded_id"
        " GROUP BY flag"
    )
    return dict(found.fetchall())


def read_uses(db: Database, program: str) -> Iterator[Use]:
    """Return every code that counts: people's where a person coded the text, else the program's."""
    found = db.execute(
        # CROSS: from words to codings, so that each is read from its index and in order.
        "SELECT w.response_id, w.item, c.code, c.polarity FROM words w"
        " CROSS JOIN coded d ON d.words_id = w.id CROSS JOIN codings c ON c.coded_id = d.id"
        " WHERE d.person OR (d.coder = ? AND NOT EXISTS"
        " (SELECT 1 FROM coded WHERE words_id = d.words_id AND person))"
        " ORDER BY w.response_id, w.item, c.code",
        [program],
    )
    return map(Use._make, found)


def _coded(row: dict[str, Any]) -> Coded:
    evidence = tuple((start, end) for start, end in json.loads(row["evidence"]))
    return Coded(**row | {"person": bool(row["person"]), "evidence": evidence})


def _begin(db: Database, words_id: int, run: Run, person: bool, sampled: str | None) -> int:
    db.execute("DELETE FROM coded WHERE words_id = ? AND coder = ?", [words_id, run.coder])
    coded_id = random_id()
    db.execute(
        "INSERT INTO coded VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            coded_id,
            words_id,
            run.coder,
            run.coder_hash,
            run.codebook,
            run.redaction,
            int(person),
            sampled,
        ],
    )
    return coded_id
