"""How people and programs read the texts that can be coded: what shares of themes rest on."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Reading:
    """One coder's reading of one text: which codes it was given, and how the text was chosen."""

    response_id: int
    words_id: int
    process: str
    cluster: int | None
    sampled: str | None  # None: by a program, which reads everything
    code: str | None


class Decided(NamedTuple):
    """One code that a person gave to a text; no code where the person found none."""

    words_id: int
    item: str
    person: str
    code: str | None
    polarity: str | None


CODABLE = (
    "(d.person OR d.coder = ?) AND w.item IN (SELECT value FROM json_each(?))"
    # Not "nothing" or "n/a", and in a language the codebook knows: else there is nothing to code.
    " AND NOT EXISTS (SELECT 1 FROM flags f JOIN coded e ON e.id = f.coded_id"
    " WHERE e.words_id = w.id AND f.flag IN ('off-topic', 'not-english'))"
)
FROM_READ = (
    "FROM words w JOIN processes p ON p.response_id = w.response_id"
    " LEFT JOIN response_settings s ON s.response_id = w.response_id"
    " JOIN coded d ON d.words_id = w.id LEFT JOIN codings c ON c.coded_id = d.id"
)
FROM_CODED = "FROM words w CROSS JOIN coded d ON d.words_id = w.id"
SELECT_READINGS = (
    f"SELECT w.response_id, w.id, p.process, s.cluster, d.sampled, c.code {FROM_READ}"
    f" WHERE {CODABLE}"
)
# From words to codings, so that each is read from its index.
FROM_USES = f"{FROM_CODED} CROSS JOIN codings c ON c.coded_id = d.id"
COUNTS = (  # what people said where a person coded the text
    "(d.person OR (d.coder = ? AND NOT EXISTS"
    " (SELECT 1 FROM coded WHERE words_id = d.words_id AND person)))"
    " AND w.item IN (SELECT value FROM json_each(?))"
)
SELECT_TONES = (
    f"SELECT c.code AS code, group_concat(DISTINCT c.polarity) AS tones {FROM_USES}"
    f" WHERE {COUNTS} GROUP BY w.response_id, c.code"
)
FAMILIES_BY_TONES = "SELECT code, tones, count(*) FROM uses GROUP BY code, tones"
COUNT_TONES = f"WITH uses AS ({SELECT_TONES}) {FAMILIES_BY_TONES}"
# The plus keeps it from looking up each code of each text by itself.
IS_ANY = "+c.code IN (SELECT value FROM json_each(?))"
COUNT_ANY = f"SELECT count(DISTINCT w.response_id) {FROM_USES} WHERE {COUNTS} AND {IS_ANY}"
COUNT_WRITERS = f"SELECT count(DISTINCT w.response_id) {FROM_CODED} WHERE {CODABLE}"
READ = "NOT d.person AND d.coder = ? AND w.item IN (SELECT value FROM json_each(?))"
COUNT_BY_ITEM = (
    f"SELECT w.item, count(DISTINCT w.response_id) {FROM_CODED} WHERE {READ} GROUP BY w.item"
)
FROM_FLAGGED = "FROM flags f JOIN coded d ON d.id = f.coded_id JOIN words w ON w.id = d.words_id"
COUNT_FLAGGED = (
    f"SELECT w.item, f.flag, count(DISTINCT w.response_id) {FROM_FLAGGED}"
    f" WHERE {READ} GROUP BY w.item, f.flag"
)


def read_readings(db: Database, program: str, items: Collection[str]) -> Iterator[Reading]:
    """Return every reading of the texts of these items, one row a code, by response and text."""
    query = f"{SELECT_READINGS} ORDER BY w.response_id, w.id"
    return (Reading(*row) for row in db.execute(query, [program, json.dumps(sorted(items))]))


def read_decided(db: Database, items: Collection[str]) -> Iterator[Decided]:
    """Return everything that people decided of the texts of these items, text by text."""
    found = db.execute(
        "SELECT w.id, w.item, d.coder, c.code, c.polarity FROM words w"
        " JOIN coded d ON d.words_id = w.id LEFT JOIN codings c ON c.coded_id = d.id"
        " WHERE d.person AND w.item IN (SELECT value FROM json_each(?))"
        " ORDER BY w.id, d.coder, c.code",
        [json.dumps(sorted(items))],
    )
    return map(Decided._make, found)


def has_sample(db: Database) -> bool:
    """Return whether a person coded any text that was drawn by lot."""
    found = db.execute("SELECT 1 FROM coded WHERE sampled = 'random' LIMIT 1").fetchone()
    return found is not None


def count_writers(db: Database, program: str, items: Collection[str]) -> int:
    """Return how many families wrote in these items something that could be coded and was read."""
    found = db.execute(COUNT_WRITERS, [program, json.dumps(sorted(items))])
    number: int = found.fetchone()[0]
    return number


def count_tones(
    db: Database, program: str, items: Collection[str]
) -> list[tuple[str, tuple[str, ...], int]]:
    """Return, for each code and the polarities it has in a family's words, how many families."""
    found = db.execute(COUNT_TONES, [program, json.dumps(sorted(items))])
    return [(code, tuple(tones.split(",")), number) for code, tones, number in found]


def count_any(db: Database, program: str, items: Collection[str], codes: Collection[str]) -> int:
    """Return how many families wrote of any of these codes."""
    said = json.dumps(sorted(items)), json.dumps(sorted(codes))
    number: int = db.execute(COUNT_ANY, [program, *said]).fetchone()[0]
    return number


def count_by_item(db: Database, program: str, items: Collection[str]) -> dict[str, int]:
    """Return how many families wrote in each of these items something that was read."""
    found = db.execute(COUNT_BY_ITEM, [program, json.dumps(sorted(items))])
    return dict(found.fetchall())


def count_flagged(db: Database, program: str, items: Collection[str]) -> dict[tuple[str, str], int]:
    """Return how many families wrote in each of these items what got a flag."""
    found = db.execute(COUNT_FLAGGED, [program, json.dumps(sorted(items))])
    return {(item, flag): number for item, flag, number in found}
