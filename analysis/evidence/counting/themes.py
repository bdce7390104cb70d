"""Codings in, counts of families out: people are counted, not labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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
    codings: Iterable[tuple[int, str, str]], wrote: int, grouped_below: Iterable[int]
) -> ThemeCounts:
    """Return the counts of families by code.

    Parameters
    ----------
    codings
        (response, code, polarity) of each coding; a family counts once a code and polarity.
    wrote
        How many families wrote something that can be coded: the base.
    grouped_below
        The sizes under which themes are told together as other things.
    """
    members: dict[str, set[int]] = defaultdict(set)
    toned: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for response, code, polarity in codings:
        members[code].add(response)
        toned[code][polarity].add(response)
    return ThemeCounts(
        wrote=wrote,
        families={code: len(ids) for code, ids in members.items()},
        polarities={
            code: Counter({tone: len(ids) for tone, ids in tones.items()})
            for code, tones in toned.items()
        },
        other={str(n): _together(members, n) for n in grouped_below},
    )


def _together(members: Mapping[str, set[int]], below: int) -> int:
    return len(set().union(*(ids for ids in members.values() if len(ids) < below)))
