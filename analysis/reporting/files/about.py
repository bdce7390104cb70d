"""What stands on every file: whose numbers, until when, how they were worked out, their limits."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from analysis.definitions.survey import Survey
from analysis.report import Audience, Report
from analysis.reporting.html.stamp import STEPPED, stamp_line

Words = Mapping[str, str]


@cache
def said() -> Mapping[str, Any]:
    """Return what files say beside the sentences of rules, by section."""
    return tomllib.loads(Path(__file__).with_name("files.toml").read_text(encoding="utf-8"))


def stamp_lines(report: Report, survey: Survey) -> tuple[str, ...]:
    """Return the stamp of a file: no file is written without it."""
    return tuple(_stamp_lines(report, survey))


def _stamp_lines(report: Report, survey: Survey) -> Iterator[str]:
    if report.stamp.made_up:
        yield said()["made_up"]
    yield f"{stamp_line(report, survey)}"
    yield (
        said()["filtered"].format(filter=report.filter) if report.filter else said()["all_families"]
    )
    if report.agreed:
        yield said()["agreed"].format(agreed=report.agreed)
    if report.agreed_changed:
        yield report.agreed_changed
    yield said()["snapshot"].format(snapshot=report.stamp.snapshot)
    yield report.caution


def method_lines(report: Report, survey: Survey) -> tuple[str, ...]:
    """Return how the numbers were worked out."""
    lines = [line.format(**names(survey)) for line in said()["method"]["lines"]]
    if report.stamp.audience in STEPPED:
        lines.append(said()["method"]["stepped"])
    if report.stamp.audience == Audience.PUBLIC.value:
        lines.append(said()["method"]["rounded"])
    return tuple(lines)


def limit_lines(report: Report, survey: Survey) -> tuple[str, ...]:
    """Return what the numbers cannot say; no setting leaves a line of it out."""
    return report.caution, *(line.format(**names(survey)) for line in said()["limits"]["lines"])


def names(survey: Survey) -> dict[str, str]:
    """Return the survey's own words for the slots of `files.toml`."""
    words = {"families": "families", "meeting": "meeting"} | dict(survey.words)
    words |= {arm: process.name for arm, process in survey.processes.items()}
    first = words["settings"]
    return words | {"settings_first": first[:1].upper() + first[1:]}
