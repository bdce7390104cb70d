"""The nearest published recipe for such comments, rebuilt from its description.

A support-vector machine with a radial kernel a label (C 15, balanced, at most 1,000 iterations)
over TF-IDF of the words; a comment that gets no label gets the likeliest.
"""

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.jobs.learning.public_comments import plain

_FREEDOM, _ITERATIONS = 15, 1_000
_NEVER = -9.0


def code_by_recipe(
    texts: Sequence[str], truth: NDArray[np.bool_], asked: Sequence[str]
) -> NDArray[np.bool_]:
    """Return the labels that the recipe, taught by `texts`, gives to the texts `asked`."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import SVC

    words = TfidfVectorizer()
    known = words.fit_transform([plain(text) for text in texts])
    new = words.transform([plain(text) for text in asked])
    sides = np.full((len(asked), truth.shape[1]), _NEVER)
    for label in range(truth.shape[1]):
        if 0 < truth[:, label].sum() < len(truth):
            machine = SVC(C=_FREEDOM, class_weight="balanced", max_iter=_ITERATIONS)
            with warnings.catch_warnings():
                # The recipe stops there whether or not it has settled.
                warnings.simplefilter("ignore", ConvergenceWarning)
                machine.fit(known, truth[:, label])
            sides[:, label] = machine.decision_function(new)
    given = sides > 0
    none = np.flatnonzero(~given.any(axis=1))
    given[none, sides[none].argmax(axis=1)] = True
    return given
