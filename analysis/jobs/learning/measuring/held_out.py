"""The part of the public comments that was kept apart: coded, and scored against its labels."""

import numpy as np
from numpy.typing import NDArray

from analysis.coding.learning.hybrid import HybridCoder
from analysis.jobs.learning.measuring.public_comments import PublicComments
from analysis.jobs.learning.scores import macro_f1, micro_f1

Given = NDArray[np.bool_]
Floats = NDArray[np.float64]
_DID_NOT_ANSWER = "Labelling not possible"


def code_test(comments: PublicComments, coder: HybridCoder) -> Floats:
    """Return how sure a coder is of each label of the test's comments; -1 where it gives none."""
    place = {label: number for number, label in enumerate(comments.labels)}
    asked = [(one.text, one.tone) for one in comments.decisions(comments.test)]
    sure = np.full((len(asked), len(place)), -1.0)
    for row, codings in enumerate(coder.code_many(asked)):
        for coding in codings:
            here = place[coding.code]
            sure[row, here] = max(sure[row, here], coding.confidence)
    return sure


def score_test(comments: PublicComments, given: Given) -> dict[str, float]:
    """Return scores of all rows, of those not met in training, of those that answered."""
    truth = comments.truth[comments.test]
    answered = ~truth[:, comments.labels.index(_DID_NOT_ANSWER)]
    parts = {"": np.ones(len(truth), bool), "novel_": comments.novel, "answered_": answered}
    return {
        f"{part}{name}": round(score(given[rows], truth[rows]), 4)
        for part, rows in parts.items()
        for name, score in (("micro_f1", micro_f1), ("macro_f1", macro_f1))
    }
