"""Some questions by kind of review, as the rows of a table."""

from collections.abc import Sequence
from typing import Any

from analysis.definitions.survey import Survey
from analysis.report import CrossCells, Crossing, Figure, Report, Shown
from analysis.reporting.figure_words import number_words, texts


def crossing_tables(report: Report, survey: Survey) -> list[dict[str, Any]]:
    """Return each declared table that has something to show, a row a process and kind."""
    tables = [
        {
            "id": one.id,
            "says": one.says,
            "questions": [q.says for q in one.questions],
            "rows": _rows(one, survey),
        }
        for one in report.crossings
    ]
    return [table for table in tables if table["rows"]]


def _rows(crossing: Crossing, survey: Survey) -> list[dict[str, Any]]:
    """Return the kinds in the survey's order; a question that tells a kind not apart is empty."""
    by_question = [{(k.process, k.group): k for k in q.kinds} for q in crossing.questions]
    kinds = {key: k.says for kinds in by_question for key, k in kinds.items()}
    order = ["*", *survey.tables[crossing.id].groups, ""] if crossing.id in survey.tables else []
    places = {group: at for at, group in enumerate(order)}
    keys = sorted(kinds, key=lambda key: (key[0] != "pilot", places.get(key[1], 0)))
    return [
        {
            "process": process,
            "whole": group == "*",
            "says": kinds[process, group],
            "cells": [_lines(found.get((process, group))) for found in by_question],
        }
        for process, group in keys
    ]


def _lines(kind: CrossCells | None) -> Sequence[tuple[str, str]]:
    if kind is None:
        return ()
    return [(says, _number(figure)) for says, figure in kind.answers]


def _number(figure: Figure) -> str:
    return number_words(figure) if isinstance(figure, Shown) else str(texts()["who"]["hidden"])
