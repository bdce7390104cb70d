"""Emerging themes: groups among clauses that no code fits, as proposals for people to judge."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log, sqrt
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from analysis.coding.coder import Coding
from analysis.coding.language.grammar import JOINERS, SUBJECTS, VERBS, words_of
from analysis.coding.language.text import tokenize
from analysis.coding.segmentation import split_segments
from analysis.words import Redacted

LEAST_MEMBERS = 3  # fewer are no group
_LEAST_CLAUSES = 8
_MOST_GROUPS = 30
_LABEL_WORDS = 6
_DIRECTIONS = 50
_STARTS = 10
_EMPTY = (
    SUBJECTS
    | JOINERS
    | VERBS
    | words_of(
        "a an the of to in on at by for with from as or not no but very too just more than us"
    )
    | words_of("about out up so also it its only there here them him me who which how why where")
)


class PointMaker(Protocol):
    """Anything that turns texts into points that lie close where texts mean alike."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a point of length 1 for each text."""


class Group(NamedTuple):
    """Clauses that may share a theme.

    `words` say what they share and others do not; `coherence` is the mean NPMI of pairs of these
    words, from -1 (never together) to 1 (always); `members` are places of the clauses given.
    """

    words: tuple[str, ...]
    coherence: float
    members: tuple[int, ...]


def find_themes(
    clauses: Sequence[str], seed: int, encoder: PointMaker | None = None
) -> list[Group]:
    """Return groups among clauses, the largest first; the same clauses and seed give the same.

    Parameters
    ----------
    clauses
        Texts that no code fits. Fewer than eight that hold a telling word make no group.
    encoder
        Where there is one it finds what is alike; else shared words do.

    References
    ----------
    Bouma (2009), Normalized pointwise mutual information in collocation extraction, GSCL, for the
    coherence; Arthur and Vassilvitskii (2007), k-means++, SODA, for the grouping.
    """
    said = [[*dict.fromkeys(_telling(clause))] for clause in clauses]
    kept = [place for place, words in enumerate(said) if words]
    if len(kept) < _LEAST_CLAUSES:
        return []
    own = [said[place] for place in kept]
    points = _points([clauses[place] for place in kept], own, encoder, seed)
    group_of = _group(points, seed)
    everywhere = Counter(word for words in own for word in words)
    groups = []
    for number in sorted(set(group_of.tolist())):
        inside = np.flatnonzero(group_of == number).tolist()
        if len(inside) >= LEAST_MEMBERS:
            words = _label([own[place] for place in inside], everywhere, len(own))
            members = tuple(kept[place] for place in inside)
            groups.append(Group(words, coherence(words, own), members))
    return sorted(groups, key=lambda group: (-len(group.members), group.words))


def uncoded_clauses(text: Redacted, codings: Iterable[Coding]) -> list[str]:
    """Return the clauses of an answer that no code was given to."""
    given, coded = text.reveal(), {(coding.start, coding.end) for coding in codings}
    return [given[start:end] for start, end in split_segments(given) if (start, end) not in coded]


def _telling(clause: str) -> list[str]:
    words = (token.word for token in tokenize(clause))
    return [word for word in words if len(word) > 2 and word.isalpha() and word not in _EMPTY]


def _points(
    clauses: Sequence[str], said: Sequence[Sequence[str]], encoder: PointMaker | None, seed: int
) -> NDArray[np.float64]:
    if encoder is not None:
        return encoder.encode(clauses).astype(float)
    from sklearn.decomposition import TruncatedSVD  # slow to import, not needed to code

    found = Counter(word for words in said for word in words)
    place = {word: number for number, word in enumerate(sorted(found))}
    rows = [number for number, words in enumerate(said) for _ in words]
    columns = [place[word] for words in said for word in words]
    worth = [log((1 + len(said)) / (1 + found[word])) + 1 for words in said for word in words]
    matrix = csr_matrix((worth, (rows, columns)), shape=(len(said), len(place)))
    directions = min(_DIRECTIONS, len(place) - 1, len(said) - 1)
    if directions < 1 or len(set(map(tuple, said))) < 2:
        return np.ones((len(said), 1))
    points = TruncatedSVD(directions, random_state=seed).fit_transform(matrix)
    points /= np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    return np.asarray(points)


def _group(points: NDArray[np.float64], seed: int) -> NDArray[np.int_]:
    from sklearn.cluster import KMeans  # slow to import, not needed to code

    distinct = len(np.unique(points.round(6), axis=0))
    number = max(2, min(_MOST_GROUPS, round(sqrt(len(points) / 2)), distinct))
    if distinct < number:
        return np.zeros(len(points), int)
    found = KMeans(number, n_init=_STARTS, random_state=seed).fit_predict(points)
    return np.asarray(found, int)


def _label(
    inside: Sequence[Sequence[str]], everywhere: Counter[str], total: int
) -> tuple[str, ...]:
    """Return the words that a group has far more often than all clauses do."""
    own = Counter(word for words in inside for word in words)
    weight = {
        word: n / len(inside) * log(1 + total / everywhere[word])
        for word, n in own.items()
        if n > 1 or len(inside) == 1
    } or {word: log(1 + total / everywhere[word]) for word in own}
    return tuple(sorted(weight, key=lambda word: (-weight[word], word))[:_LABEL_WORDS])


def coherence(words: Sequence[str], said: Sequence[Sequence[str]]) -> float:
    """Return the mean NPMI of the pairs of words over texts; 0 for fewer than two words.

    Examples
    --------
    >>> coherence(["bus", "late"], [["bus", "late"], ["bus", "late"], ["tea"]])
    1.0
    """
    sets = [set(text) for text in said]
    pairs = [_npmi(left, right, sets) for left, right in combinations(words, 2)]
    return round(sum(pairs) / len(pairs), 4) if pairs else 0.0


def _npmi(left: str, right: str, sets: Sequence[set[str]]) -> float:
    total = len(sets)
    here, there = (sum(word in text for text in sets) / total for word in (left, right))
    both = sum(left in text and right in text for text in sets) / total
    if both == 0:
        return -1.0
    return 1.0 if both == 1 else log(both / (here * there)) / -log(both)
