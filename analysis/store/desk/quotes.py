"""What may be quoted: put forward by one person, let go by another, and only then in the clear.

A part of a text that was put forward is sealed with its response's own key. An approved quote
stands in the clear, in this table alone: whoever takes their answers back takes it along.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from analysis.errors import InputError, StoreError
from analysis.store.database import hangs_on, random_id
from analysis.store.desk.vault import Vault
from analysis.words import Quote, Released

migration = Migrations("quotes")
YES = "yes"  # the answer that lets a family's words be quoted
BRACKETS = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"\w+(?:['’]\w+)*")
LONGEST_NOTE = 30  # characters, with the brackets
LONGEST = 400  # characters: what is longer tells a whole story, and stories are known


@migration()
def create_quotes(db: Database) -> None:
    """Make the table; `words` is empty until a second person has approved them."""
    table = db.table("quotes")
    table.create(
        {
            "id": int,
            "words_id": int,
            "code": str,
            "sealed": bytes,
            "put_forward_by": str,
            "approved_by": str,
            "approved_on": str,
            "words": str,
        },
        pk="id",
        not_null={"words_id", "code", "sealed", "put_forward_by"},
        foreign_keys=[hangs_on("quotes", "words_id", "words")],
    )
    table.create_index(["words_id"])


@dataclass(frozen=True, slots=True)
class Proposal:
    """A part of a text that somebody put forward; its words come out of the vault."""

    id: int
    words_id: int
    code: str
    by: str
    sealed: bytes

    def open(self, db: Database, vault: Vault) -> Released:
        """Return the words that were put forward."""
        return vault.open_released(db, self.words_id, self.sealed)


@dataclass(frozen=True, slots=True)
class Approved:
    """A quote that two people let go."""

    id: int
    response_id: int
    code: str
    by: str
    day: str
    quote: Quote


FLAGS_OF_ANSWER = (
    "WITH answers AS (SELECT response_id FROM words WHERE id = ?)"
    " SELECT f.flag FROM flags f JOIN coded c ON c.id = f.coded_id"
    " JOIN words w ON w.id = c.words_id WHERE w.response_id IN answers"
    " UNION SELECT level FROM danger_levels WHERE response_id IN answers"
)
AGREED = (
    "FROM quotes q JOIN words w ON w.id = q.words_id JOIN responses r ON r.id = w.response_id"
    " WHERE json_extract(r.answers, ?) = ?"
)


def may_be_quoted(db: Database, words_id: int, asked: str) -> bool:
    """Say whether the family of a text agreed to be quoted; `asked` is the item that asked them."""
    found = db.execute(
        "SELECT 1 FROM words w JOIN responses r ON r.id = w.response_id"
        " WHERE json_extract(r.answers, ?) = ? AND w.id = ?",
        [*_condition(asked), words_id],
    ).fetchone()
    return found is not None


def put_forward(
    db: Database, vault: Vault, words_id: int, code: str, part: Released, by: str
) -> None:
    """Keep a part of a text, sealed, until somebody else decides; the same part only once."""
    again = (
        proposal.open(db, vault).reveal() == part.reveal()
        for proposal in _proposals(db, "WHERE q.words_id = ? AND q.code = ?", words_id, code)
    )
    if not any(again):
        sealed = vault.seal(db, words_id, part)
        row = [random_id(), words_id, code, sealed, by]
        db.execute("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, NULL, NULL, NULL)", row)


def approve(db: Database, vault: Vault, proposal: Proposal, edited: str, by: str, day: str) -> None:
    """Let a quote go as it was edited; nobody approves what they put forward.

    InputError if it says what its writer did not.
    """
    if by == proposal.by:
        raise StoreError("quotes: found the person who put it forward, expected another")
    if not keeps_to_words(proposal.open(db, vault).reveal(), edited):
        raise InputError(
            f"quote: found other words, or more than {LONGEST} characters, expected the words that"
            " were put forward, with square brackets in place of those left out"
        )
    db.execute(
        "UPDATE quotes SET words = ?, approved_by = ?, approved_on = ?"
        " WHERE id = ? AND words IS NULL",
        [edited, by, day, proposal.id],
    )


def keeps_to_words(original: str, edited: str) -> bool:
    """Say whether an edited quote says nothing that its writer did not.

    It may begin later and end sooner. What is left out in between has square brackets in its
    place, a few words of ours in them at most: without a mark, leaving out a "not" lies.
    """
    if len(edited) > LONGEST or any(len(one) > LONGEST_NOTE for one in BRACKETS.findall(edited)):
        return False
    runs = [run for run in map(_words, BRACKETS.split(edited)) if run]
    left = _words(original)
    for run in runs:
        begins = range(len(left) - len(run) + 1)
        found = next((n for n in begins if left[n : n + len(run)] == run), None)
        if found is None:
            return False
        left = left[found + len(run) :]
    return bool(runs)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def remove(db: Database, quote_id: int) -> None:
    """Turn down what was put forward, or take back what was approved."""
    db.execute("DELETE FROM quotes WHERE id = ?", [quote_id])


def read_proposals(db: Database) -> list[Proposal]:
    """Return what was put forward and nobody has decided yet."""
    return list(_proposals(db, "WHERE q.words IS NULL"))


def flags_of_answer(db: Database, words_id: int) -> frozenset[str]:
    """Return what any text of the same answers was flagged with, before it was sealed or since."""
    return frozenset(flag for (flag,) in db.execute(FLAGS_OF_ANSWER, [words_id]))


def find_proposal(db: Database, quote_id: int) -> Proposal | None:
    """Return what was put forward under this id, if it still waits."""
    return next(_proposals(db, "WHERE q.words IS NULL AND q.id = ?", quote_id), None)


def read_quotes(db: Database, asked: str) -> list[Approved]:
    """Return the approved quotes of families who agreed to be quoted, the oldest first."""
    rows = db.execute(
        f"SELECT q.id, w.response_id, q.code, q.approved_by, q.approved_on, q.words {AGREED}"
        " AND q.words IS NOT NULL ORDER BY q.approved_on, q.id",
        _condition(asked),
    )
    return [
        Approved(id_, response_id, code, by, day, Quote(words))
        for id_, response_id, code, by, day, words in rows
    ]


def _proposals(db: Database, where: str, *values: int | str) -> Iterator[Proposal]:
    query = "SELECT q.id, q.words_id, q.code, q.put_forward_by, q.sealed FROM quotes q"
    return (Proposal(*row) for row in db.execute(f"{query} {where} ORDER BY q.id", values))


def _condition(asked: str) -> tuple[str, str]:
    return f"$.{json.dumps(asked)}", YES
