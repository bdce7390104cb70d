"""How near a clause is to one example of a code, or to a segment that is unlike it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from math import log, sqrt
from typing import NamedTuple

from analysis.coding.language.stems import StemReader
from analysis.definitions.codebook import Codebook

NO_CODE = ""  # segments about nothing in particular push away from every code
_NEAR = 0.4  # a cosine below this says nothing
_RARE = 8  # features of no more examples than this lead to those that may be near
_MAY_BE_NEAR = 0.1  # of the cosine, what rare features alone must make


def _leading(features: Collection[str], found: Mapping[str, int]) -> Collection[str]:
    """Return the features that lead to an example: its rare ones or, without any, its rarest."""
    rare = [feature for feature in features if found[feature] <= _RARE]
    return rare or sorted(features, key=lambda feature: (found[feature], feature))[:3]


class Alike(NamedTuple):
    """How alike a clause and an example are (0 to 1), and the example."""

    likeness: float
    text: str


class _Example(NamedTuple):
    code: str
    like: bool
    features: frozenset[str]
    text: str


class Nearness:
    """Finds the example or unlike segment nearest to a clause, for each code that has one near."""

    def __init__(self, codebook: Codebook, stems: StemReader) -> None:
        self._examples = [
            _Example(code.id, like, frozenset(stems.features_of_text(text)), text)
            for code in codebook.codes
            for like, texts in ((True, code.examples.all()), (False, code.examples.unlike))
            for text in texts
        ]
        self._examples += [
            _Example(NO_CODE, False, frozenset(stems.features_of_text(text)), text)
            for text in codebook.no_code
        ]
        found = Counter(feature for example in self._examples for feature in example.features)
        self._weight = {feature: self._idf(n) for feature, n in found.items()}
        self._unknown = self._idf(0)
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, example in enumerate(self._examples):
            for feature in _leading(example.features, found):
                self._holding[feature].append(number)
        self._length = [self._length_of(example.features) for example in self._examples]

    def pulls(self, features: Collection[str]) -> dict[str, float]:
        """Return by code how strongly a clause is drawn to it (up to 1) or away (down to -1).

        Under NO_CODE stands how strongly it is drawn away from every code.

        Measured by the cosine of TF-IDF features, from _NEAR on; 1 is an example word for word.
        """
        here = set(features)
        shared: dict[int, float] = defaultdict(float)
        for feature in here:
            if feature in self._holding:
                for number in self._holding[feature]:
                    shared[number] += self._weight[feature] ** 2
        length = self._length_of(here) if shared else 1.0
        found: dict[str, float] = {}
        for number, weight in shared.items():
            scale = length * self._length[number]
            if weight < _MAY_BE_NEAR * scale:
                continue
            code, like, others, _ = self._examples[number]
            cosine = sum(self._weight[feature] ** 2 for feature in here & others) / scale
            pull = (cosine - _NEAR) / (1 - _NEAR)
            if pull > abs(found.get(code, 0.0)):
                found[code] = pull if like else -pull
        return found

    def alike(self, features: Collection[str], code: str, most: int) -> list[Alike]:
        """Return the examples of a code most like a clause, the most alike first."""
        here = set(features)
        length = self._length_of(here)
        found = [
            Alike(
                self._shared(here & example.features) / (length * self._length[number]),
                example.text,
            )
            for number, example in enumerate(self._examples)
            if example.like and example.code == code
        ]
        return sorted(found, key=lambda one: -one.likeness)[:most]

    def cosine(self, features: Collection[str], others: Collection[str]) -> float:
        """Return how alike two clauses are, from 0 to 1."""
        one, other = set(features), set(others)
        return self._shared(one & other) / (self._length_of(one) * self._length_of(other))

    def _shared(self, features: Collection[str]) -> float:
        return sum(self._weight.get(feature, self._unknown) ** 2 for feature in features)

    def _idf(self, holders: int) -> float:
        return log((1 + len(self._examples)) / (1 + holders)) + 1

    def _length_of(self, features: Collection[str]) -> float:
        return sqrt(self._shared(features)) or 1.0
