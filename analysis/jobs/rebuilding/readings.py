"""Who read what: the computer's and people's codes of each family's words, as they are compared."""

from collections.abc import Collection, Iterator
from itertools import groupby

from analysis.definitions.survey import Survey, codable_items
from analysis.evidence.comparing.theme_shares import Mark
from analysis.jobs.learning.in_use import mark_of
from analysis.store.database import Database
from analysis.store.desk.readings import Reading, has_sample, read_readings

RANDOM = "random"


def read_marks(
    db: Database, survey: Survey, program: str, taught: Collection[str] = ()
) -> Iterator[Mark]:
    """Yield one mark a family who wrote; a person's only if all its words were drawn by lot.

    `taught` are the marks of the decisions that taught the computer.
    Without any sample by lot nothing is compared, so nothing is read.
    """
    if not has_sample(db):
        return
    readings = read_readings(db, program, codable_items(survey))
    for _, rows in groupby(readings, key=lambda reading: reading.response_id):
        yield _mark(list(rows), taught)


def _mark(readings: list[Reading], taught: Collection[str]) -> Mark:
    texts = {reading.words_id for reading in readings}
    drawn = {reading.words_id for reading in readings if reading.sampled == RANDOM}
    people = frozenset(r.code for r in readings if r.sampled == RANDOM and r.code)
    machine = frozenset(r.code for r in readings if r.sampled is None and r.code)
    first = readings[0]
    human = people if drawn == texts else None
    knew = bool(taught) and any(mark_of(str(words_id)) in taught for words_id in texts)
    return Mark(first.process, first.cluster, machine, human, knew)
