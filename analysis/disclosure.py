"""The gate: which bases may be looked at, and what of the findings may be seen by whom.

The thresholds are constants of the program; no folder, flag or role lowers them.
"""

from collections.abc import Iterable, Mapping

from analysis.definitions.survey import Outcome
from analysis.evidence.comparing.findings import Finding
from analysis.evidence.comparing.ranges import Range
from analysis.evidence.counting.counts import Counts
from analysis.report import Answer, Audience, Comparison, Figure, Hidden, Shown, Side, Tier, Why

SHOW = 10  # families behind anything that is shown at all
PERCENTAGES = 30  # families behind a percentage
SMALL = 5  # a cell about who families are, or a theme, below this is not told apart
STEP = 10  # what councils and the public see of a figure moves by so many replies or not at all
PUBLIC_ROUNDING = 5
OUTCOME_ORDER: tuple[Outcome, ...] = ("problem", "right", "neutral", "na", "unknown")
GROUPED_BELOW = (SMALL, SHOW)  # themes of fewer families are told together: signed in, public
STEPPED = (Audience.COUNCIL, Audience.PUBLIC)


def open_bases(
    bases: Mapping[tuple[str, str], int],
) -> dict[tuple[str, str], Tier]:
    """Return how much of each base may be looked at, before anything is worked out from it."""
    return {key: tier_of(base) for key, base in bases.items()}


def open_groups(
    groups: Mapping[str, Mapping[tuple[str, str], int]], whole: Mapping[tuple[str, str], int]
) -> dict[str, dict[tuple[str, str], Tier]]:
    """Return how much may be looked at of each group of a cut, beside the whole.

    What is not shown of the whole (groups too small, families of no group) could be found by
    taking the shown groups from it: if that is fewer than ten, the next smallest group closes too.
    """
    found: dict[str, dict[tuple[str, str], Tier]] = {group: {} for group in groups}
    for key, total in whole.items():
        bases = {group: of_group[key] for group, of_group in groups.items()}
        open_ = _open_beside(bases, total)
        for group, base in bases.items():
            found[group][key] = tier_of(base) if group in open_ else Tier.CLOSED
    return found


def _open_beside(bases: Mapping[str, int], total: int) -> set[str]:
    by_size = sorted((group for group in bases if bases[group] >= SHOW), key=lambda g: bases[g])
    left = total - sum(bases[group] for group in by_size)
    while by_size and 0 < left < SHOW:
        left += bases[by_size.pop(0)]
    return set(by_size)


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
        return Hidden(Why.UNDER_10)
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
        return Hidden(Why.UNDER_10)
    return release_count(value, wrote, audience)


def release_settings(number: int, base: int, audience: Audience) -> Figure:
    """Return how many settings the families of a base come from."""
    return Hidden(Why.UNDER_10) if base < SHOW else Shown(number, base)


def _rounded(value: int) -> int:
    """Return the number to the nearest five, halves up."""
    return int(value / PUBLIC_ROUNDING + 0.5) * PUBLIC_ROUNDING


def _release_share(share: Range | None, base: int) -> Figure:
    """Return a percentage with its range, from thirty families on."""
    if share is None or base < SHOW:
        return Hidden(Why.UNDER_10)
    if base < PERCENTAGES:
        return Hidden(Why.UNDER_30)
    return Shown(share[0], base, (share[1], share[2]))


def _release_range(found: Range | None, finding: Finding, audience: Audience) -> Figure:
    """Return a difference with its range, from ten families in the smaller process on."""
    smaller = min(finding.pilot.base, finding.old.base)
    if smaller < SHOW:
        return Hidden(Why.UNDER_10)
    if found is None:
        return Hidden(Why.NOT_COMPARED)
    if audience is Audience.PUBLIC and smaller < PERCENTAGES:
        return Hidden(Why.UNDER_30)
    return Shown(found[0], smaller, found[1:])


def _release_needed(finding: Finding) -> Figure | None:
    """Return how many more replies would help, where the sentence says so."""
    if finding.replies_needed is None:
        return None
    return Shown(finding.replies_needed, min(finding.pilot.base, finding.old.base))


def release_side(
    counts: Counts, share: Range | None, says: Mapping[str, str], audience: Audience
) -> Side:
    """Return one process of a measure: its count, its share and, for those signed in, answers."""
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
    """Return the comparison this audience may see; `texts` are the measure's words."""
    verdict = finding.verdict
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
        replies_needed=_release_needed(finding),
        unplaced=release_base(finding.unclear.base, audience),
        like_for_like=_release_range(finding.view.like_for_like, finding, audience),
    )


def release_outcomes(counts: Counts, audience: Audience) -> tuple[Answer, ...]:
    """Return how many met a problem, went well and so on, beside a stage."""
    if counts.base < SHOW or audience is Audience.PUBLIC:
        return tuple(Answer(key, key, Hidden(Why.UNDER_10)) for key in OUTCOME_ORDER)
    return tuple(
        Answer(key, key, Shown(counts.outcomes.get(key, 0), counts.base)) for key in OUTCOME_ORDER
    )


def hide_small(cells: Mapping[str, int], says: Mapping[str, str], base: int) -> tuple[Answer, ...]:
    """Return a table about who families are, its small cells hidden so that none can be found.

    One hidden cell could be found from the others and their total, so the next smallest goes
    too; and what is hidden together is at least `SMALL` families.
    """
    if base < SHOW:
        return tuple(Answer(key, said, Hidden(Why.UNDER_10)) for key, said in says.items())
    hidden = _hidden(cells)
    why = {key: Why.UNDER_10 if cells[key] < SMALL else Why.NEIGHBOUR for key in hidden}
    return tuple(
        Answer(key, says.get(key, key), Hidden(why[key]) if key in why else Shown(value, base))
        for key, value in cells.items()
    )


def _hidden(cells: Mapping[str, int]) -> set[str]:
    hidden = {key for key, value in cells.items() if 0 < value < SMALL}
    by_size: Iterable[str] = sorted((k for k in cells if cells[k] >= SMALL), key=lambda k: cells[k])
    for key in by_size:
        if not hidden or (len(hidden) > 1 and sum(cells[k] for k in hidden) >= SMALL):
            break
        hidden.add(key)
    return hidden
