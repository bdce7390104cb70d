"""A text as numbers: its words and word pairs, and the letters within its words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

_LETTERS = (3, 4, 5)  # how many letters of a word are read together
_MARK = "#"  # begins the name of a feature of letters
_KEPT_WORDS = 50_000

Floats = NDArray[np.float64]


class Row(NamedTuple):
    """The features that a text has: their places in order, and what each weighs."""

    places: NDArray[np.int32]
    weights: Floats


class TextFeatures:
    """Turns words into rows of TF-IDF weights: words and pairs in one block, letters in another.

    Each block of a row has length 1, so that neither drowns the other and a long text is no surer
    than a short one.

    Parameters
    ----------
    names
        The features known: `late`, `very late`, or `# lat` for letters (a space is a word's edge).
        Those of words come first.
    worth
        The inverse document frequency of each.

    References
    ----------
    Salton and Buckley (1988), Term-weighting approaches in automatic text retrieval.

    Examples
    --------
    >>> features = TextFeatures.learn([["the", "letter", "was", "late"], ["late", "again"]], [])
    >>> places, weights = features.row(["late"])
    >>> features.names[places[0]], float(weights[0])
    ('late', 1.0)
    """

    def __init__(self, names: Sequence[str], worth: Floats) -> None:
        self.names, self.worth = tuple(names), worth
        self._place = {name: place for place, name in enumerate(names)}
        self._in_word: dict[str, list[int]] = {}

    @classmethod
    def learn(
        cls, public: Sequence[Sequence[str]], answers: Sequence[Sequence[str]]
    ) -> "TextFeatures":
        """Return the features of the public texts, and of the answers those that two share.

        What one family alone wrote becomes no feature, so that no model keeps it. Letters are kept
        where two texts share them, whosever they are: rarer ones only cost memory.
        """
        said = [{*_pairs(words), *_letters(words)} for words in chain(public, answers)]
        found = Counter(chain.from_iterable(said))
        own = set(chain.from_iterable(map(_pairs, public)))
        kept = [name for name, n in found.items() if n > 1 or name in own]
        names = sorted(kept, key=lambda name: (name.startswith(_MARK), name))
        number = np.array([found[name] for name in names], dtype=float)
        return cls(names, np.log((1 + len(said)) / (1 + number)) + 1)

    def row(self, words: Sequence[str]) -> Row:
        """Return the features of a text from its words."""
        known = [self._place[name] for name in _pairs(words) if name in self._place]
        blocks = (known, [*chain.from_iterable(map(self._inside, words))])
        parts = [self._weigh(block) for block in blocks]
        return Row(*map(np.concatenate, zip(*parts, strict=True)))

    def _inside(self, word: str) -> list[int]:
        places = self._in_word.get(word)
        if places is None:
            if len(self._in_word) >= _KEPT_WORDS:
                self._in_word.clear()
            found = (self._place.get(name) for name in _letters([word]))
            places = self._in_word[word] = [place for place in found if place is not None]
        return places

    def _weigh(self, block: list[int]) -> Row:
        """Return each feature once: its count damped, weighed and the whole brought to length 1."""
        counts = Counter(block)
        places = np.fromiter(counts, np.int32, len(counts))
        damped = 1 + np.log(np.fromiter(counts.values(), float, len(counts)))
        weights = damped * self.worth[places]
        return Row(places, weights / (np.sqrt(weights @ weights) or 1))

    def matrix(self, rows: Sequence[Row]) -> csr_matrix:
        """Return rows as one sparse matrix, shape (len(rows), len(names))."""
        bounds = np.cumsum([0, *(len(row.places) for row in rows)])
        places = np.concatenate([np.empty(0, np.int32), *(row.places for row in rows)])
        weights = np.concatenate([np.empty(0), *(row.weights for row in rows)])
        return csr_matrix((weights, places, bounds), shape=(len(rows), len(self.names)))


def _pairs(words: Sequence[str]) -> Iterator[str]:
    return chain(words, (f"{left} {right}" for left, right in pairwise(words)))


def _letters(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        edged = f" {word} "
        for size in _LETTERS:
            for start in range(max(1, len(edged) - size + 1)):
                yield _MARK + edged[start : start + size]
