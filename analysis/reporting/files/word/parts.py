"""What the full report and the board paper share: figures as cells, sentences, limits."""

from collections.abc import Sequence

from docx.document import Document as WordDocument

from analysis.definitions.survey import Process, Survey
from analysis.report import Comparison, Report, Shown, Side, ThemeRow
from analysis.reporting.figure_words import count_words, range_words, share_words, texts
from analysis.reporting.files.about import limit_lines, method_lines, names, said
from analysis.reporting.files.tables.cells import ARMS
from analysis.reporting.files.word.document import (
    Content,
    Picture,
    add_heading,
    add_lead,
    add_lines,
    add_said,
    add_table,
)
from analysis.reporting.files.word.strip import draw_strip
from analysis.reporting.html.tables import side_lines, theme_words
from analysis.reporting.html.themes import quote_words

BULLETS = "List Bullet"


def heading(name: str, **slots: object) -> str:
    """Return a heading of `files.toml`."""
    words: str = said()["headings"][name]
    return words.format(**slots)


def label(survey: Survey, arm: Process) -> str:
    """Return a process's name as it heads a column."""
    return survey.processes[arm].label


def side_content(side: Side, arm: Process, survey: Survey) -> Content:
    """Return a process's figures line by line, and from thirty families on their picture."""
    if not isinstance(side.share, Shown):
        return side_lines(side)
    says = said()["word"]["strip"].format(
        process=label(survey, arm), share=share_words(side.share), range=range_words(side.share)
    )
    return [*side_lines(side), Picture(draw_strip(arm, side.share), says)]


def add_sentences(document: WordDocument, report: Report) -> None:
    """Add a paragraph an aim: its question, and the sentence that answers it."""
    add_heading(document, heading("sentences", number=len(report.aims)))
    for card in report.aims:
        add_said(document, f"{card.name}.", card.headline.says, card.headline.sentence)
        if card.headline.ruling:
            ruled = said()["ruling"][card.headline.ruling]
            add_lines(document, [said()["word"]["ruling"].format(ruling=ruled)])
    add_said(document, report.caution)


def add_headlines(document: WordDocument, report: Report, survey: Survey) -> None:
    """Add the figures behind those sentences, an aim a row, with their pictures."""
    if not report.aims:
        return
    rows = [
        [
            [card.name, card.headline.says],
            side_content(card.headline.pilot, ARMS[0], survey),
            side_content(card.headline.old, ARMS[1], survey),
        ]
        for card in report.aims
    ]
    add_lead(document, chart_line(survey))
    heads = [said()["columns"]["aim"], *(label(survey, arm) for arm in ARMS)]
    add_table(document, heads, rows, (8.2, 4.4, 4.4))


def add_comparisons(
    document: WordDocument, comparisons: Sequence[Comparison], survey: Survey
) -> None:
    """Add a table with a row a measure: question, both processes, what we can say."""
    shared = texts()["shared"]
    heads = [shared["question"], *(label(survey, arm) for arm in ARMS), shared["says"]]
    rows = [
        [
            [one.says, said()["word"]["counted"].format(counted=one.counted)],
            side_content(one.pilot, ARMS[0], survey),
            side_content(one.old, ARMS[1], survey),
            [one.sentence],
        ]
        for one in comparisons
    ]
    add_table(document, heads, rows, (5.0, 3.4, 3.4, 5.2))


def add_themes(
    document: WordDocument, report: Report, rows: Sequence[ThemeRow], together: bool = False
) -> None:
    """Add the themes of most families first, with what is known of who checked them."""
    add_heading(document, heading("themes"))
    if not rows:
        add_lines(document, [said()["word"]["themes_few"]])
        return
    words = texts()["forum"]
    add_lead(document, report.themes_sentence)
    tones = ("negative", "positive", "suggestion") if _any_tone(rows) else ()
    heads = [words[name] for name in ("theme", "families", *tones)]
    lines = [
        [[row.label], *([theme_words(getattr(row, name))] for name in ("families", *tones))]
        for row in rows
    ]
    widths = (7.4, 2.2, 2.4, 2.4, 2.6) if tones else (12.0, 5.0)
    add_table(document, heads, lines, widths, together)


def add_quotes(document: WordDocument, rows: Sequence[ThemeRow]) -> None:
    """Add what families said of each theme, as far as it was approved."""
    quoted = [row for row in rows if row.quotes]
    if not quoted:
        return
    add_heading(document, heading("quotes"))
    for row in quoted:
        add_lines(document, [row.label])
        add_lines(document, quote_words(row), BULLETS)


def _any_tone(rows: Sequence[ThemeRow]) -> bool:
    """Say whether tones are shown at all: to the public they are not."""
    return any(isinstance(row.negative, Shown) for row in rows)


def add_signs(document: WordDocument, report: Report) -> None:
    """Add the stop signs that were agreed beforehand, if there are any."""
    if not report.stop_signs:
        return
    add_heading(document, heading("stop_signs"))
    words = said()["word"]["sign"]
    states = said()["sign"]
    lines = [words.format(says=sign.says, state=states[sign.state]) for sign in report.stop_signs]
    add_lines(document, lines, BULLETS)


def add_method(document: WordDocument, report: Report, survey: Survey) -> None:
    """Add how it was worked out."""
    add_heading(document, heading("method"))
    add_lines(document, method_lines(report, survey), BULLETS)


def add_limits(document: WordDocument, report: Report, survey: Survey) -> None:
    """Add what the numbers cannot say; nothing turns this off."""
    add_heading(document, heading("limits"))
    add_lines(document, limit_lines(report, survey), BULLETS)


def stage_words(side: Side) -> str:
    """Return how many families of how many met a problem at a stage."""
    return count_words(side.families)


def chart_line(survey: Survey) -> str:
    """Return how to read the pictures."""
    line: str = said()["word"]["chart"]
    return line.format(**names(survey))
