"""What families wrote about, as the rows of tables: words only, no figure left to format."""

from dataclasses import dataclass
from math import ceil

from analysis.report import Report, Shown, ThemeRow
from analysis.reporting.figure_words import count_words, number_words, texts
from analysis.reporting.html.tables import theme_words
from analysis.reporting.svg import Html, small_bar

DARKEST = 4


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One code: how many families wrote of it, and in which tone; `bar` is drawn beside it."""

    label: str
    theme: str
    families: str
    bar: Html
    negative: str
    positive: str
    suggestion: str
    pilot: str  # where people read enough: how many of how many they read
    old: str
    compared: str  # what can be said of the two processes then
    quotes: tuple[str, ...]


def theme_lines(report: Report) -> tuple[ThemeLine, ...]:
    """Return the themes of most families first; those of few stand together at the end."""
    return tuple(
        ThemeLine(
            row.label,
            row.theme,
            theme_words(row.families),
            small_bar(row.families),
            theme_words(row.negative),
            theme_words(row.positive),
            theme_words(row.suggestion),
            *_read_by_people(row),
            row.sentence if row.compared else "",
            quote_words(row),
        )
        for row in report.themes
    )


def _read_by_people(row: ThemeRow) -> tuple[str, str]:
    if row.compared is None:
        return (texts()["forum"]["not_read"],) * 2
    return count_words(row.compared.pilot.families), count_words(row.compared.old.families)


def theme_matrix(report: Report) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return each theme that bears on an aim: families who wrote of it, and how dark its cell is.

    Dark goes from 1 to 4, by how many of all who wrote something; 0 where it bears on another aim.
    """
    rows = [row for row in report.themes if row.aims and isinstance(row.families, Shown)]
    most = max((row.families.value for row in rows if isinstance(row.families, Shown)), default=0)
    return [(row.label, [_matrix_cell(row, card.id, most) for card in report.aims]) for row in rows]


def _matrix_cell(row: ThemeRow, aim: str, most: float) -> tuple[str, int]:
    if aim not in row.aims or not isinstance(row.families, Shown):
        return "", 0
    return number_words(row.families), ceil(DARKEST * row.families.value / most)


def quote_words(row: ThemeRow) -> tuple[str, ...]:
    """Return what families said of a theme; a quote that was withdrawn says so."""
    said = texts()["quotes"]
    return tuple(
        said["quote"].format(words=one.words) if one.words else said["withdrawn"]
        for one in row.quotes
    )
