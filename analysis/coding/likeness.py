"""Which codes a clause resembles, by naive Bayes over the codebook's own texts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from analysis.coding.language.stems import StemReader
from analysis.definitions.codebook import Codebook

_SMOOTHING = 0.2  # measured on made-up answers: .1 and .3 do no better
_LEAST_SHARE = 0.02
_SYNTAX = str.maketrans({"*": "", "+": " ", "|": " ", "#": " ", ".": " "})

Weights = NDArray[np.float64]


class Likeness:
    """Shares of the codes for a clause, learned from the codebook alone.

    Every phrase, example, definition and list of what to include is a row of its code, `no_code`
    segments are rows of none. Features are weighted by TF-IDF and scaled to length 1, so that
    long clauses are no surer than short ones.

    References
    ----------
    Rennie et al. (2003), Tackling the poor assumptions of naive Bayes text classifiers, ICML:
    TF-IDF and length normalisation (section 4).
    """

    def __init__(self, codebook: Codebook, stems: StemReader) -> None:
        self._stems = stems
        self._codes = [code.id for code in codebook.codes]
        rows = [(number, {*stems.features_of_text(text)}) for number, text in _texts(codebook)]
        found = Counter(feature for _, features in rows for feature in features)
        self._places = {feature: place for place, feature in enumerate(found)}
        self._idf = np.array([log((1 + len(rows)) / (1 + n)) + 1 for n in found.values()])
        sums = np.full((len(found), len(self._codes) + 1), _SMOOTHING)
        for number, features in rows:
            places, weights = self._weigh(features)
            sums[places, number] += weights
        self._log = np.log(sums) - np.log(np.maximum(sums.sum(axis=0), _SMOOTHING))

    def shares(self, features: Sequence[str]) -> dict[str, float]:
        """Return the likely codes' shares of 1; what is missing is unlikely codes' or none's."""
        places, weights = self._weigh(features)
        if not places:
            return {}
        logs = weights @ self._log[places]
        shares = np.exp(logs - logs.max())
        shares /= shares.sum()
        likely = np.flatnonzero(shares[:-1] > _LEAST_SHARE).tolist()
        return {self._codes[number]: float(shares[number]) for number in likely}

    def telling(self, words: Sequence[str], code: str, most: int = 3) -> list[int]:
        """Return the numbers of the words that speak most for a code, against the other codes."""
        number = self._codes.index(code)
        said: dict[int, float] = {}
        for place, word in enumerate(words):
            feature = self._places.get(self._stems.stem(word))
            if feature is not None and self._stems.is_telling(word):
                row = self._log[feature]
                said[place] = float(row[number] - row.mean())
        strongest = sorted(said, key=lambda place: -said[place])[:most]
        return sorted(place for place in strongest if said[place] > 0)

    def _weigh(self, features: Iterable[str]) -> tuple[list[int], Weights]:
        known = self._places
        places = [known[feature] for feature in dict.fromkeys(features) if feature in known]
        weights = self._idf[places]
        return places, weights / (sqrt(weights @ weights) or 1)


def _texts(codebook: Codebook) -> Iterator[tuple[int, str]]:
    for number, code in enumerate(codebook.codes):
        phrases = (*code.cues, *code.says_well, *code.says_badly)
        said = (f"{code.label} {code.definition}", code.include)
        for text in (*(phrase.translate(_SYNTAX) for phrase in phrases), *said):
            yield number, text
        for text in code.examples.all():
            yield number, text
    for text in codebook.no_code:
        yield len(codebook.codes), text
