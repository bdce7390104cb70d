"""Who replied and who did not, and how far the answers bear: what stands behind the aims."""

from typing import Any

from analysis.definitions.survey import Survey
from analysis.report import Effect, Figure, Known, Missing, Reach, Report, Score, Shown, WhoTable
from analysis.reporting.figure_words import (
    count_words,
    number_words,
    reliability_words,
    share_words,
    shown,
    texts,
    whole_range,
)
from analysis.reporting.html.charts import EARLY
from analysis.reporting.wording import more_of
from analysis.reporting.wording_behind import period_words

NEEDED = "needed"


def who_tables(report: Report) -> list[dict[str, Any]]:
    """Return each declared cut with its groups, beside who could have replied where known."""
    return [_who_table(table) for table in report.who_replied]


def _who_table(table: WhoTable) -> dict[str, Any]:
    known = [
        at for at in range(len(table.areas)) if any(shown(row.population[at]) for row in table.rows)
    ]
    return {
        "cut": table.cut,
        "says": table.says,
        "sentence": table.sentence,
        "areas": [table.areas[at] for at in known],
        "unknown": [area for at, area in enumerate(table.areas) if at not in known],
        "rows": [
            {
                "says": row.says,
                "pilot": _part_words(row.pilot),
                "old": _part_words(row.old),
                "areas": [_in_100(row.population[at]) for at in known],
                "fewer": row.heard == "fewer",
                "grey": not shown(row.pilot) and not shown(row.old),
            }
            for row in table.rows
        ],
    }


def _part_words(figure: Figure) -> tuple[str, str]:
    """Return the number of a group's families and, from thirty of all on, how many in 100."""
    if not isinstance(figure, Shown):
        return _few_words(figure), ""
    of_100 = f"{100 * figure.value / figure.base:.0f}" if figure.base >= EARLY else ""
    said = texts()["who"]["of_100"].format(number=of_100) if of_100 else ""
    return f"{figure.value:.0f}", said


def _few_words(figure: Figure) -> str:
    """Return the number alone or, in few letters, that it is hidden."""
    return number_words(figure) if shown(figure) else str(texts()["who"]["hidden"])


def _in_100(figure: Figure) -> str:
    if isinstance(figure, Shown):
        return f"{100 * figure.value:.0f}"
    return str(texts()["who"]["not_apart"])


def mix_tables(report: Report, survey: Survey) -> list[dict[str, Any]]:
    """Return which families replied in which period."""
    return [
        {
            "says": mix.says,
            "process": survey.processes["pilot" if mix.process == "pilot" else "old"].label,
            "periods": [period_words(period) for period in mix.periods],
            "rows": [(row.says, [_few_words(f) for f in row.families]) for row in mix.rows],
        }
        for mix in report.mixes
        if mix.rows
    ]


def written_rows(report: Report) -> list[dict[str, Any]]:
    """Return how many wrote in answer to each question, and how many that there is nothing."""
    return [
        {
            "says": one.says,
            "wrote": number_words(one.wrote),
            "kinds": [(kind.key, _few_words(kind.families)) for kind in one.kinds],
        }
        for one in report.health.written
    ]


def health_of(report: Report, aim: str, survey: Survey) -> dict[str, Any] | None:
    """Return how far the answers bear, with the replies that one aim still needs."""
    health = report.health
    if not health.known:
        return None
    return {
        "known": [_known(side, survey) for side in health.known],
        "large": [
            _process(side.process, survey).replies for side in health.known if side.over_half
        ],
        "without": [line for one in health.effects if (line := _without(one))],
        "effects": [(one.name, _times(one.pilot), _times(one.old)) for one in health.effects],
        "missing": [
            {"says": one.says, "pilot": count_words(one.pilot), "old": count_words(one.old)}
            for one in sorted(health.missing, key=_most_missing, reverse=True)
        ],
        "balance": [
            (one.says, share_words(one.pilot), share_words(one.old), share_words(one.weighted))
            for one in health.balance
        ],
        "in_effect": health.in_effect and tuple(map(count_words, health.in_effect)),
        "reach": [_reach(one) for one in health.reach if one.aim == aim],
        "from_settings": any(one.from_settings for one in health.reach if one.aim == aim),
        "scores": [_score(one) for one in health.scores],
        "mixes": mix_tables(report, survey),
        "written": written_rows(report),
    }


def _process(process: str, survey: Survey) -> Any:
    return survey.processes["pilot" if process == "pilot" else "old"]


def _known(side: Known, survey: Survey) -> dict[str, str]:
    return {
        "process": _process(side.process, survey).label,
        "settings": number_words(side.settings),
        "known": count_words(side.known),
        "largest": share_words(side.largest),
    }


def _times(figure: Figure) -> str:
    return f"{figure.value:.1f}" if isinstance(figure, Shown) else number_words(figure)


def _without(one: Effect) -> tuple[str, str] | None:
    """Return between which two differences an aim stays without any one setting."""
    if not isinstance(one.without_one, Shown):
        return None
    ends = whole_range(one.without_one)
    if ends is None:
        return None
    low, high = map(more_of, ends)
    return one.name, texts()["health"]["from_to"].format(low=low, high=high)


def _most_missing(one: Missing) -> float:
    parts = [f.value / f.base for f in (one.pilot, one.old) if isinstance(f, Shown) and f.base]
    return max(parts, default=0.0)


def _reach(one: Reach) -> dict[str, str]:
    return {
        "gap": number_words(one.gap),
        "pilot": _needed(one.pilot, one.pilot_state),
        "old": _needed(one.old, one.old_state),
    }


def _needed(figure: Figure, state: str) -> str:
    if state == NEEDED:
        return number_words(figure)
    return str(texts()["health"][state])


def _score(one: Score) -> dict[str, str]:
    said = texts()["health"]
    return {
        "name": one.name,
        "state": said[f"score_{one.state}"],
        "reliability": reliability_words(one),
        "pilot": _points(one.pilot),
        "old": _points(one.old),
        "difference": _points(one.difference),
    }


def _points(figure: Figure) -> str:
    if not isinstance(figure, Shown) or figure.range is None:
        return ""
    low, high = figure.range
    said = texts()["health"]["points"]
    return str(said.format(value=f"{figure.value:.0f}", low=f"{low:.0f}", high=f"{high:.0f}"))
