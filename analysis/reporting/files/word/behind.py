"""What stands behind the comparisons: who replied, month by month, how far the answers bear."""

from collections.abc import Mapping
from typing import Any

from docx.document import Document as WordDocument

from analysis.definitions.survey import Survey
from analysis.report import Report, Trend
from analysis.reporting.figure_words import shown, texts
from analysis.reporting.files.about import said
from analysis.reporting.files.tables.cells import ARMS
from analysis.reporting.files.word.document import (
    add_heading,
    add_lead,
    add_lines,
    add_plain_table,
    add_said,
    stay,
)
from analysis.reporting.files.word.parts import label
from analysis.reporting.html.behind import health_of, who_tables
from analysis.reporting.html.months import months_of

SIDES = (3.4, 3.4)  # cm: a column a process


def add_groups(document: WordDocument, report: Report, survey: Survey) -> None:
    """Add a table a declared cut: its groups in both processes, beside all there are."""
    words, tables = texts()["who"], who_tables(report)
    if not tables:
        return
    add_heading(document, said()["tables"]["groups"])
    for table in tables:
        add_heading(document, table["says"], 2)
        add_lead(document, table["sentence"] or words["no_yardstick"])
        heads = [words["group"], *_arms(survey)]
        heads += [words["area"].format(area=area) for area in table["areas"]]
        rows = [
            [
                row["says"] + (f" ({words['fewer'].lower()})" if row["fewer"] else ""),
                *(_part(*row[arm]) for arm in ARMS),
                *row["areas"],
            ]
            for row in table["rows"]
        ]
        first = 17.0 - 3.4 * (len(heads) - 1)
        add_plain_table(document, heads, rows, (first, *[3.4] * (len(heads) - 1)))
        if table["unknown"]:
            add_lines(document, [words["unknown"].format(areas=", ".join(table["unknown"]))])
    add_lines(document, [f"{words['how']}{words['how_hidden']}"])


def _part(number: str, of_100: str) -> str:
    return f"{number} ({of_100})" if of_100 else number


def add_months(document: WordDocument, report: Report, survey: Survey) -> None:
    """Add the headline of each aim month by month, under what can be said of its course."""
    words = texts()["months"]
    drawn = {trend.aim for trend in report.trends if _is_drawn(trend)}
    found = [
        (one.name, months_of(report, one.id, survey)) for one in report.aims if one.id in drawn
    ]
    told = [(name, months) for name, months in found if months]
    if not told:
        return
    add_heading(document, said()["tables"]["months"])
    marks = told[0][1]["marks"]
    if marks:
        add_said(document, words["starts"], "; ".join(marks) + ".")
    for name, months in told:
        add_heading(document, name, 2)
        add_lead(document, words["says"].format(counted=months["counted"]))
        for arm, sentence in months["sentences"]:
            add_said(document, f"{label(survey, arm)}:", sentence)
            stay(document)
        rows = [
            [row["period"], *(row.get(arm, words["none"]) for arm in ARMS)]
            for row in months["rows"]
        ]
        add_plain_table(document, [words["period"], *_arms(survey)], rows, (10.2, *SIDES))


def _is_drawn(trend: Trend) -> bool:
    """Say whether any point is shown: to the public mostly none is."""
    return any(shown(point.families) for side in trend.sides for point in side.points)


def add_health(document: WordDocument, report: Report, survey: Survey) -> None:
    """Add how far the answers bear: settings, wider ranges, balance, replies needed, blanks."""
    found = [(card.name, health_of(report, card.id, survey)) for card in report.aims]
    told = [(name, health) for name, health in found if health]
    if not told:
        return
    words, places = texts()["health"], dict(survey.words)
    slots = {"place": places["setting"], "places": places["settings"]}
    health = told[0][1]
    add_heading(document, words["title"])
    for replies in health["large"]:
        add_said(document, words["large"].format(replies=replies, **slots))
    _add_known(document, health, slots)
    if health["without"]:
        add_lines(document, [words["without"].format(**slots)])
        add_lines(document, [f"{name}: {ends}" for name, ends in health["without"]], "List Bullet")
    _add_reach(document, told, survey)
    add_heading(document, words["effects"].format(**slots), 2)
    add_plain_table(document, [words["aim"], *_arms(survey)], health["effects"], (10.2, *SIDES))
    _add_balance(document, health, survey)
    _add_scores(document, health, survey)
    add_heading(document, said()["tables"]["missing"])
    rows = [[row["says"], *(row[arm] for arm in ARMS)] for row in health["missing"]]
    heads = [texts()["shared"]["question"], *_arms(survey)]
    add_plain_table(document, heads, rows, (10.2, *SIDES))


def _add_known(document: WordDocument, health: Mapping[str, Any], slots: Mapping[str, str]) -> None:
    words = texts()["health"]
    add_heading(document, words["known"].format(**slots), 2)
    heads = [texts()["shared"]["process"], words["of_known"].format(**slots)]
    heads += [slots["places"].capitalize(), words["largest"].format(**slots)]
    parts = ("process", "known", "settings", "largest")
    rows = [[side[part] for part in parts] for side in health["known"]]
    add_plain_table(document, heads, rows, (4.0, 4.0, 3.0, 6.0))


def _add_reach(
    document: WordDocument, told: list[tuple[str, dict[str, Any]]], survey: Survey
) -> None:
    words = texts()["health"]
    rows = [
        [name, words["in_100"].format(number=row["gap"]), *(row[arm] for arm in ARMS)]
        for name, health in told
        for row in health["reach"]
    ]
    if not rows:
        return
    add_heading(document, said()["word"]["reach"], 2)
    add_lead(document, words["reach_how"])
    heads = [words["aim"], words["gap"], *_arms(survey)]
    add_plain_table(document, heads, rows, (6.6, 3.6, *SIDES))


def _add_balance(document: WordDocument, health: Mapping[str, Any], survey: Survey) -> None:
    words = texts()["health"]
    if not health["balance"]:
        return
    rows = [list(row) for row in health["balance"]]
    if health["in_effect"]:
        rows.append([words["in_effect"], *health["in_effect"], ""])
    add_heading(document, words["balance"], 2)
    heads = [texts()["who"]["group"], *_arms(survey), words["weighted"]]
    add_plain_table(document, heads, rows, (6.8, *SIDES, 3.4))


def _add_scores(document: WordDocument, health: Mapping[str, Any], survey: Survey) -> None:
    words = texts()["health"]
    if not health["scores"]:
        return
    add_heading(document, words["scores"], 2)
    labels: dict[str, str] = dict(zip(ARMS, _arms(survey), strict=True))
    labels |= {
        "reliability": said()["columns"]["reliability"],
        "difference": texts()["shared"]["difference"],
    }
    parts = [part for part in labels if any(one[part] for one in health["scores"])]
    rows = [
        [f"{one['name']}. {one['state']}.", *(one[part] for part in parts)]
        for one in health["scores"]
    ]
    heads = [words["aim"], *(labels[part] for part in parts)]
    width = 2.9 if len(parts) > 1 else 6.0
    add_plain_table(document, heads, rows, (17.0 - width * len(parts), *[width] * len(parts)))


def _arms(survey: Survey) -> list[str]:
    return [label(survey, arm) for arm in ARMS]
