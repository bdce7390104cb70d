"""write_made_up: made-up responses as the file that an import takes; one seed, one file."""

import csv
from pathlib import Path
from random import Random

from analysis.definitions.council import Council
from analysis.definitions.facts import Value
from analysis.definitions.routing import Route, find_route
from analysis.definitions.survey import SKIPPED, WRITTEN, Survey
from analysis.errors import InputError
from analysis.made_up.families import Crowd, Family
from analysis.made_up.tendencies import load_manner

TRIES = 1_000  # a way that ends at an exit page is drawn again, up to so many times


def write_made_up(
    survey: Survey, council: Council, voices: Path, count: int, seed: int, target: Path
) -> None:
    """Write `count` made-up responses, in the manner of the folder `voices`, to a CSV file."""
    # A generator of numbers that can be repeated is what is wanted: these are no secrets.
    crowd = Crowd(survey, council, load_manner(survey, council, voices), Random(seed))
    unfinished = target.with_name(f"{target.name}.unfinished")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, ["id", "channel", "reply_date", *crowd.items])
        rows.writeheader()
        rows.writerows(_row(crowd, f"made-up-{number}") for number in range(1, count + 1))
    unfinished.replace(target)


def _row(crowd: Crowd, id_: str) -> dict[str, str]:
    family, route = _draw(crowd)
    channels = crowd.tendencies.channels
    return {
        "id": id_,
        "channel": crowd.random.choices(list(channels), list(channels.values()))[0],
        "reply_date": family.replied.isoformat(),
        **{name: _cell(value) for name, value in route.answers.items()},
        **family.texts,
    }


def _draw(crowd: Crowd) -> tuple[Family, Route]:
    for _ in range(TRIES):
        family = Family(crowd)
        route = find_route(crowd.survey, crowd.council, family, family.replied)
        if route.exit is None:
            return family, route
    raise InputError(f"{crowd.survey.id}: {TRIES} made-up families all came to an exit page")


def _cell(value: Value) -> str:
    if isinstance(value, tuple):
        return "|".join(value)
    return "" if value in (SKIPPED, WRITTEN) else value
