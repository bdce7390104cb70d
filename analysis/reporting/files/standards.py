"""What reporting standards ask of a comparison like this one, filled from the report itself.

References
----------
TREND: Des Jarlais, Lyles & Crepaz (2004), Am. J. Public Health 94, 361. CROSS: Sharma et al.
(2021), J. Gen. Intern. Med. 36, 3179. STROBE: von Elm et al. (2007), PLoS Med. 4, e296.
"""

from collections.abc import Iterator

from analysis.definitions.survey import Survey
from analysis.report import Report, Shown
from analysis.reporting.figure_words import count_words
from analysis.reporting.files.about import names, said
from analysis.reporting.files.tables.cells import Table, column, table
from analysis.reporting.files.tables.findings import all_comparisons
from analysis.reporting.html.stamp import stamp_line

Row = tuple[str, str, str]


def standards_table(report: Report, survey: Survey) -> Table:
    """Return a row an item of each standard; what nobody did says so."""
    asked = said()["standards"]["items"]
    known = dict(_known(report, survey))
    rows: list[Row] = []
    for item in asked:
        says = known.get(item["id"], item.get("says", ""))
        told = says.format(**names(survey)) if says else said()["standards"]["not_done"]
        rows.append((item["standard"], item["item"].format(**names(survey)), told))
    return table("standards", map(column, ("standard", "standard_item", "says_here")), rows)


def _known(report: Report, survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield what is told of an item where the report has it."""
    words, health = said()["standards"], report.health
    yield "numbers", _plain(stamp_line(report, survey))
    for item in ("assigned", "recruited"):  # how both came about is the survey's to say
        yield item, _plain(report.caution)
    unheard = [f"{table.says}: {table.sentence}" for table in report.who_replied if table.sentence]
    if unheard:
        yield "unheard", _plain(" ".join(unheard))
    if health.balance:
        told = [count_words(figure) for figure in health.in_effect or ()]
        effect = words["in_effect"].format(numbers=", ".join(told)) if told else ""
        yield "alike", _plain(f"{words['balance']} {effect}".strip())
    if any(isinstance(one.like_for_like, Shown) for one in all_comparisons(report)):
        yield "against_bias", words["like_for_like"]
    if health.missing:
        yield "missing", words["missing"]
    if report.themes_sentence:
        yield "measured", _plain(report.themes_sentence)
    if report.agreed:
        yield "agreed", _plain(said()["agreed"].format(agreed=report.agreed))


def _plain(text: str) -> str:
    """Return a text that is filled already, so that no bracket in it is taken for a slot."""
    return text.replace("{", "{{").replace("}", "}}")
