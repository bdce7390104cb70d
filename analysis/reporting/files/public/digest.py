"""The public results as plain text, for an email or a notice board."""

from collections.abc import Iterator
from textwrap import fill

from analysis.definitions.council import Council
from analysis.definitions.survey import Survey
from analysis.report import Report
from analysis.reporting.figure_words import texts
from analysis.reporting.files.about import said, stamp_lines
from analysis.reporting.files.plain import plain
from analysis.reporting.files.public.site import contact_of, next_day
from analysis.reporting.files.public.summary import slots, summary, who_replied, words
from analysis.reporting.html.views import ruling_words

WIDTH = 72


def digest_text(report: Report, survey: Survey, council: Council) -> str:
    """Return the digest: it says what the public page says, and no number that page hides."""
    return "\n\n".join(fill(plain(line), WIDTH) for line in _lines(report, survey, council)) + "\n"


def _lines(report: Report, survey: Survey, council: Council) -> Iterator[str]:
    mark = [said()["made_up"]] if report.stamp.made_up else []
    yield words()["title"].format(**slots(survey))
    yield from mark
    yield summary(report, survey)
    yield report.caution
    yield who_replied(report, survey, "page")
    yield words()["digest"]["aims"].format(number=len(report.aims))
    for card in report.aims:
        ruling = ruling_words(card.headline)
        told = [f"{card.name}:", card.headline.says, card.headline.sentence]
        told += [f"{texts()['aims']['ruling'].format(ruling=ruling)}."] if ruling else []
        yield " ".join(told)
    yield from _further(council)
    yield from stamp_lines(report, survey)[len(mark) : -1]


def _further(council: Council) -> Iterator[str]:
    page, day, contact = words()["page"], next_day(council), contact_of(council)
    yield page["next_on"].format(day=day) if day else page["next_open"]
    if contact:
        yield page["contact"].format(contact=contact)
