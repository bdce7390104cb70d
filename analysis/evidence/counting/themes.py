"""Codings in, counts of families out: people are counted, not labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ThemeCounts:
    """How many families wrote of each code, of those who wrote anything.

    `polarities` counts families by code and tone; `other` says how many families wrote of any
    code that fewer than n families wrote of, by n.
    """

    wrote: int
    families: Mapping[str, int]
    polarities: Mapping[str, Mapping[str, int]]
    other: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """Return a plain form that `from_json` takes back."""
        return {name: getattr(self, name) for name in self.__slots__}

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
