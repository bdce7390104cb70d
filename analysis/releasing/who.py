"""Who replied, beside who could have, and who replied in which period."""

from collections.abc import Iterator, Mapping

from analysis.definitions.population import Area
from analysis.definitions.survey import Survey
from analysis.differencing import mix_of, shown_groups, who_figure
from analysis.disclosure import (
    PERCENTAGES,
    hide_small,
    least_of,
    release_agreed,
    release_cell,
)
from analysis.evidence.counting.counts import Tally
from analysis.evidence.counting.groups import groups_of
from analysis.evidence.intervals import wilson_interval
from analysis.releasing.evidence import Surroundings
from analysis.report import (
    NOT_KNOWN,
    TOO_FEW,
    Audience,
    Figure,
    Mix,
    MixRow,
    Shown,
    WhoRow,
    WhoTable,
)

ARMS = ("pilot", "old")
FEWER, CANNOT_TELL = "fewer", "cannot_tell"


def release_who(
    tally: Tally, survey: Survey, around: Surroundings, audience: Audience
) -> tuple[WhoTable, ...]:
    """Return a table a declared cut: its groups in both processes, beside who could reply."""
    return tuple(_table(name, tally, survey, around, audience) for name in survey.cuts)


def _table(
    name: str, tally: Tally, survey: Survey, around: Surroundings, audience: Audience
) -> WhoTable:
    cut, areas = survey.cuts[name], around.population.areas if around.population else ()
    sides = {arm: _side(name, arm, tally, survey, audience) for arm in ARMS}
    told = tuple(area for area in areas if area.is_own or _knows(area, name))
    heard = _heard(name, sides, told)
    rows = tuple(
        WhoRow(
            group,
            cut.groups[group].says if group else around.says["none_said"],
            sides["pilot"][group],
            sides["old"][group],
            tuple(_share(area, name, group) for area in told),
            heard.get(group, ""),
        )
        for group in groups_of(survey, name)
    )
    return WhoTable(name, cut.says, rows, tuple(f"{area.name}, {area.period}" for area in told))


def _side(
    cut: str, arm: str, tally: Tally, survey: Survey, audience: Audience
) -> Mapping[str, Figure]:
    cells = tally.who.get((cut, arm), {})
    seen = tally.seen.get(who_figure(cut, arm))
    shown = {a.key: a.families for a in hide_small(cells, {}, audience, seen)}
    return {group: shown.get(group, TOO_FEW) for group in groups_of(survey, cut)}


def _knows(area: Area, cut: str) -> bool:
    return any(of == cut for of, _ in area.shares)


def _share(area: Area, cut: str, group: str) -> Figure:
    share = area.shares.get((cut, group))
    return NOT_KNOWN if share is None else release_agreed(share)


def _heard(
    cut: str, sides: Mapping[str, Mapping[str, Figure]], areas: tuple[Area, ...]
) -> dict[str, str]:
    """Return the groups that fewer families replied from than their share would be.

    It is worked out from what is shown, among the groups that the first area with numbers
    tells apart.
    """
    area = next((area for area in areas if _knows(area, cut)), None)
    if area is None:
        return {}
    told = {group: share for (of, group), share in area.shares.items() if of == cut}
    replied = {group: _replied(group, sides) for group in told}
    known = {group: n for group, n in replied.items() if n is not None}
    base, whole = sum(known.values()), sum(told[group] for group in known)
    if base < PERCENTAGES or not whole:
        return dict.fromkeys(told, CANNOT_TELL)
    found = {
        group: FEWER
        for group, number in known.items()
        if wilson_interval(number, base)[1] < told[group] / whole
    }
    return found | {group: CANNOT_TELL for group in told if group not in known}


def _replied(group: str, sides: Mapping[str, Mapping[str, Figure]]) -> float | None:
    figures = [side[group] for side in sides.values()]
    shown = [figure.value for figure in figures if isinstance(figure, Shown)]
    return sum(shown) if len(shown) == len(figures) else None


def release_mixes(tally: Tally, survey: Survey, audience: Audience) -> tuple[Mix, ...]:
    """Return who replied in which period, for those signed in, of the cuts of the case mix."""
    if audience is Audience.PUBLIC:
        return ()
    return tuple(_mixes(tally, survey, audience))


def _mixes(tally: Tally, survey: Survey, audience: Audience) -> Iterator[Mix]:
    least = least_of(audience)
    for name in survey.case_mix:
        cut = survey.cuts[name]
        for arm in ARMS:
            table, hidden = mix_of(tally, name, arm, least)
            periods = tuple(period for period in table if period)
            if not periods:
                continue
            shown = shown_groups(tally, name, arm, least)
            rows = [
                MixRow(
                    group,
                    cut.groups[group].says,
                    tuple(_cell(table[p], group, (p, group) in hidden, audience) for p in periods),
                )
                for group in cut.groups
                if group in shown
            ]
            yield Mix(name, cut.says, arm, periods, tuple(rows))


def _cell(row: Mapping[str, int], group: str, hidden: bool, audience: Audience) -> Figure:
    return release_cell(row[group], sum(row.values()), hidden, audience)
