"""The board paper: what a meeting needs, on two pages of A4."""

from dataclasses import replace

from docx.document import Document as WordDocument

from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.figure_words import texts
from analysis.reporting.files.about import said
from analysis.reporting.files.tables.cells import ARMS
from analysis.reporting.files.word.document import (
    add_heading,
    add_lead,
    add_lines,
    add_said,
    add_table,
    new_document,
    write_document,
)
from analysis.reporting.files.word.parts import (
    add_limits,
    add_quotes,
    add_signs,
    add_themes,
    chart_line,
    heading,
    label,
    side_content,
    stage_words,
)

SIZE = 9.0
MOST_THEMES, MOST_QUOTES = 5, 2


def board_paper(report: Report, survey: Survey) -> bytes:
    """Return the board paper as a Word document."""
    document = new_document(report, survey, heading("board", title=survey.title), SIZE)
    add_said(document, report.caution)
    _add_aims(document, report, survey)
    _add_stages(document, report, survey)
    add_themes(document, report, report.themes[:MOST_THEMES], together=True)
    _add_quotes(document, report)
    add_signs(document, report)
    add_limits(document, report, survey)
    add_lines(document, [said()["word"]["more"]])
    return write_document(document)


def _add_quotes(document: WordDocument, report: Report) -> None:
    """Add one quote each of the first themes that have one: a paper of two pages has no room."""
    rows = (replace(row, quotes=tuple(q for q in row.quotes if q.words)) for row in report.themes)
    told = [replace(row, quotes=row.quotes[:1]) for row in rows if row.quotes]
    add_quotes(document, told[:MOST_QUOTES])


def _add_aims(document: WordDocument, report: Report, survey: Survey) -> None:
    shared = texts()["shared"]
    heads = [shared["question"], *(label(survey, arm) for arm in ARMS), shared["says"]]
    rows = [
        [
            [f"{card.name}: {card.headline.says}"],
            side_content(card.headline.pilot, ARMS[0], survey),
            side_content(card.headline.old, ARMS[1], survey),
            [card.headline.sentence],
        ]
        for card in report.aims
    ]
    add_heading(document, heading("sentences", number=len(report.aims)))
    add_lead(document, chart_line(survey))
    add_table(document, heads, rows, (5.2, 3.3, 3.3, 5.2))


def _add_stages(document: WordDocument, report: Report, survey: Survey) -> None:
    words = texts()["journey"]
    heads = [words["stage"], *(f"{label(survey, arm)}: {words['met']}" for arm in ARMS)]
    rows = [[[row.name], [stage_words(row.pilot)], [stage_words(row.old)]] for row in report.stages]
    add_heading(document, heading("journey"))
    add_table(document, heads, rows, (8.0, 4.5, 4.5))
