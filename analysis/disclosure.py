"""The gate: which bases may be looked at, and what of the findings may be seen by whom.

The thresholds are constants of the program; no folder, flag or role lowers them.
"""

from collections.abc import Mapping

from analysis.definitions.survey import Outcome
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import Range
from analysis.evidence.counting.counts import Counts
from analysis.evidence.verdict import Verdict
from analysis.report import (
    TOO_FEW,
    Answer,
    Audience,
    Comparison,
    Figure,
    Hidden,
    Shown,
    Side,
    Tier,
    Why,
)
from analysis.suppression import hidden_in_line

SHOW = 10  # families behind anything that is shown at all
PERCENTAGES = 30  # families behind a percentage
SMALL = 5  # a cell about who families are, or a theme, below this is not told apart
STEP = 10  # what councils and the public see of a figure moves by so many replies or not at all
PUBLIC_ROUNDING = 5
OUTCOME_ORDER: tuple[Outcome, ...] = ("problem", "right", "neutral", "na", "unknown")
GROUPED_BELOW = (SMALL, SHOW)  # themes of fewer families are told together: signed in, public
STEPPED = (Audience.COUNCIL, Audience.PUBLIC)
CLOSED = Hidden(Why.NEIGHBOUR)


def open_bases(
    bases: Mapping[tuple[str, str], int],
) -> dict[tuple[str, str], Tier]:
    """Return how much of each base may be looked at, before anything is worked out from it."""
    return {key: tier_of(base) for key, base in bases.items()}


def tier_of(base: int) -> Tier:
    """Return how much of one base may be looked at."""
    if base < SHOW:
        return Tier.CLOSED
    return Tier.COUNTS if base < PERCENTAGES else Tier.FULL


def may_step(seen_base: int | None, base: int) -> bool:
    """Say whether a figure may move on: it gained enough that no one family is the difference."""
    if base < SHOW:
        return False
    return seen_base is None or base >= seen_base + STEP


def release_count(value: int, base: int, audience: Audience) -> Figure:
    """Return how many of how many, as this audience may see it."""
    if base < SHOW:
        return TOO_FEW
    if audience is not Audience.PUBLIC:
        return Shown(value, base)
    if base < PERCENTAGES:
        return Hidden(Why.UNDER_30)
    rounded = _rounded(base)
    return Shown(min(_rounded(value), rounded), rounded)


def release_base(value: int, audience: Audience) -> Figure:
    """Return a number of families that is its own base."""
    return release_count(value, value, audience)


def release_agreed(value: float) -> Figure:
    """Return a number that people agreed beforehand and that no answer is in."""
    return Shown(value, 0)


def release_theme(value: int, wrote: int, audience: Audience) -> Figure:
    """Return how many families wrote of a theme; one of few families is not told apart."""
    least = SHOW if audience is Audience.PUBLIC else SMALL
    if wrote < SHOW or value < least:
        return TOO_FEW
    return release_count(value, wrote, audience)


def release_settings(number: int, base: int, audience: Audience) -> Figure:
    """Return how many settings the families of a base come from."""
    return TOO_FEW if base < SHOW else Shown(number, base)


def _rounded(value: int) -> int:
    """Return the number to the nearest five, halves up."""
    return int(value / PUBLIC_ROUNDING + 0.5) * PUBLIC_ROUNDING


def _release_share(share: Range | None, base: int) -> Figure:
    """Return a percentage with its range, from thirty families on."""
    if share is None or base < SHOW:
        return TOO_FEW
    if base < PERCENTAGES:
        return Hidden(Why.UNDER_30)
    return Shown(share[0], base, (share[1], share[2]))


def _release_range(found: Range | None, finding: Finding, audience: Audience) -> Figure:
    """Return a difference with its range, from ten families in the smaller process on."""
    smaller = min(finding.pilot.base, finding.old.base)
    if finding.pilot.withheld or finding.old.withheld:
        return CLOSED
    if smaller < SHOW:
        return TOO_FEW
    if found is None:
        return Hidden(Why.NOT_COMPARED)
    if audience is Audience.PUBLIC and smaller < PERCENTAGES:
        return Hidden(Why.UNDER_30)
    return Shown(found[0], smaller, found[1:])


def _release_needed(number: float | None, finding: Finding) -> Figure | None:
    """Return how many more replies would help, or what they cannot, where the sentence says so."""
    smaller = min(finding.pilot.base, finding.old.base)
    return None if number is None else Shown(number, smaller)


def release_side(
    counts: Counts, share: Range | None, says: Mapping[str, str], audience: Audience
) -> Side:
    """Return one process of a measure: its count, its share and, for those signed in, answers."""
    if counts.withheld:
        return Side(CLOSED, CLOSED, CLOSED)
    shown = counts.base >= SHOW and audience is not Audience.PUBLIC
    return Side(
        families=release_count(counts.counted, counts.base, audience),
        share=_release_share(share, counts.base),
        settings=release_settings(len(counts.cells), counts.base, audience),
        answers=tuple(
            Answer(key, said, Shown(counts.answers.get(key, 0), counts.base))
            for key, said in says.items()
            if shown and counts.answers.get(key, 0)
        ),
        as_of=counts.as_of if counts.base >= SHOW else "",
    )


def release_finding(
    finding: Finding, texts: tuple[str, str], says: Mapping[str, str], audience: Audience
) -> Comparison:
    """Return the comparison this audience may see; `texts` are the measure's words.

    Where one process is closed because it would give other families away, nothing is said.
    """
    verdict = finding.verdict
    if (finding.pilot.withheld or finding.old.withheld) and finding.compared:
        verdict = Verdict("W0p")
    return Comparison(
        measure=finding.measure,
        kind=finding.kind,
        says=texts[0],
        counted=texts[1],
        aim=finding.aim,
        headline=finding.headline,
        pilot=release_side(finding.pilot, finding.pilot_share, says, audience),
        old=release_side(finding.old, finding.old_share, says, audience),
        difference=_release_range(finding.view.difference, finding, audience),
        rule=verdict.rule or "",
        direction=verdict.direction,
        also=verdict.also,
        settings_few=verdict.settings_few,
        some_unplaced=verdict.some_unplaced,
        replies_needed=_release_needed(finding.replies_needed, finding),
        from_settings=finding.from_settings,
        at_best=_release_needed(finding.at_best, finding),
        unplaced=release_base(finding.unclear.base, audience),
        like_for_like=_release_range(finding.view.like_for_like, finding, audience),
    )


def release_outcomes(counts: Counts, audience: Audience) -> tuple[Answer, ...]:
    """Return how many met a problem, went well and so on, beside a stage."""
    if counts.base < SHOW or audience is Audience.PUBLIC:
        return tuple(Answer(key, key, TOO_FEW) for key in OUTCOME_ORDER)
    return tuple(
        Answer(key, key, Shown(counts.outcomes.get(key, 0), counts.base)) for key in OUTCOME_ORDER
    )


def hidden_groups(
    cells: Mapping[str, int], least: int, seen: Mapping[str, int] | None = None
) -> set[str]:
    """Return the groups whose number of families is hidden; `seen`: what was shown before."""
    return hidden_in_line(cells, least, seen)


def least_of(audience: Audience) -> int:
    """Return how many families a group must have, to be told apart."""
    return SHOW if audience is Audience.PUBLIC else SMALL


def hide_small(
    cells: Mapping[str, int],
    says: Mapping[str, str],
    audience: Audience,
    seen: Mapping[str, int] | None = None,
) -> tuple[Answer, ...]:
    """Return a table about who families are, its small cells hidden so that none can be found."""
    base = sum(cells.values())
    if base < SHOW:
        return tuple(Answer(key, says.get(key, key), TOO_FEW) for key in cells)
    hidden = hidden_groups(cells, least_of(audience), seen)
    return tuple(
        Answer(key, says.get(key, key), release_cell(value, base, key in hidden, audience))
        for key, value in cells.items()
    )


def release_cell(value: int, base: int, hidden: bool, audience: Audience) -> Figure:
    """Return how many families of a base are of one group; the reason tells no cell from another.

    Told apart, a small cell would be known to be small and its neighbour not to be.
    """
    return Hidden(Why.SMALL) if hidden else release_count(value, base, audience)


def release_part(part: int, base: int) -> Figure:
    """Return the share that the largest of several parts has of a base."""
    if base < SHOW or part < SMALL:
        return TOO_FEW
    return Hidden(Why.UNDER_30) if base < PERCENTAGES else Shown(part / base, base)


def release_number(value: float, base: int, ends: tuple[float, float] | None = None) -> Figure:
    """Return a number that was worked out from all families of a base."""
    return Shown(value, base, ends) if base >= SHOW else TOO_FEW


def release_mean(found: Range | None, base: int) -> Figure:
    """Return a mean or a share with its range, from thirty families on."""
    return _release_share(found, base)
