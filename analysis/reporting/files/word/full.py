"""The full report: sentences, who replied, every aim, the journey, themes, method and limits."""

from collections.abc import Sequence

from docx.document import Document as WordDocument

from analysis.definitions.survey import Survey
from analysis.report import Comparison, Report
from analysis.reporting.figure_words import texts
from analysis.reporting.files.about import said, stamp_lines
from analysis.reporting.files.standards import standards_table
from analysis.reporting.files.tables.cells import ARMS, Cell, Table
from analysis.reporting.files.tables.findings import all_comparisons, who_table
from analysis.reporting.files.word.behind import add_groups, add_health, add_months
from analysis.reporting.files.word.document import (
    add_heading,
    add_lead,
    add_lines,
    add_plain_table,
    add_table,
    new_document,
    write_document,
)
from analysis.reporting.files.word.parts import (
    add_comparisons,
    add_headlines,
    add_limits,
    add_method,
    add_quotes,
    add_sentences,
    add_signs,
    add_themes,
    chart_line,
    heading,
    label,
)
from analysis.reporting.html.tables import OUTCOMES, answer_rows, outcome_rows
from analysis.reporting.html.views import beside_aims

WHO_WIDTHS = (6.0, 7.0, 2.6, 1.4)


def full_report(report: Report, survey: Survey) -> bytes:
    """Return the full report as a Word document."""
    document = new_document(report, survey, heading("report", title=survey.title))
    add_lines(document, stamp_lines(report, survey)[:-1])
    add_sentences(document, report)
    add_headlines(document, report, survey)
    _add_who(document, who_table(report, survey))
    add_groups(document, report, survey)
    _add_aims(document, report, survey)
    _add_journey(document, report, survey)
    add_themes(document, report, report.themes)
    _add_compared_themes(document, report, survey)
    add_quotes(document, report.themes)
    add_signs(document, report)
    add_months(document, report, survey)
    add_health(document, report, survey)
    add_method(document, report, survey)
    add_limits(document, report, survey)
    _add_standards(document, report, survey)
    _add_answers(document, all_comparisons(report), survey)
    return write_document(document)


def _add_who(document: WordDocument, table: Table) -> None:
    """Add who replied as every other file has it; what is hidden says why in the number's place."""
    heads = [column.says for column in table.columns if column.name != "hidden"]
    hidden = next(at for at, column in enumerate(table.columns) if column.name == "hidden")
    rows = []
    for row in table.rows:
        number = next(at for at, column in enumerate(table.columns) if column.name == "families")
        told = [*row[:number], row[hidden] or row[number], *row[number + 1 :]]
        rows.append([_words(cell) for at, cell in enumerate(told) if at != hidden])
    add_heading(document, table.title)
    add_plain_table(document, heads, rows, WHO_WIDTHS)


def _words(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _add_aims(document: WordDocument, report: Report, survey: Survey) -> None:
    for card in report.aims:
        add_heading(document, card.name)
        add_lead(document, chart_line(survey))
        add_comparisons(document, card.measures, survey)
    beside = beside_aims(report)
    if beside:
        add_heading(document, heading("others"))
        add_comparisons(document, beside, survey)


def _add_journey(document: WordDocument, report: Report, survey: Survey) -> None:
    words = texts()["journey"]
    add_heading(document, heading("journey"))
    add_lines(document, [line for line in (report.journey_sentence,) if line])
    add_lead(document, words["map_says"])
    heads = [words["stage"], texts()["shared"]["process"]]
    heads += [*(words[name] for name in OUTCOMES), words["share"]]
    rows = [
        [[row.stage], [label(survey, arm)], *([number] for number in row.outcomes), [row.share]]
        for row, arm in zip(
            outcome_rows(report.stages, survey), ARMS * len(report.stages), strict=True
        )
    ]
    add_table(document, heads, rows, (3.5, 1.9, 1.9, 1.5, 1.9, 1.6, 1.6, 3.1))
    said_of = [[[row.name], [row.comparison.sentence]] for row in report.stages]
    add_table(document, [words["stage"], texts()["shared"]["says"]], said_of, (5.0, 12.0))
    if report.through and survey.through:
        add_heading(document, survey.through.name, 2)
        add_comparisons(document, report.through, survey)


def _add_compared_themes(document: WordDocument, report: Report, survey: Survey) -> None:
    compared = [theme.compared for theme in report.themes if theme.compared]
    if compared:
        add_comparisons(document, compared, survey)


def _add_standards(document: WordDocument, report: Report, survey: Survey) -> None:
    asked = standards_table(report, survey)
    add_heading(document, asked.title)
    rows = [[[_words(cell)] for cell in row] for row in asked.rows]
    add_table(document, [column.says for column in asked.columns], rows, (2.4, 5.4, 9.2))


def _add_answers(document: WordDocument, comparisons: Sequence[Comparison], survey: Survey) -> None:
    words = texts()["aims"]
    add_heading(document, said()["word"]["answers"])
    heads = [words["answer"], *(label(survey, arm) for arm in ARMS)]
    for comparison in comparisons:
        rows = [[row.says, row.pilot, row.old] for row in answer_rows(comparison)]
        if rows:
            add_heading(document, comparison.says, 2)
            add_plain_table(document, heads, rows, (9.0, 4.0, 4.0))
