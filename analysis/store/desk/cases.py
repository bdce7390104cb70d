"""Answers with process and setting, as they are counted."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from analysis.store import audit
from analysis.store.database import writing
from analysis.store.desk.door import Desk
from analysis.store.intake.processes import Placing, place_response


@dataclass(frozen=True, slots=True)
class Case:
    """One response as it is counted; `answers` and `added` (after sending) are JSON objects.

    `cluster` is the opaque number of its setting, None where no listed setting was named.
    """

    id: int
    questionnaire: str
    definition: str
    channel: str
    day: str
    repeat: bool
    answers: str
    added: str | None
    process: str
    because: str | None
    review_type: str
    cluster: int | None


SELECT_CASES = (
    "SELECT r.id, r.questionnaire, r.definition, r.channel, r.day, r.repeat_in_session,"
    " r.answers, a.answers, p.process, p.because, p.review_type, s.cluster"
    " FROM responses r JOIN processes p ON p.response_id = r.id"
    " LEFT JOIN additions a ON a.response_id = r.id AND a.questionnaire = r.questionnaire"
    " LEFT JOIN response_settings s ON s.response_id = r.id"
)


def read_cases(db: Database, questionnaire: str | None = None) -> Iterator[Case]:
    """Return the cases one by one, of one questionnaire if it is named."""
    raise NotImplementedError


def reclassify(
    desk: Desk, decide: Callable[[Case], Placing], survey: str, council: str, day: str
) -> Counter[str]:
    """Place anew what other definitions placed; return how many moved, as "pilot to old".

    `survey` and `council` are the hashes of the definitions that decide now.
    """
    raise NotImplementedError
