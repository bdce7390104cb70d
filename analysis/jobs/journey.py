"""journey: the stages in their order, with how many families met a problem at each."""

from datetime import datetime
from typing import Any

from analysis.jobs.compare import comparison_row, figure_range, side_row
from analysis.jobs.rebuild import rebuild
from analysis.report import Answer, Audience, Report, Shown, StageRow
from analysis.store.layout import DataFolder

Row = dict[str, Any]


def journey(folder: DataFolder, now: datetime) -> dict[str, Any]:
    """Return the journey as the forum may see it."""
    return journey_table(rebuild(folder, now)[Audience.FORUM])


def journey_table(report: Report) -> dict[str, Any]:
    """Return the stages of a report, in their order and unranked, and what stands beside them."""
    return {
        "stages": [_stage(row) for row in report.stages],
        "no_problem": {
            arm: {"families": figure_range(figure)[0], "of": figure.base}
            for arm, figure in report.no_problem
            if isinstance(figure, Shown)
        },
        "no_review": _counts(report.no_review),
        "sentence": report.journey_sentence,
    }


def _stage(row: StageRow) -> Row:
    return {
        "stage": row.id,
        "name": row.name,
        "pilot": side_row(row.pilot) | _counts(row.pilot_outcomes),
        "old": side_row(row.old) | _counts(row.old_outcomes),
        "compared": comparison_row(row.comparison),
    }


def _counts(answers: tuple[Answer, ...]) -> Row:
    return {
        answer.key: int(answer.families.value) if isinstance(answer.families, Shown) else None
        for answer in answers
    }
