"""The sentences beside and behind the comparisons: further rules, months, who replied, changes."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from analysis.definitions.survey import Survey
from analysis.report import Comparison, Figure, Shown, Trend, TrendSide, WhoTable

BETWEEN = "/"
SQUARED = 1.959963984540054**2  # of the normal quantile of a 95 % range


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Return the sentences of every rule."""
    return tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))


def kind_of(comparison: Comparison) -> str:
    """Return the section of sentences that a comparison's kind has of its own, if it has one."""
    figure = comparison.pilot.families
    often = isinstance(figure, Shown) and 2 * figure.value > figure.base
    return {"stage": "stage", "code": "theme_often" if often else "theme_seldom"}.get(
        comparison.kind, "rules"
    )


def beside_sentence(rule: str, comparison: Comparison, survey: Survey) -> str:
    """Return what a rule says beside the sentence of a comparison."""
    if rule in ("WT1", "WT2"):
        return _of_time(rule, comparison, survey)
    figure, slots = comparison.unplaced, {"place": survey.words["setting"]}
    if isinstance(figure, Shown):
        slots |= {"unplaced": _number(figure)}
    elif rule == "WU":
        rule = "WU_few"
    return sentences()["also"][rule].format(**slots)


def unseen_sentences(comparison: Comparison, survey: Survey) -> list[str]:
    """Say of each process in which nobody wrote of a theme how common it could be all the same."""
    if comparison.kind != "code":
        return []
    said = []
    for arm, side in (("pilot", comparison.pilot), ("old", comparison.old)):
        process = survey.processes["pilot" if arm == "pilot" else "old"]
        figure, share = side.families, side.share
        if isinstance(figure, Shown) and not figure.value:
            most = share.range[1] if isinstance(share, Shown) and share.range else 0.0
            slots = {
                "process": process.name,
                "base": figure.base,
                "number": int(1 / max(most, _most_of_none(figure.base))),
            }
            said.append(sentences()["parts"]["unseen"].format(**slots))
    return said


def _most_of_none(base: int) -> float:
    """Return how common a thing can be that none of so many told of.

    References
    ----------
    Wilson (1927), J. Am. Stat. Assoc. 22, 209, at a count of none.
    """
    return SQUARED / (base + SQUARED)


def _of_time(rule: str, comparison: Comparison, survey: Survey) -> str:
    """Say that more than half still waited when a limit had passed, or how many may wait yet."""
    item, families = survey.items()[comparison.measure], survey.words.get("families", "families")
    waiting: dict[str, str] = {arm: p.families for arm, p in survey.processes.items()}
    figures = [side.early for side in (comparison.pilot, comparison.old)]
    early = sum(int(figure.value) for figure in figures if isinstance(figure, Shown))
    one = rule == "WT2" and early == 1
    return sentences()["also"][f"{rule}_one" if one else rule].format(
        waiting=waiting.get(comparison.waited or "", families),
        waited=item.waited,
        limit=item.limit,
        families=families,
        early=early,
    )


def word_trends(trends: tuple[Trend, ...]) -> tuple[Trend, ...]:
    """Return the trends with their sentences put in."""
    return tuple(replace(trend, sides=tuple(map(_side, trend.sides))) for trend in trends)


def _side(side: TrendSide) -> TrendSide:
    said = sentences()["trends"]
    merged = any(BETWEEN in point.period for point in side.points)
    slots = {
        "since": period_words(side.since),
        "number": _number(side.number),
        "usual": _number(side.usual),
        "points": said["points" if merged else "months"],
    }
    name = f"{side.rule}_{side.signal}" if side.signal else side.rule
    return replace(side, sentence=said[name].format(**slots))


def period_words(period: str) -> str:
    """Return "March 2026" or "January to March 2026" of a period; nothing of nothing."""
    if not period:
        return ""
    first, _, last = period.partition(BETWEEN)
    if not last:
        return _month(first)
    same_year = first[:4] == last[:4]
    return f"{_month(first, with_year=not same_year)} to {_month(last)}"


def _month(month: str, with_year: bool = True) -> str:
    year, number = month.split("-")
    name = month_name(int(number))
    return f"{name} {year}" if with_year else name


def month_name(number: int) -> str:
    """Return "March" of 3."""
    return sentences()["parts"]["months"].split()[number - 1]


def word_who(tables: tuple[WhoTable, ...]) -> tuple[WhoTable, ...]:
    """Return the tables of who replied, each with a sentence on who has not been heard from."""
    return tuple(replace(table, sentence=_unheard(table)) for table in tables)


def _unheard(table: WhoTable) -> str:
    """Say which groups replied less than their share of the first area with numbers."""
    said = sentences()["who"]
    for at, area in enumerate(table.areas):
        rows = [row for row in table.rows if isinstance(row.population[at], Shown)]
        if not rows:
            continue
        if all(row.heard == "cannot_tell" for row in rows):
            return said["cannot_tell"]
        fewer = "; ".join(row.says for row in rows if row.heard == "fewer")
        return said["fewer" if fewer else "none"].format(area=area, groups=fewer)
    return ""


def word_agreed(agreed: str) -> str:
    """Return "The swimmers, Pooltown, 5 January 2026" of who agreed and an ISO day."""
    who, _, day = agreed.rpartition(", ")
    if not who:
        return agreed
    year, month, number = map(int, day.split("-"))
    return f"{who}, {number} {month_name(month)} {year}"


def word_changes(changes: tuple[Figure, ...]) -> str:
    """Say after how many replies what was agreed beforehand was changed."""
    said = sentences()["parts"]
    return " ".join(
        said["changed"].format(number=_number(figure))
        if isinstance(figure, Shown)
        else said["changed_few"]
        for figure in changes
    )


def _number(figure: Figure | None) -> str:
    return f"{figure.value:.0f}" if isinstance(figure, Shown) else ""
