"""A made-up reader: codes a random sample of families' words much as the computer did."""

import json
from collections import defaultdict
from pathlib import Path
from random import Random

from analysis.definitions.survey import Survey, codable_items
from analysis.store.database import Database
from analysis.store.desk.readings import Reading, read_readings

READER = "made-up reader"
MISSED, ADDED = 0.15, 0.03  # how often the reader leaves out a code, and gives another one


def write_made_up_codings(
    db: Database, survey: Survey, program: str, each: int, seed: int, target: Path
) -> int:
    """Write, for up to `each` families of each process drawn by lot, a reader's codes of all texts.

    Returns how many texts there are. Made up: nobody read them.
    """
    luck = Random(seed)  # not a secret: a sample that can be repeated
    readings = list(read_readings(db, program, codable_items(survey)))
    codes = sorted({reading.code for reading in readings if reading.code})
    families: dict[str, dict[int, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        families[reading.process][reading.response_id].append(reading)
    lines: list[str] = []
    for process in ("pilot", "old"):
        ids = sorted(families[process])
        for response in luck.sample(ids, min(each, len(ids))):
            lines += _lines(families[process][response], codes, luck)
    target.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def _lines(readings: list[Reading], codes: list[str], luck: Random) -> list[str]:
    """Return a line a text of one family."""
    found: dict[int, dict[str, str]] = {reading.words_id: {} for reading in readings}
    for reading in readings:
        if reading.code and luck.random() >= MISSED:
            found[reading.words_id][reading.code] = "-"
    for given in found.values():
        if codes and luck.random() < ADDED:
            given[luck.choice(codes)] = "-"
    return [
        json.dumps({"id": str(id_), "codes": given, "coder": READER, "sampled": "random"}) + "\n"
        for id_, given in found.items()
    ]
