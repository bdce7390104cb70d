"""How far the answers bear: settings, missing answers, like for like, replies still needed."""

from collections.abc import Iterator, Mapping
from math import ceil, floor

from analysis.definitions.survey import Process, Survey
from analysis.disclosure import (
    PERCENTAGES,
    SHOW,
    release_agreed,
    release_count,
    release_mean,
    release_number,
    release_part,
    release_settings,
    release_share,
)
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.health import (
    GapReach,
    balance_of,
    in_effect,
    reach_of,
    without_one,
)
from analysis.evidence.comparing.ranges import Range, effect_of
from analysis.evidence.comparing.scores import ScoreFinding, find_scores
from analysis.evidence.counting.counts import Counts, Tally
from analysis.releasing.evidence import Evidence
from analysis.releasing.themes import release_written
from analysis.report import (
    NO_HEALTH,
    TOO_FEW,
    Audience,
    Balance,
    Effect,
    Figure,
    Health,
    Known,
    Missing,
    Reach,
    Score,
    Shown,
    WhoTable,
)

ARMS = ("pilot", "old")
HALF, FIVE = 0.5, 5
COARSE = 0.05  # what is seen without one setting is told to the nearest five, outward


def release_health(
    evidence: Evidence, survey: Survey, who: tuple[WhoTable, ...], audience: Audience
) -> Health:
    """Return what those signed in may see of how far all families' answers bear."""
    if audience is Audience.PUBLIC or evidence.filter:
        return NO_HEALTH
    headlines = [finding for finding in evidence.measures if finding.headline]
    known = tuple(_known(arm, evidence.tally, audience) for arm in ARMS)
    one_large = any(side.over_half for side in known)
    names = {aim.id: aim.name for aim in survey.aims}
    return Health(
        known=known,
        missing=tuple(_missing(finding, survey, audience) for finding in evidence.measures),
        effects=tuple(_effect(finding, names, one_large) for finding in headlines),
        balance=tuple(_balance(evidence.tally, survey, who, audience)),
        in_effect=_in_effect(evidence.tally, audience),
        reach=tuple(r for f in headlines for r in _reach(f, evidence.around.eligible)),
        scores=tuple(_score(found, names, audience) for found in find_scores(evidence.tally)),
        written=release_written(evidence.themes, survey, audience),
    )


def _known(arm: str, tally: Tally, audience: Audience) -> Known:
    counts = tally.everyone.get(arm, Counts({}, {}))
    known = counts.base - counts.apart[0]
    largest = max((families for _, families, _ in counts.cells), default=0)
    return Known(
        process=arm,
        families=release_count(counts.base, counts.base, audience),
        settings=release_settings(len(counts.cells), counts.base, audience),
        known=release_count(known, counts.base, audience),
        largest=release_part(largest, known),
        over_half=known >= SHOW and largest > HALF * known,
    )


def _missing(finding: Finding, survey: Survey, audience: Audience) -> Missing:
    item = survey.items()[finding.measure]
    figures = [
        release_count(counts.unknown, counts.base + counts.unknown, audience)
        for counts in (finding.pilot, finding.old)
    ]
    return Missing(finding.measure, item.short or item.asks, *figures)


def _effect(finding: Finding, names: Mapping[str, str], one_large: bool) -> Effect:
    aim = finding.aim or ""
    pilot, old = (
        release_number(effect_of(counts), counts.base) for counts in (finding.pilot, finding.old)
    )
    return Effect(aim, names[aim], pilot, old, _without_one(finding) if one_large else None)


def _without_one(finding: Finding) -> Figure | None:
    """Return how far the difference may move without any one setting, coarsely."""
    smaller = min(finding.pilot.base, finding.old.base)
    found = without_one(finding.pilot, finding.old) if smaller >= SHOW else None
    if found is None:
        return None
    low = COARSE * floor(round(found[0] / COARSE, 6))
    high = COARSE * ceil(round(found[1] / COARSE, 6))
    return release_number((low + high) / 2, smaller, (low, high))


def _balance(
    tally: Tally, survey: Survey, who: tuple[WhoTable, ...], audience: Audience
) -> Iterator[Balance]:
    """Yield each group of the case mix that both processes show, before and after weighting."""
    if not tally.everyone:
        return
    pilot, old = (tally.everyone[arm] for arm in ARMS)
    weights = balance_of(pilot, old, survey.case_mix)
    for table in who if min(pilot.base, old.base) >= PERCENTAGES else ():
        for row in table.rows:
            weight = weights.get((table.cut, row.group))
            figures = [figure for figure in (row.pilot, row.old) if isinstance(figure, Shown)]
            if weight is not None and len(figures) == len(ARMS):
                first, second = (
                    release_share(figure.value / figure.base, figure.base, audience)
                    for figure in figures
                )
                yield Balance(
                    table.cut,
                    row.says,
                    first,
                    second,
                    release_share(weight, pilot.base + old.base, audience),
                )


def _in_effect(tally: Tally, audience: Audience) -> tuple[Figure, Figure] | None:
    """Return how many families of each process count in effect, once like meets like.

    To the nearest five: the groups' own numbers, some of which are hidden, are in it.
    """
    if not tally.everyone:
        return None
    pilot, old = (tally.everyone[arm] for arm in ARMS)
    found = in_effect(pilot, old) if min(pilot.base, old.base) >= PERCENTAGES else None
    if found is None:
        return None
    ours, theirs = (FIVE * round(number / FIVE) for number in found)
    return release_count(ours, pilot.base, audience), release_count(theirs, old.base, audience)


def _reach(finding: Finding, eligible: Mapping[Process, int]) -> Iterator[Reach]:
    smaller = min(finding.pilot.base, finding.old.base)
    if smaller < SHOW or not finding.compared:
        return
    for reach in reach_of(finding, eligible):
        yield Reach(
            finding.aim or "",
            release_agreed(reach.gap),
            *_needs(reach, finding),
            reach.pilot.state,
            reach.old.state,
            reach.from_settings,
        )


def _needs(reach: GapReach, finding: Finding) -> tuple[Figure, Figure]:
    pilot = release_number(reach.pilot.more, finding.pilot.base)
    return pilot, release_number(reach.old.more, finding.old.base)


def _score(found: ScoreFinding, names: Mapping[str, str], audience: Audience) -> Score:
    smaller = min(found.pilot_families, found.old_families)
    return Score(
        found.aim,
        names[found.aim],
        found.state,
        release_mean(found.pilot, found.pilot_families, audience),
        release_mean(found.old, found.old_families, audience),
        _difference(found.difference, smaller),
        release_mean(found.reliability, found.answered, audience),
        None if found.omega is None else release_share(found.omega, found.answered, audience),
    )


def _difference(found: Range | None, smaller: int) -> Figure:
    return TOO_FEW if found is None else release_number(found[0], smaller, found[1:])
