"""The sentence of each rule: filled once, when a snapshot is made, and frozen with it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import ceil, floor
from typing import Any

from analysis.definitions.survey import Survey
from analysis.errors import InputError
from analysis.report import (
    AimCard,
    Audience,
    Comparison,
    Figure,
    Hidden,
    Report,
    Shown,
    Side,
    StageRow,
    ThemeRow,
)
from analysis.report.figures import NEARLY
from analysis.reporting.wording_behind import (
    beside_sentence,
    kind_of,
    sentences,
    unseen_sentences,
    word_agreed,
    word_changes,
    word_trends,
    word_who,
)

PERCENTAGES = 30


def word_report(report: Report, survey: Survey) -> Report:
    """Return the report with its sentences put in."""
    audience = Audience(report.stamp.audience)

    def worded(comparison: Comparison) -> Comparison:
        said = comparison_sentence(comparison, survey, audience)
        return replace(comparison, sentence=said, counted=_counted(comparison))

    return replace(
        report,
        aims=tuple(_card(card, worded) for card in report.aims),
        stages=tuple(_stage(row, worded) for row in report.stages),
        through=tuple(map(worded, report.through)),
        others=tuple(map(worded, report.others)),
        change=worded(report.change) if report.change else None,
        journey_sentence=_no_problem(report, survey),
        trends=word_trends(report.trends),
        who_replied=word_who(report.who_replied),
        agreed=word_agreed(report.agreed),
        agreed_changed=word_changes(report.changes),
        themes=tuple(_theme(row, survey, worded) for row in report.themes),
        themes_sentence=_themes_sentence(report, survey),
    )


def _card(card: AimCard, worded: Callable[[Comparison], Comparison]) -> AimCard:
    return replace(card, headline=worded(card.headline), measures=tuple(map(worded, card.measures)))


def _stage(row: StageRow, worded: Callable[[Comparison], Comparison]) -> StageRow:
    return replace(row, comparison=worded(row.comparison))


def comparison_sentence(comparison: Comparison, survey: Survey, audience: Audience) -> str:
    """Return the sentence of the comparison's rule, as this audience reads it."""
    if comparison.rule:
        said = _template(comparison, audience).format(**_slots(comparison, survey))
    else:
        said = _within(comparison, survey)
    beside = [beside_sentence(rule, comparison, survey) for rule in comparison.also]
    if audience is not Audience.PUBLIC:  # whose counts are rounded: their nothing may be one or two
        beside += unseen_sentences(comparison, survey)
    return " ".join([said[:1].upper() + said[1:], *beside])


def _template(comparison: Comparison, audience: Audience) -> str:
    few = isinstance(comparison.pilot.share, Hidden) or isinstance(comparison.old.share, Hidden)
    kinds = ["public"] if few and audience is Audience.PUBLIC else []
    for kind in (*kinds, kind_of(comparison), "rules"):
        if comparison.rule in sentences()[kind]:
            return sentences()[kind][comparison.rule]
    raise InputError(f'rule: found "{comparison.rule}", expected one of sentences.toml')


def _slots(comparison: Comparison, survey: Survey) -> dict[str, str]:
    pilot, old = survey.processes["pilot"], survey.processes["old"]
    slots = _names(survey) | {
        "counted": _counted(comparison),
        "pilot_families": pilot.families,
        "Pilot_families": pilot.families[:1].upper() + pilot.families[1:],
        "old_families": old.families,
    }
    for name, side in (("pilot", comparison.pilot), ("old", comparison.old)):
        if isinstance(side.families, Shown):
            counted, base = _of(side.families)
            slots |= {f"{name}_count": counted, f"{name}_base": base}
    if comparison.settings_few:
        slots |= _few(comparison, survey)
    if isinstance(comparison.margin, Shown):
        slots |= {"margin": f"{100 * comparison.margin.value:.0f}"}
    if isinstance(comparison.difference, Shown) and comparison.difference.range:
        slots |= _ends(comparison, survey, comparison.difference.range)
    return slots


def _counted(comparison: Comparison) -> str:
    if comparison.kind == "code":
        return _part("theme_counted", {"label": comparison.counted.lower()})
    return comparison.counted


def _ends(comparison: Comparison, survey: Survey, ends: tuple[float, float]) -> dict[str, str]:
    low, high = points_of(ends)
    less = comparison.direction == "less"
    near, far = sorted((abs(low), abs(high)))
    return {
        "low": more_of(low),
        "high": more_of(high),
        "more_replies": _needed(comparison, survey),
        "near": str(near),
        "far": str(far),
        "more": "fewer" if less else "more",
        "more_likely": "less" if less else "more",
    }


def _theme(row: ThemeRow, survey: Survey, worded: Callable[[Comparison], Comparison]) -> ThemeRow:
    """Say how the processes compare or, where nobody checked the computer, just what it matched."""
    if row.compared is not None:
        compared = worded(row.compared)
        return replace(row, compared=compared, sentence=compared.sentence)
    if not isinstance(row.families, Shown):
        return row
    slots = {"count": _whole(row.families), "base": str(row.families.base)} | _names(survey)
    return replace(row, sentence=sentences()["rules"]["W0h"].format(**slots))


def _themes_sentence(report: Report, survey: Survey) -> str:
    if not report.themes:
        return ""
    read = any(row.compared for row in report.themes)
    return _part("themes_read" if read else "themes", _names(survey))


def _names(survey: Survey) -> dict[str, str]:
    return {arm: words.name for arm, words in survey.processes.items()}


def _of(figure: Shown) -> tuple[str, str]:
    """Return "12" and "18", or "none" and "the 18": a nought reads like a slip."""
    if figure.value:
        return _whole(figure), str(figure.base)
    return _part("none", {}), _part("none_of", {"base": str(figure.base)})


def _whole(figure: Shown) -> str:
    return f"{figure.value:.0f}"


def points_of(ends: tuple[float, float]) -> tuple[int, int]:
    """Return a range as whole families in every hundred, rounded outward; + = better."""
    low, high = (100 * end for end in ends)
    return floor(round(low, 6)), ceil(round(high, 6))


def more_of(points: int) -> str:
    """Return "6 more", "4 fewer" or, of nothing, "0"."""
    if points == 0:
        return _part("level", {})
    return _part("more" if points > 0 else "fewer", {"number": str(abs(points))})


def _needed(comparison: Comparison, survey: Survey) -> str:
    """Say how many more replies would help, from where, or that even all would not do."""
    needed, at_best = comparison.replies_needed, comparison.at_best
    if isinstance(at_best, Shown):
        return _part("at_best", {"number": str(ceil(100 * at_best.value))})
    if not isinstance(needed, Shown):
        return ""
    slots = {"number": _whole(needed), "places": survey.words["settings"]}
    return _part("more_places" if comparison.from_settings else "more_replies", slots)


def _few(comparison: Comparison, survey: Survey) -> dict[str, str]:
    """Say from how many settings the replies come, and whether that is known of all of them."""
    few = comparison.settings_few
    side = comparison.pilot if few == "pilot" else comparison.old
    words = survey.processes["pilot" if few == "pilot" else "old"]
    number = _whole(side.settings) if isinstance(side.settings, Shown) else "few"
    place, places = survey.words["setting"], survey.words["settings"]
    slots = {"replies": words.replies, "place": place}
    return {
        "whose": _part("known" if comparison.some_unplaced else "all_replies", slots),
        "settings": f"{number} {place if number == '1' else places}",
        "places": places,
    }


def _within(comparison: Comparison, survey: Survey) -> str:
    """Return what is told within each process where the two are not compared."""
    said = []
    for arm, side in (("pilot", comparison.pilot), ("old", comparison.old)):
        families = survey.processes["pilot" if arm == "pilot" else "old"].families
        if isinstance(side.families, Shown):
            said.append(_side_sentence(side, side.families, families, comparison.counted))
    return " ".join(said) or _part("none_within", {"families": "families"})


def _side_sentence(side: Side, figure: Shown, families: str, counted: str) -> str:
    """Return "12 of 18 families ..." or, from thirty on, "About 67 in every 100 families ..."."""
    slots = {"families": families, "counted": counted, "base": str(figure.base)}
    if isinstance(side.share, Hidden) and side.share.why in NEARLY:
        return _part(f"within_{side.share.why.value}", slots)
    if figure.base < PERCENTAGES or not isinstance(side.share, Shown):
        counted, base = _of(figure)
        said = _part("within", slots | {"count": counted, "base": base})
        return said[:1].upper() + said[1:]
    return _part("within_100", slots | {"number": f"{100 * side.share.value:.0f}"})


def _no_problem(report: Report, survey: Survey) -> str:
    said = []
    for arm, figure in report.no_problem:
        if arm in ("pilot", "old") and isinstance(figure, Shown):
            words = survey.processes["pilot" if arm == "pilot" else "old"]
            slots = {"count": _whole(figure), "base": str(figure.base), "families": words.families}
            said.append(_part("no_problem", slots))
    return " ".join(said)


def _part(name: str, slots: Mapping[str, Any]) -> str:
    return sentences()["parts"][name].format(**slots)


def whole(figure: Figure) -> str | None:
    """Return the figure's value as a whole number; None where it is hidden."""
    return _whole(figure) if isinstance(figure, Shown) else None
