"""Why a clause has a code: what spoke for it, what is most like it, and whether that is so."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from analysis.coding.learning.clauses import Clause
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.model import Model, SentenceEncoder
from analysis.coding.learning.rows import Answer, read_answer
from analysis.definitions.codebook import Codebook
from analysis.words import Redacted

_MARK = "#"
_MOST = 5


class Known(NamedTuple):
    """A text whose code people know: of the codebook, or decided by a reviewer (`of`: its id)."""

    text: str
    code: str
    of: str


class Why(NamedTuple):
    """Why a clause has a code.

    `phrases` are the places of the codebook's phrases in the answer; `words` what each word of
    the clause adds to the log odds of what was learned, the most first; `alike` the known texts
    most like the clause, with how alike (0 to 1).
    """

    phrases: tuple[tuple[int, int], ...]
    words: tuple[tuple[str, float], ...]
    alike: tuple[tuple[Known, float], ...]


def explain(
    coder: HybridCoder, text: Redacted, tone: str, code: str, known: "Neighbours"
) -> Why | None:
    """Return why an answer has a code, from its clause that speaks most for it.

    None if the answer holds no word.
    """
    answer = read_answer(coder.reader, text, tone)
    if answer is None:
        return None
    clause = answer.clauses[_surest(coder, answer, code)]
    phrases = tuple(
        (clause.tokens[start].start, clause.tokens[end - 1].end)
        for hit in clause.hits.get(code, ())
        for start, end in hit.places
    )
    return Why(phrases, _contributions(coder.model, clause, code), known.find(clause, code))


def _surest(coder: HybridCoder, answer: Answer, code: str) -> int:
    place = coder.model.codes.index(code)
    return int(coder.probabilities(answer)[:, place].argmax())


def _contributions(model: Model, clause: Clause, code: str) -> tuple[tuple[str, float], ...]:
    """Return what each word adds, with its letters and its share of pairs; together exact."""
    place = model.codes.index(code)
    model = model.of(code)
    row = model.features.row(clause.words)
    added: Counter[str] = Counter()
    for feature, weight in zip(row.places.tolist(), row.weights.tolist(), strict=True):
        value = weight * model.clause.text[feature, place]
        owners = [*_owners(model.features.names[feature], clause.words)]
        for word in owners:
            added[word] += value / len(owners)
    surest = sorted(added.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((word, round(value, 6)) for word, value in surest)


def _owners(feature: str, words: Sequence[str]) -> Iterator[str]:
    """Yield the words of a clause from which a feature comes."""
    if feature.startswith(_MARK):
        yield from (word for word in words if feature[1:] in f" {word} ")
    else:
        yield from feature.split(" ")


def without(clause: Clause, words: Mapping[str, float] | Sequence[str]) -> Redacted:
    """Return a clause's text without some of its words: what is left should speak less for it."""
    gone = set(words)
    left = [token.word for token in clause.tokens if token.word not in gone]
    return Redacted(" ".join(left))


class Neighbours:
    """Known texts, the codebook's and those that reviewers decided, found by likeness.

    It lives in memory alone: the words of reviewed answers stand in no model's folder.
    """

    def __init__(
        self,
        coder: HybridCoder,
        codebook: Codebook,
        reviewed: Sequence[Known] = (),
        encoder: SentenceEncoder | None = None,
    ) -> None:
        book = [
            Known(text, code.id, "codebook")
            for code in codebook.codes
            for text in code.examples.all()
        ]
        self._known = [*book, *reviewed]
        self._coder, self._encoder = coder, encoder
        self._matrix = self._rows([coder.reader.read_segment(one.text) for one in self._known])

    def find(self, clause: Clause, code: str, most: int = 2) -> tuple[tuple[Known, float], ...]:
        """Return the known texts of a code most like a clause, with the cosine."""
        alike = (self._matrix @ self._rows([clause]).T).ravel()
        own = [place for place, one in enumerate(self._known) if one.code == code]
        own.sort(key=lambda place: (-alike[place], place))
        return tuple((self._known[place], round(float(alike[place]), 4)) for place in own[:most])

    def _rows(self, clauses: Sequence[Clause]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        if self._encoder is not None:
            return self._encoder.encode([clause.text for clause in clauses]).astype(float)
        features = self._coder.model.features
        rows = features.matrix([features.row(clause.words) for clause in clauses])
        dense: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = rows.toarray() / np.sqrt(2)
        return dense
