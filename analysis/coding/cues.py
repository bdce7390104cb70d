"""Phrases of the codebook found in a clause, by code, with how much they say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.coding.language.matching import GAP, PhraseMatcher
from analysis.definitions.codebook import Codebook

TOGETHER = " + "  # "letter + weeks": both in one clause, in whatever order
_SURE = {1: 0.5, 2: 0.62, 3: 0.72}  # of a phrase of so many words
_SURE_LONGER = 0.8
_LEANS = 0.05  # a phrase that carries praise or blame is rarely there by chance
_AGAIN = 0.6  # what a further phrase adds, of what it would say alone
_MOST = 0.97

Place = tuple[int, int]


class Hit(NamedTuple):
    """A phrase of a code in a clause; places are words from start up to end."""

    kind: str  # cue, well, badly
    sure: float
    places: tuple[Place, ...]


class _Role(NamedTuple):
    """What a phrase is to a code: the `number`-th, in so many parts that have to meet."""

    code: str
    kind: str
    sure: float
    number: int
    parts: int


class CueFinder:
    """Finds every code's phrases in a clause at once."""

    def __init__(self, codebook: Codebook) -> None:
        self._roles: list[_Role] = []
        phrases: list[str] = []
        for number, (code, kind, phrase) in enumerate(_phrases(codebook)):
            parts = phrase.split(TOGETHER)
            role = _Role(code, kind, _sureness(parts, kind), number, len(parts))
            phrases.extend(parts)
            self._roles.extend([role] * len(parts))
        self._matcher = PhraseMatcher(phrases, codebook.same_words)

    def find(self, words: Sequence[str]) -> dict[str, list[Hit]]:
        """Return the hits of each code that has any and none of its `never_with` beside."""
        hits: dict[str, list[Hit]] = defaultdict(list)
        met: dict[int, dict[int, Place]] = defaultdict(dict)
        never = set()
        for start, end, phrase in self._matcher.find(words):
            code, kind, sure, number, parts = self._roles[phrase]
            if kind == "never":
                never.add(code)
            elif parts == 1:
                hits[code].append(Hit(kind, sure, ((start, end),)))
            else:
                met[number][phrase] = (start, end)
                if len(met[number]) == parts:
                    hits[code].append(Hit(kind, sure, tuple(met[number].values())))
        return {code: found for code, found in hits.items() if code not in never}


def sureness(hits: Sequence[Hit]) -> float:
    """Return how sure several phrases of one code make it; one inside another adds nothing."""
    doubt, taken = 1.0, set[int]()
    for hit in sorted(hits, key=lambda hit: -hit.sure):
        words = {word for start, end in hit.places for word in range(start, end)}
        if taken.isdisjoint(words):
            doubt *= 1 - hit.sure * (_AGAIN if taken else 1)
            taken |= words
    return min(1 - doubt, _MOST)


def _phrases(codebook: Codebook) -> Iterator[tuple[str, str, str]]:
    for code in codebook.codes:
        listed: Mapping[str, Sequence[str]] = {
            "cue": code.cues,
            "well": code.says_well,
            "badly": code.says_badly,
            "never": code.never_with,
        }
        for kind, phrases in listed.items():
            for phrase in phrases:
                yield code.id, kind, phrase


def _sureness(parts: Sequence[str], kind: str) -> float:
    words = sum(word != GAP for part in parts for word in part.split())
    return _SURE.get(words, _SURE_LONGER) + (_LEANS if kind in ("well", "badly") else 0)
