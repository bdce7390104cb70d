"""Which codes a clause resembles, by the codebook's own phrases and examples."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log

import numpy as np
from nltk.stem.snowball import EnglishStemmer
from numpy.typing import NDArray

from analysis.coding.language.grammar import words_of
from analysis.coding.language.text import tokenize
from analysis.definitions.codebook import Codebook

_SMOOTHING = 0.2  # measured on made-up answers: .1 and .3 do no better
_SYNTAX = str.maketrans({"*": "", "+": " ", "|": " ", "#": " ", ".": " "})
_KEPT_STEMS = 20_000
_NEAR, _NEAR_COUNTS = 0.4, 1.5  # a clause nearer to an example than this is pulled to its code
_RARE = 20  # features of more examples than this do not tell which one is near
_LEAST_SHARE = 0.02
# Left out alone and kept in pairs: "not in place" is told from "in place".
_FREQUENT = words_of(
    "the a an of to and in it is was for on that i we they he she his her my our be with as at by "
    "this so but or me us them him you your are were had have has do did"
)
_STEMMER = EnglishStemmer()

Weights = NDArray[np.float64]


class Likeness:
    """Scores of the codes for a clause, learned from the codebook alone.

    Two things count. Naive Bayes: every phrase, example, definition and list of what to include
    is a row of its code, `no_code` segments are rows of none; features are stems and pairs of
    stems, weighted by TF-IDF and scaled to length 1, so that long clauses are no surer than short
    ones. And nearness: a clause much like one example is pulled to its code, a clause much like
    an `unlike` segment is pushed from it.

    References
    ----------
    Rennie et al. (2003), Tackling the poor assumptions of naive Bayes text classifiers, ICML:
    TF-IDF and length normalisation (section 4).
    """

    def __init__(self, codebook: Codebook) -> None:
        self._heads = _single_heads(codebook)
        self._codes = [code.id for code in codebook.codes]
        rows = [(number, Counter(self._features(text))) for number, text in _texts(codebook)]
        found = Counter(feature for _, features in rows for feature in features)
        self._places = {feature: place for place, feature in enumerate(found)}
        self._idf = np.array([log((1 + len(rows)) / (1 + n)) + 1 for n in found.values()])
        sums = np.full((len(found), len(self._codes) + 1), _SMOOTHING)
        for number, features in rows:
            places, weights = self._weigh(features)
            sums[places, number] += weights
        self._log = np.log(sums) - np.log(sums.sum(axis=0))
        self._examples = list(_examples(codebook))
        self._holding: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for example, (_, _, text) in enumerate(self._examples):
            places, weights = self._weigh(Counter(self._features(text)))
            for place, weight in zip(places, weights.tolist(), strict=True):
                self._holding[place].append((example, weight))
        self._holding = {p: held for p, held in self._holding.items() if len(held) <= _RARE}

    def scores(self, words: Sequence[str]) -> dict[str, float]:
        """Return each likely code's share of 1 by naive Bayes, shifted by nearness to examples."""
        places, weights = self._weigh(Counter(self._features_of(words)))
        if not places:
            return {}
        logs = weights @ self._log[places]
        shares = np.exp(logs - logs.max())
        shares /= shares.sum()
        likely = np.flatnonzero(shares[:-1] > _LEAST_SHARE).tolist()
        scores = {self._codes[number]: float(shares[number]) for number in likely}
        for code, near in self._nearness(places, weights).items():
            scores[code] = scores.get(code, 0.0) + near * _NEAR_COUNTS
        return scores

    def _nearness(self, places: Sequence[int], weights: Weights) -> dict[str, float]:
        """Return by code how much nearer than _NEAR (cosine) its nearest example is, in -1 to 1."""
        cosines: dict[int, float] = defaultdict(float)
        for place, weight in zip(places, weights.tolist(), strict=True):
            for example, other in self._holding.get(place, ()):
                cosines[example] += weight * other
        found: dict[str, float] = {}
        for example, cosine in cosines.items():
            if cosine <= _NEAR:
                continue
            code, like, _ = self._examples[example]
            near = (cosine - _NEAR) / (1 - _NEAR)
            if near > abs(found.get(code, 0.0)):
                found[code] = near if like else -near
        return found

    def telling(self, words: Sequence[str], code: str, most: int = 3) -> list[int]:
        """Return the numbers of the words that speak most for a code, against the other codes."""
        number = self._codes.index(code)
        said: dict[int, float] = {}
        for place, word in enumerate(words):
            feature = self._places.get(_stem(self._heads.get(word, word)))
            if feature is not None and word not in _FREQUENT:
                row = self._log[feature]
                said[place] = float(row[number] - row.mean())
        strongest = sorted(said, key=lambda place: -said[place])[:most]
        return sorted(place for place in strongest if said[place] > 0)

    def _features(self, text: str) -> Iterator[str]:
        return self._features_of([token.word for token in tokenize(text.translate(_SYNTAX))])

    def _features_of(self, words: Sequence[str]) -> Iterator[str]:
        stems = [_stem(self._heads.get(word, word)) for word in words]
        yield from (stem for stem in stems if stem not in _FREQUENT)
        for left, right in pairwise(stems):
            yield f"{left} {right}"

    def _weigh(self, features: Counter[str]) -> tuple[list[int], Weights]:
        known = [(self._places[f], n) for f, n in features.items() if f in self._places]
        places = [place for place, _ in known]
        weights = np.array([1 + log(n) for _, n in known]) * self._idf[places]
        return places, weights / (np.sqrt(weights @ weights) or 1)


def _texts(codebook: Codebook) -> Iterator[tuple[int, str]]:
    for number, code in enumerate(codebook.codes):
        phrases = (*code.cues, *code.says_well, *code.says_badly)
        said = (f"{code.label} {code.definition}", code.include)
        for text in (*phrases, *code.examples.all(), *said):
            yield number, text
    for text in codebook.no_code:
        yield len(codebook.codes), text


def _examples(codebook: Codebook) -> Iterator[tuple[str, bool, str]]:
    for code in codebook.codes:
        for text in code.examples.all():
            yield code.id, True, text
        for text in code.examples.unlike:
            yield code.id, False, text


def _single_heads(codebook: Codebook) -> dict[str, str]:
    """Return single words that stand in one list of same words only, with the list's head."""
    lists = codebook.same_words.items()
    said = Counter(word for head, words in lists for word in {head, *words})
    return {
        word: head
        for head, words in lists
        for word in {head, *words}
        if said[word] == 1 and word.isalnum()
    }


@lru_cache(maxsize=_KEPT_STEMS)
def _stem(word: str) -> str:
    return str(_STEMMER.stem(word))
