"""The public comments of patients, with their labels and the split that others used."""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analysis.coding.learning.rows import Decision
from analysis.definitions.codebook import Polarity
from analysis.errors import InputError
from analysis.words import Redacted

CODEBOOK = Path(__file__).with_name("public_comments")
QUESTION, ANSWER, SCORE = "FFT question", "FFT answer", "FFT categorical answer"
FIRST_LABEL = "Not assigned"
UNUSED = (
    "Safeguarding concerns?",
    "Psychological therapy arrangements",
    "Existence of services",
    "Choice of services",
    "Out of hours support (community services)",
    "Learning organisation",
)
_PLAIN = str.maketrans("", "", string.punctuation + string.digits)
_TEST_SHARE, _SPLIT_SEED = 0.2, 42  # as published


@dataclass(frozen=True, slots=True)
class PublicComments:
    """Comments with their labels, shape (comments, labels), and which of them are the test's.

    `novel` are the comments of the test that do not stand, word for word, in the other part.
    """

    texts: tuple[str, ...]
    tones: tuple[str, ...]
    labels: tuple[str, ...]
    truth: NDArray[np.bool_]
    train: NDArray[np.int_]
    test: NDArray[np.int_]
    novel: NDArray[np.bool_]

    def decisions(self, places: NDArray[np.int_]) -> Iterator[Decision]:
        """Yield comments as somebody decided them; they were published without personal data."""
        for place in places.tolist():
            named = {self.labels[label] for label in np.flatnonzero(self.truth[place])}
            codes: dict[str, Polarity] = dict.fromkeys(sorted(named), "mixed")
            text = Redacted(self.texts[place])
            yield Decision(str(place), text, self.tones[place], codes)


def read_comments(path: Path) -> PublicComments:
    """Return the comments that have a question, an answer, a score and a label."""
    from sklearn.model_selection import train_test_split  # the published split is its own

    try:
        table = pd.read_csv(path)
        names = [*table.columns[[*table.columns].index(FIRST_LABEL) :]]
        needed = table[[QUESTION, ANSWER, SCORE]]
    except (ValueError, KeyError, UnicodeDecodeError, pd.errors.ParserError):
        expected = f"columns {QUESTION}, {ANSWER}, {SCORE}, {FIRST_LABEL} and further labels"
        raise InputError(f"{path}: found another table, expected {expected}") from None
    labels = [name for name in names if name not in UNUSED]
    truth = table[labels].fillna(0).astype(float).to_numpy() > 0
    said = table[ANSWER].fillna("").map(lambda text: text.translate(_PLAIN).strip() != "")
    kept = needed.notna().all(axis=1).to_numpy() & said.to_numpy(bool) & truth.any(axis=1)
    texts = tuple(table[ANSWER][kept])
    train, test = train_test_split(
        np.arange(len(texts)), test_size=_TEST_SHARE, random_state=_SPLIT_SEED
    )
    seen = {plain(texts[place]) for place in train}
    return PublicComments(
        texts=texts,
        tones=tuple(map(_tone, table[QUESTION][kept])),
        labels=tuple(labels),
        truth=truth[kept],
        train=train,
        test=test,
        novel=np.array([plain(texts[place]) not in seen for place in test]),
    )


def plain(text: str) -> str:
    """Return a text in small letters without digits and punctuation."""
    return " ".join(text.lower().translate(_PLAIN).split())


def _tone(question: str) -> str:
    if "good" in question:
        return "praise"
    return "suggestion" if "improve" in question or "better" in question else "mixed"
