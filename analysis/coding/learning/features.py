"""A text as numbers: its words and word pairs, and the letters within its words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from analysis.coding.language.text import tokenize

_LETTERS = (3, 4, 5)  # how many letters of a word are read together
_MARK = "#"  # begins the name of a feature of letters
_KEPT_WORDS = 50_000

Floats = NDArray[np.float64]


class TextFeatures:
    """Turns texts into rows of TF-IDF weights: words and pairs in one block, letters in another.

    Each block of a row has length 1, so that neither drowns the other and a long text is no surer
    than a short one.

    Parameters
    ----------
    names
        The features known: `late`, `very late`, or `# lat` for letters (a space is a word's edge).
    worth
        The inverse document frequency of each.

    References
    ----------
    Salton and Buckley (1988), Term-weighting approaches in automatic text retrieval.

    Examples
    --------
    >>> features = TextFeatures.learn(["the letter was late", "late again"], [])
    >>> row = features.rows(["late"])
    >>> features.names[row.indices[0]], row.shape == (1, len(features.names))
    ('late', True)
    """

    def __init__(self, names: Sequence[str], worth: Floats) -> None:
        self.names, self.worth = tuple(names), worth
        self._place = {name: place for place, name in enumerate(names)}
        self._in_word: dict[str, list[int]] = {}
        self._first_letters = next(
            (place for place, name in enumerate(names) if name.startswith(_MARK)), len(names)
        )

    @classmethod
    def learn(cls, public: Sequence[str], answers: Sequence[str]) -> "TextFeatures":
        """Return the features of the public texts, and of the answers those that two share.

        What one family alone wrote becomes no feature, so that no model keeps it. Letters are kept
        where two texts share them, whosever they are: rarer ones only cost memory.
        """
        said = [set(chain(_words_of(text), _letters_of(text))) for text in chain(public, answers)]
        found = Counter(chain.from_iterable(said))
        own = set(chain.from_iterable(map(_words_of, public)))
        kept = [name for name, n in found.items() if n > 1 or name in own]
        names = sorted(kept, key=lambda name: (name.startswith(_MARK), name))
        number = np.array([found[name] for name in names], dtype=float)
        return cls(names, np.log((1 + len(said)) / (1 + number)) + 1)

    def rows(self, texts: Sequence[str]) -> csr_matrix:
        """Return a row for each text, shape (len(texts), len(names))."""
        words = [[*self._known(_words_of(text))] for text in texts]
        letters = [[*chain.from_iterable(map(self._inside, _tokens(text)))] for text in texts]
        here = self._first_letters
        return hstack(
            [self._block(words, 0, here), self._block(letters, here, len(self.names))],
            format="csr",
        )

    def _known(self, features: Iterator[str]) -> Iterator[int]:
        return (self._place[name] for name in features if name in self._place)

    def _inside(self, word: str) -> list[int]:
        places = self._in_word.get(word)
        if places is None:
            if len(self._in_word) >= _KEPT_WORDS:
                self._in_word.clear()
            places = self._in_word[word] = [*self._known(_letters_in(word))]
        return places

    def _block(self, found: Sequence[Sequence[int]], start: int, end: int) -> csr_matrix:
        """Return counts damped, weighed and brought to length 1."""
        bounds = np.cumsum([0, *map(len, found)])
        places = np.fromiter(chain.from_iterable(found), dtype=np.int32, count=bounds[-1]) - start
        block = csr_matrix(
            (np.ones(len(places)), places, bounds), shape=(len(found), end - start)
        )
        block.sum_duplicates()
        block.data = (1 + np.log(block.data)) * self.worth[start:end][block.indices]
        length = np.sqrt(np.add.reduceat(np.append(block.data**2, 0), block.indptr[:-1]))
        lengths = np.repeat(length, np.diff(block.indptr))
        block.data /= lengths
        return block


def _tokens(text: str) -> list[str]:
    return [token.word for token in tokenize(text)]


def _words_of(text: str) -> Iterator[str]:
    words = _tokens(text)
    return chain(words, (f"{left} {right}" for left, right in pairwise(words)))


def _letters_of(text: str) -> Iterator[str]:
    return chain.from_iterable(map(_letters_in, _tokens(text)))


def _letters_in(word: str) -> Iterator[str]:
    edged = f" {word} "
    for size in _LETTERS:
        for start in range(max(1, len(edged) - size + 1)):
            yield _MARK + edged[start : start + size]
