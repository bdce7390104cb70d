"""A report as tables: the same words and whole numbers for every kind of file.

A number that is hidden is an empty cell, and a column beside it says why.

cells       words, and whole numbers or why there is none, and the columns they stand in
findings    comparisons, answers, stages, themes, who replied, stop signs
background  months in a row, groups, kinds of review, how far the answers bear
"""

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.files.tables.background import (
    crossings_table,
    groups_table,
    health_table,
    missing_table,
    mixes_table,
    months_table,
)
from analysis.reporting.files.tables.cells import Table
from analysis.reporting.files.tables.findings import (
    answers_table,
    comparisons_table,
    signs_table,
    stages_table,
    themes_table,
    who_table,
)


def tables_of(report: Report, survey: Survey) -> tuple[Table, ...]:
    """Return every table of a report; one without a row is left out."""
    made = (
        comparisons_table(report, survey),
        answers_table(report, survey),
        stages_table(report, survey),
        themes_table(report),
        who_table(report, survey),
        groups_table(report, survey),
        crossings_table(report, survey),
        months_table(report, survey),
        mixes_table(report, survey),
        health_table(report, survey),
        missing_table(report, survey),
        signs_table(report),
    )
    return tuple(one for one in made if one.rows)
