"""A report as tables: the same words and whole numbers for every kind of file.

A number that is hidden is an empty cell, and a column beside it says why.

cells       words, and whole numbers or why there is none, and the columns they stand in
findings    comparisons, answers, stages, themes, who replied, stop signs
background  months in a row, groups, kinds of review, how far the answers bear
"""

from collections.abc import Callable, Mapping

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.tables.background import (
    crossings_table,
    groups_table,
    health_table,
    missing_table,
    mixes_table,
    months_table,
    scores_table,
    written_table,
)
from analysis.reporting.files.tables.cells import Table
from analysis.reporting.files.tables.findings import (
    answers_table,
    comparisons_table,
    signs_table,
    stages_table,
    theme_aims_table,
    themes_table,
    who_table,
)

MAKERS: Mapping[str, Callable[[Report, Survey], Table]] = {
    "comparisons": comparisons_table,
    "answers": answers_table,
    "stages": stages_table,
    "themes": lambda report, _: themes_table(report),
    "theme_aims": lambda report, _: theme_aims_table(report),
    "who": who_table,
    "groups": groups_table,
    "crossings": crossings_table,
    "months": months_table,
    "mixes": mixes_table,
    "health": health_table,
    "scores": scores_table,
    "missing": missing_table,
    "written": lambda report, _: written_table(report),
    "stop_signs": lambda report, _: signs_table(report),
}


def tables_of(report: Report, survey: Survey) -> tuple[Table, ...]:
    """Return every table of a report; one without a row is left out."""
    made = (make(report, survey) for make in MAKERS.values())
    return tuple(one for one in made if one.rows)
