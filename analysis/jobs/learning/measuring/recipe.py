"""The nearest published recipe for such comments, rebuilt from its description.

A support-vector machine with a radial kernel a label (C 15, balanced, at most 1,000 iterations)
over TF-IDF of the words; a comment that gets no label gets the likeliest.
"""

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from analysis.coding.learning.model import TONES
from analysis.jobs.learning.measuring.public_comments import plain

_FREEDOM, _ITERATIONS = 15, 1_000
_NEVER = -9.0

Comment = tuple[str, str]  # what was written, and what the question was for


def code_by_recipe(
    taught: Sequence[Comment], truth: NDArray[np.bool_], asked: Sequence[Comment], tones: bool
) -> NDArray[np.bool_]:
    """Return the labels that the recipe, taught by comments, gives to those asked.

    `tones` lets it know what the question of each comment was for.
    """
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import SVC

    words = TfidfVectorizer()
    known = words.fit_transform([plain(text) for text, _ in taught])
    new = words.transform([plain(text) for text, _ in asked])
    if tones:
        known, new = (
            hstack(pair, format="csr") for pair in ((known, _tones(taught)), (new, _tones(asked)))
        )
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


def _tones(comments: Sequence[Comment]) -> csr_matrix:
    return csr_matrix([[float(tone == one) for one in TONES] for _, tone in comments])
