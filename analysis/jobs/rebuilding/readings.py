"""Who read what: the computer's and people's codes of each family's words, as they are compared."""

from collections.abc import Iterator
from itertools import groupby

from analysis.definitions.survey import Survey, codable_items
from analysis.evidence.comparing.theme_shares import Mark
from analysis.store.database import Database
from analysis.store.desk.readings import Reading, has_sample, read_readings

RANDOM = "random"


def read_marks(db: Database, survey: Survey, program: str) -> Iterator[Mark]:
    """Yield one mark a family who wrote; a person's only if all its words were drawn by lot.

    Without any sample by lot nothing is compared, so nothing is read.
    """
    if not has_sample(db):
        return
    readings = read_readings(db, program, codable_items(survey))
    for _, rows in groupby(readings, key=lambda reading: reading.response_id):
        yield _mark(list(rows))


def _mark(readings: list[Reading]) -> Mark:
    texts = {reading.words_id for reading in readings}
    drawn = {reading.words_id for reading in readings if reading.sampled == RANDOM}
    people = frozenset(r.code for r in readings if r.sampled == RANDOM and r.code)
    machine = frozenset(r.code for r in readings if r.sampled is None and r.code)
    first = readings[0]
    human = people if drawn == texts else None
    return Mark(first.process, first.cluster, machine, human)
