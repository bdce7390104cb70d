"""The sixty answers from outside as cases, read with as little of the product as may be."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from analysis.definitions.routing import find_route

OUTSIDE = Path(__file__).parents[2] / "outside"
EXPECTED = json.loads((OUTSIDE / "expected.json").read_text(encoding="utf-8"))


class Case(NamedTuple):
    answers: str
    process: str
    because: str | None
    review_type: str
    cluster: int | None
    day: str
    channel: str


def outside_cases(survey, council):
    with (OUTSIDE / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        return [case_of(row, survey, council) for row in csv.DictReader(file)]


def case_of(row, survey, council):
    items = survey.items()
    given = {
        key: tuple(value.split("|"))
        if items[key].kind == "many"
        else "written"
        if items[key].kind == "text"
        else value.strip()
        for key, value in row.items()
        if key in items and value.strip()
    }
    route = find_route(survey, council, given, date.fromisoformat(row["reply_date"]))
    setting = given.get(survey.roles.setting)
    settings = list(council.settings)
    return Case(
        json.dumps(dict(route.answers)),
        route.found["process"],
        route.known.because.get("process") or None,
        route.found["review_type"],
        settings.index(setting) if setting in settings else None,
        row["reply_date"],
        row["channel"],
    )
