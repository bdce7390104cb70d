"""The kinds of file that are made of a report: a new one is a file of this room and a row here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from analysis.definitions.survey import Survey
from analysis.report import Report

Write = Callable[[Report, Survey], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file; what writes it is loaded when it is used, for some of it is heavy."""

    says: str
    ending: str
    mimetype: str
    write: Write
    published: bool = False  # made of the published snapshot alone


def _word(report: Report, survey: Survey) -> bytes:
    from analysis.reporting.files.word.full import full_report

    return full_report(report, survey)


def _board(report: Report, survey: Survey) -> bytes:
    from analysis.reporting.files.word.board import board_paper

    return board_paper(report, survey)


def _excel(report: Report, survey: Survey) -> bytes:
    from analysis.reporting.files.excel import workbook

    return workbook(report, survey)


def _csv(report: Report, survey: Survey) -> bytes:
    from analysis.reporting.files.csv_bundle import csv_bundle

    return csv_bundle(report, survey)


def _spss(report: Report, survey: Survey) -> bytes:
    from analysis.reporting.files.spss import comparisons_sav

    return comparisons_sav(report, survey)


def _sqlite(report: Report, survey: Survey) -> bytes:
    from analysis.reporting.files.sqlite_file import database_file

    return database_file(report, survey)


OFFICE = "application/vnd.openxmlformats-officedocument"
DOCUMENT, SHEETS = f"{OFFICE}.wordprocessingml.document", f"{OFFICE}.spreadsheetml.sheet"
FORMATS: Mapping[str, Format] = {
    "word": Format("the full report, for Word", ".docx", DOCUMENT, _word),
    "board": Format("a paper of two pages, for Word", ".docx", DOCUMENT, _board),
    "excel": Format("every table, for Excel", ".xlsx", SHEETS, _excel),
    "csv": Format("every table as CSV, in one archive", ".zip", "application/zip", _csv),
    "spss": Format(
        "the comparisons with labels, for SPSS", ".sav", "application/octet-stream", _spss
    ),
    "sqlite": Format(
        "what was published, as an SQLite database",
        ".db",
        "application/vnd.sqlite3",
        _sqlite,
        published=True,
    ),
}
