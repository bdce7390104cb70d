"""All aims in one sentence, and each aim in easy words."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from analysis.definitions.survey import Survey
from analysis.report import Comparison, Figure, Report, Shown
from analysis.reporting.files.about import names
from analysis.reporting.html.stamp import place_words

SURE, MAYBE = ("W6", "W7"), ("W1e", "W5")  # rules that say that the two differ, or may
SAME, ALIKE = ("W3",), ("W3s",)  # that they are about the same, or that all answered alike
TOLD = ("more", "less", "same", "alike", "maybe")  # in this order, the rest after them


@cache
def words() -> Mapping[str, Any]:
    """Return what the public pages say, by section."""
    return tomllib.loads(Path(__file__).with_name("public.toml").read_text(encoding="utf-8"))


def slots(survey: Survey) -> dict[str, str]:
    """Return the survey's own words for the slots of `public.toml`."""
    families = {f"{arm}_families": process.families for arm, process in survey.processes.items()}
    return names(survey) | families


def summary(report: Report, survey: Survey) -> str:
    """Return what can be said of all aims together."""
    return summary_of([card.headline for card in report.aims], "aims", survey)


def summary_of(comparisons: Sequence[Comparison], things: str, survey: Survey) -> str:
    """Return what can be said of some comparisons together; `things` is what they are of."""
    compared = [one for one in comparisons if one.rule]
    if len(compared) < 2 and comparisons:
        return (compared or comparisons)[0].sentence
    found = Counter(map(_class, compared))
    told = {name: found[name] for name in TOLD if found[name]}
    parts = words()["summary"]
    said = {"number": len(compared), "things": parts[things], **slots(survey)}
    if not told:
        return str(parts["none"].format(**said))
    if found["rest"]:
        told |= {"rest_one" if found["rest"] == 1 else "rest": found["rest"]}
    return " ".join(parts[name].format(count=count, **said) for name, count in told.items())


def easy_sentence(comparison: Comparison, survey: Survey) -> str:
    """Return what a comparison's sentence comes to, in easy words."""
    found = words()["found"]
    rule = comparison.rule or "within"
    less = found["less"] if comparison.direction == "less" else {}
    return str(less.get(rule, found[rule]).format(**slots(survey)))


def who_replied(report: Report, survey: Survey, section: str) -> str:
    """Return how many of each process replied, as far as it may be said."""
    figures = {arm: figure for arm, figure in report.by_process if arm in survey.processes}
    numbers = dict(_numbers(figures))
    part = words()[section]
    key = "who_says" if section == "page" else "who"
    if len(numbers) < len(survey.processes):
        return str(part["who_few"].format(**slots(survey)))
    return str(
        part[key].format(
            **slots(survey) | numbers | {"settings": place_words(survey, report.settings)}
        )
    )


def _numbers(figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    for arm, figure in figures.items():
        if isinstance(figure, Shown):
            yield f"{arm}_number", f"{figure.value:.0f}"


def _class(comparison: Comparison) -> str:
    """Say if a sentence tells of more, of less, of the same, of what may be, or not yet."""
    for name, rules in (("same", SAME), ("alike", ALIKE), ("maybe", MAYBE)):
        if comparison.rule in rules:
            return name
    if comparison.rule in SURE and comparison.direction:
        return comparison.direction
    return "rest"
