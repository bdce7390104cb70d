"""The gate: which bases may be looked at, and what of the findings may be seen by whom.

The thresholds are constants of the program; no folder, flag or role lowers them.
"""

from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor

from analysis.evidence.comparing.ranges import Range
from analysis.report import (
    NOT_COMPARED,
    TOO_FEW,
    Answer,
    Audience,
    Figure,
    Hidden,
    Shown,
    Tier,
    Why,
)
from analysis.suppression import hidden_in_line

SHOW = 10  # families behind anything that is shown at all
PERCENTAGES = 30  # families behind a percentage
SMALL = 5  # a cell about who families are, or a theme, below this is not told apart
STEP = 10  # what councils and the public see of a figure moves by so many replies or not at all
PUBLIC_ROUNDING = 5
EDGE = 0.05  # a share so near to none or all tells the public what nearly every family said
HUNDREDTH = 0.01
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


def release_beside(value: int, base: int, audience: Audience) -> Figure:
    """Return how many families stand beside a base and in no count of it.

    The public is told of many alone, and roughly.
    """
    if audience is not Audience.PUBLIC or base < PERCENTAGES:
        return release_count(value, base, audience)
    return TOO_FEW if value < SHOW else Shown(_rounded(value), _rounded(base))


def release_base(value: int, audience: Audience) -> Figure:
    """Return a number of families that is its own base."""
    return release_count(value, value, audience)


def release_total(parts: Sequence[int], audience: Audience) -> Figure:
    """Return the sum of the parts as they are shown: none that is hidden can be taken from it."""
    shown = [figure for part in parts if isinstance(figure := release_base(part, audience), Shown)]
    return release_base(int(sum(figure.value for figure in shown)), audience)


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
    return release_beyond(number, base, audience)


def release_beyond(number: float, base: int, audience: Audience) -> Figure:
    """Return a number that counts no families, over its base as this audience may know that."""
    seen = release_base(base, audience)
    return Shown(number, seen.base) if isinstance(seen, Shown) else seen


def _rounded(value: int) -> int:
    """Return the number to the nearest five, halves up."""
    return int(value / PUBLIC_ROUNDING + 0.5) * PUBLIC_ROUNDING


def _from_thirty(share: Range | None, base: int) -> Figure:
    if share is None or base < SHOW:
        return TOO_FEW
    if base < PERCENTAGES:
        return Hidden(Why.UNDER_30)
    return Shown(share[0], base, (share[1], share[2]))


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


def release_range(
    found: Range | None, smaller: int, audience: Audience, edge: bool = False
) -> Figure:
    """Return a difference with its range, from ten families in the smaller process on.

    `edge`: a share that it is of is nearly none or all, so the public sees it no closer than that.
    """
    if smaller < SHOW:
        return TOO_FEW
    if found is None:
        return NOT_COMPARED
    if audience is Audience.PUBLIC and smaller < PERCENTAGES:
        return Hidden(Why.UNDER_30)
    return _coarse(Shown(found[0], smaller, found[1:]), audience, EDGE if edge else HUNDREDTH)


def release_number(value: float, base: int, ends: tuple[float, float] | None = None) -> Figure:
    """Return a number that was worked out from all families of a base."""
    return Shown(value, base, ends) if base >= SHOW else TOO_FEW


def release_mean(found: Range | None, base: int, audience: Audience) -> Figure:
    """Return a share or a mean with its range, from thirty families on."""
    return _coarse(_not_all(_from_thirty(found, base), audience), audience)


def release_share(share: float | None, base: int, audience: Audience) -> Figure:
    """Return a share that has no range, from thirty families on."""
    figure = _from_thirty(None if share is None else (share, share, share), base)
    if isinstance(figure, Shown):
        figure = Shown(figure.value, base)
    return _coarse(_not_all(figure, audience), audience)


def edge_of(share: float) -> Why | None:
    """Return that a share is nearly none or nearly all; None where it is neither."""
    if share >= 1 - EDGE:
        return Why.NEARLY_ALL
    return Why.NEARLY_NONE if share <= EDGE else None


def _not_all(figure: Figure, audience: Audience) -> Figure:
    """Return a share for the public, in words where nearly nobody or nearly everybody counts."""
    if audience is not Audience.PUBLIC or not isinstance(figure, Shown):
        return figure
    why = edge_of(figure.value)
    return Hidden(why) if why else figure


def _coarse(figure: Figure, audience: Audience, step: float = HUNDREDTH) -> Figure:
    """Return a share or a difference as the public sees it: in steps, ends rounded outward."""
    if audience is not Audience.PUBLIC or not isinstance(figure, Shown):
        return figure
    ends = figure.range and (
        _whole(figure.range[0], floor, step),
        _whole(figure.range[1], ceil, step),
    )
    return Shown(_whole(figure.value, round, step), _rounded(figure.base), ends)


def _whole(part: float, to: Callable[[float], int], step: float) -> float:
    return to(round(part / step, 6)) / round(1 / step)
