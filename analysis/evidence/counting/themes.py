"""Codings in, counts of families out: people are counted, not labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

ANSWERED, NOTHING_WRONG, NOTHING_GOOD, NOTHING_SAID = (
    "answered",
    "nothing_wrong",
    "nothing_good",
    "nothing_said",
)
COUNTED = ("wrote", "families", "polarities", "other")


@dataclass(frozen=True, slots=True)
class ThemeCounts:
    """How many families wrote of each code, of those who wrote anything.

    `polarities` counts families by code and tone; `other` says how many families wrote of any
    code that fewer than n families wrote of, by n. `written` says for each question that is
    answered in words how many families answered, and how many wrote "nothing" or the like, by
    what that means there; `seen` is what readers know of that from before.
    """

    wrote: int
    families: Mapping[str, int]
    polarities: Mapping[str, Mapping[str, int]]
    other: Mapping[str, int]
    written: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    seen: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return a plain form that `from_json` takes back: of the themes alone."""
        return {name: getattr(self, name) for name in COUNTED}

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> ThemeCounts:
        """Return the counts that `to_json` wrote."""
        return cls(**plain)


NO_THEMES = ThemeCounts(0, {}, {}, {})


def count_themes(
    uses: Iterable[tuple[str, Collection[str], int]],
    wrote: int,
    any_of: Callable[[Collection[str]], int],
    grouped_below: Iterable[int],
) -> ThemeCounts:
    """Return the counts of families by code.

    Parameters
    ----------
    uses
        A code, the polarities it has in a family's words, and how many families have just these.
    wrote
        How many families wrote something that can be coded: the base.
    any_of
        How many families wrote of any of some codes.
    grouped_below
        The sizes under which themes are told together as other things.
    """
    families: Counter[str] = Counter()
    polarities: dict[str, Counter[str]] = defaultdict(Counter)
    for code, tones, number in uses:
        families[code] += number
        for tone in tones:
            polarities[code][tone] += number
    small = {n: [code for code, number in families.items() if number < n] for n in grouped_below}
    return ThemeCounts(
        wrote=wrote,
        families=families,
        polarities=polarities,
        other={str(n): any_of(codes) if codes else 0 for n, codes in small.items()},
    )


def count_written(
    wrote: Mapping[str, int], flagged: Mapping[tuple[str, str], int]
) -> dict[str, dict[str, int]]:
    """Return for each question how many families answered it in words, and how many with none.

    Parameters
    ----------
    wrote
        How many families wrote anything, by question.
    flagged
        How many of them wrote what says nothing, by question and flag: `off-topic` is all of
        them, `nothing-wrong` and `nothing-good` those where that is praise or blame.

    Examples
    --------
    >>> count_written({"best": 9}, {("best", "off-topic"): 3, ("best", "nothing-good"): 2})
    {'best': {'answered': 6, 'nothing_wrong': 0, 'nothing_good': 2, 'nothing_said': 1}}
    """
    counts = {}
    for item, number in wrote.items():
        nothing, wrong, good = (
            flagged.get((item, flag), 0) for flag in ("off-topic", "nothing-wrong", "nothing-good")
        )
        counts[item] = {
            ANSWERED: number - nothing,
            NOTHING_WRONG: wrong,
            NOTHING_GOOD: good,
            NOTHING_SAID: nothing - wrong - good,
        }
    return counts
