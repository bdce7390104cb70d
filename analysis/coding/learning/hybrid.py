"""The coder that blends the codebook's phrases with what people's decisions taught."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.coding.coder import Coding
from analysis.coding.learning.clauses import ClauseReader
from analysis.coding.learning.model import Floats, Model, Points, SentenceEncoder
from analysis.coding.learning.rows import Answer, read_answer
from analysis.coding.polarity.learned import settle_polarity
from analysis.definitions.codebook import Codebook, Polarity
from analysis.errors import InputError
from analysis.words import Redacted

_NOWHERE = np.empty(0)  # where no encoder puts a clause


class HybridCoder:
    """Gives codes by phrases where little was decided, and by what was learned where much was.

    Parameters
    ----------
    codebook
        The one that the model was taught with.
    model
        What was learned.
    encoder
        The one that the model was taught with, or None if it was taught without.

    Raises
    ------
    InputError
        If the model knows another encoder than the one given.
    """

    def __init__(
        self, codebook: Codebook, model: Model, encoder: SentenceEncoder | None, name: str
    ) -> None:
        if model.encoder != (encoder and encoder.name):
            found, here = model.encoder or "none", (encoder and encoder.name) or "none"
            raise InputError(f"model {name}: taught with the encoder {found}, here is {here}")
        self.name = name
        self.model = model
        self.mark = f"{name} {model.mark()}"
        self.reader = ClauseReader(codebook)
        self._encoder = encoder

    def code(self, text: Redacted, tone: str) -> tuple[Coding, ...]:
        """Return the codings of a text in the order of its clauses."""
        [codings] = self.code_many([(text, tone)])
        return codings

    def code_many(self, texts: Sequence[tuple[Redacted, str]]) -> list[tuple[Coding, ...]]:
        """Return the codings of many texts; the encoder reads all their clauses at once."""
        answers = [read_answer(self.reader, text, tone) for text, tone in texts]
        points = self._encode([answer for answer in answers if answer is not None])
        return [() if one is None else self._give(one, next(points)) for one in answers]

    def probabilities(self, answer: Answer) -> Floats:
        """Return how likely each clause of an answer has each code, shape (clauses, codes)."""
        return self.model.probabilities(answer, self.points_of(answer))

    def points_of(self, answer: Answer) -> Points:
        """Return the encoder's points of an answer's clauses, None without an encoder."""
        return next(self._encode([answer]))

    def _give(self, answer: Answer, points: NDArray[np.float32] | None) -> tuple[Coding, ...]:
        model = self.model
        probability = model.probabilities(answer, points)
        chosen = [self._confident(row) for row in self._choose(probability)]

        def speaks(at: int, said: Polarity) -> Polarity:
            words = answer.clauses[at].words
            point = _NOWHERE if points is None else points[at]
            return settle_polarity(model.says, model.features, words, point, said, answer.tone)

        return self.reader.give(answer.clauses, chosen, answer.tone, speaks)

    def _encode(self, answers: Sequence[Answer]) -> Iterator[NDArray[np.float32] | None]:
        """Yield the encoder's points of each answer's clauses, None without an encoder."""
        if self._encoder is None:
            yield from [None] * len(answers)
            return
        points = self._encoder.encode([c.text for answer in answers for c in answer.clauses])
        yield from np.split(points, np.cumsum([len(a.clauses) for a in answers])[:-1])

    def _choose(self, probability: Floats) -> Sequence[dict[str, float]]:
        """Return the codes of each clause with their probability."""
        codes, given = self.model.codes, probability >= self.model.thresholds
        if self.model.always and not given.any():
            over = probability - self.model.thresholds
            given[np.unravel_index(over.argmax(), over.shape)] = True
        return [
            self.reader.settle({codes[place]: float(row[place]) for place in np.flatnonzero(here)})
            for row, here in zip(probability, given, strict=True)
        ]

    def _confident(self, chosen: dict[str, float]) -> dict[str, float]:
        places = [self.model.codes.index(code) for code in chosen]
        sure = self.model.confidence(np.array([*chosen.values()]), places)
        return dict(zip(chosen, sure.tolist(), strict=True))
