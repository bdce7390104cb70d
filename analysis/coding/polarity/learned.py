"""Praise, blame, both or a wish, as the codebook's own example segments teach it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.coding.learning.features import TextFeatures
from analysis.coding.learning.model import Input, Points, Weights
from analysis.coding.learning.regression import fit
from analysis.definitions.codebook import Codebook, Polarity

POLARITIES: tuple[Polarity, ...] = ("-", "+", "mixed", "suggestion")
# What the question was for and what the words of the list say, in log odds: chosen on the codes
# found in answers of four made-up writers. More examples make what is learned surer of itself, and
# these have to grow with it.
_ASKED: dict[str, tuple[Polarity, float]] = {
    "praise": ("+", 8.0),
    "problem": ("-", 8.0),
    "suggestion": ("suggestion", 8.5),
}
_SAID = 3.0
_LEAST = 50  # example segments of praise, and of blame: with fewer the words alone decide

Floats = NDArray[np.float64]


class Spoken(NamedTuple):
    """Example segments, and which polarities each has: shape (segments, polarities)."""

    texts: Sequence[str]
    words: Sequence[Sequence[str]]
    truth: NDArray[np.bool_]

    @property
    def enough(self) -> bool:
        """Whether there is enough to learn from."""
        return bool((self.truth[:, :2].sum(axis=0) >= _LEAST).all())


def spoken_rows(codebook: Codebook, read: Callable[[str], Sequence[str]]) -> Spoken:
    """Return the example segments of all codes with their polarities; `read` cuts into words."""
    found: dict[str, set[Polarity]] = {}
    for code in codebook.codes:
        for polarity, texts in code.examples.by_polarity().items():
            for text in texts:
                found.setdefault(text, set()).add(polarity)
    truth = [[one in said for one in POLARITIES] for said in found.values()]
    return Spoken([*found], [read(text) for text in found], np.array(truth, bool).reshape(-1, 4))


def learn_polarity(features: TextFeatures, spoken: Spoken, points: Points) -> Weights:
    """Return one regression a polarity; nothing but zeros where there are too few examples.

    `points` are an encoder's for the segments, shape (segments, width); None without one.
    """
    dense = np.empty((len(spoken.words), 0)) if points is None else points.astype(float)
    if not spoken.enough:
        shapes = (len(features.names), 4), (dense.shape[1], 4), (4,)
        return Weights(*map(np.zeros, shapes))
    rows = features.matrix([features.row(words) for words in spoken.words])
    return fit(rows, dense, spoken.truth, np.ones(spoken.truth.shape))


def settle_polarity(
    weights: Weights,
    features: TextFeatures,
    words: Sequence[str],
    point: Floats,
    said: Polarity,
    tone: str,
) -> Polarity:
    """Return how a clause speaks, of what was learned, asked and `said` by its words.

    Parameters
    ----------
    weights, features
        As `learn_polarity` made them.
    words, point
        The clause's, and where an encoder puts it: shape (width,).
    said
        What `PolarityReader` makes of them.
    tone
        What the question was for.
    """
    likely = weights.logits(Input(features.row(words), point))
    if not likely.any():
        return said
    likely[POLARITIES.index(said)] += _SAID
    if tone in _ASKED:
        asked, weight = _ASKED[tone]
        likely[POLARITIES.index(asked)] += weight
    return POLARITIES[int(likely.argmax())]
