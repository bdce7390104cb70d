"""Answers with process and setting, as they are counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlite_utils import Database

from analysis.store import audit
from analysis.store.database import writing
from analysis.store.desk.door import Desk
from analysis.store.intake.processes import Placing, place_again


class Case(NamedTuple):
    """One response as it is counted; `answers` and `added` (after sending) are JSON objects.

    `cluster` is the opaque number of its setting, None where no listed setting was named.
    """

    id: int
    questionnaire: str
    definition: str
    channel: str
    day: str
    answers: str
    added: str | None
    process: str
    because: str | None
    review_type: str
    cluster: int | None
    repeat: int  # 1: a second child's form from one family's device


SELECT_CASES = (
    "SELECT r.id, r.questionnaire, r.definition, r.channel, r.day, r.answers,"
    " a.answers, p.process, p.because, p.review_type, s.cluster, r.repeat_in_session"
    " FROM responses r JOIN processes p ON p.response_id = r.id"
    " LEFT JOIN additions a ON a.response_id = r.id AND a.questionnaire = r.questionnaire"
    " LEFT JOIN response_settings s ON s.response_id = r.id"
)


def read_cases(db: Database, questionnaire: str | None = None) -> Iterator[Case]:
    """Return the cases one by one, of one questionnaire if it is named."""
    where = "" if questionnaire is None else "WHERE r.questionnaire = :questionnaire"
    yield from _cases(db, where, questionnaire=questionnaire)


def count_cases(db: Database, questionnaire: str) -> int:
    """Return how many responses there are to a questionnaire."""
    row = db.execute("SELECT COUNT(*) FROM responses WHERE questionnaire = ?", [questionnaire])
    return int(row.fetchone()[0])


def reclassify(
    desk: Desk, decide: Callable[[Case], Placing], survey: str, council: str, day: str
) -> Counter[str]:
    """Place anew what other definitions placed; return how many moved, as "pilot to old".

    `survey` and `council` are the hashes of the definitions that decide now.
    """
    stale = _cases(
        desk.db,
        "WHERE p.survey != :survey OR p.council != :council",
        survey=survey,
        council=council,
    )
    # Deciding takes long for many: families go on sending meanwhile.
    placed = [(case, decide(case)) for case in stale]
    moves = Counter(
        f"{case.process} to {placing.process}"
        for case, placing in placed
        if case.process != placing.process
    )
    if placed:
        with writing(desk.db) as db:
            for case, placing in placed:
                place_again(db, case.id, placing, survey, council)
            audit.append(db, desk.audit_key, "reclassification", day, **moves)
    return moves


def _cases(db: Database, where: str, **values: str | None) -> Iterator[Case]:
    yield from map(Case._make, db.execute(f"{SELECT_CASES} {where} ORDER BY r.id", values))
