"""The coder that blends the codebook's phrases with what people's decisions taught."""

from collections.abc import Sequence

import numpy as np

from analysis.coding.coder import Coding
from analysis.coding.learning.clauses import ClauseReader
from analysis.coding.learning.model import Floats, Model, SentenceEncoder
from analysis.coding.learning.rows import Answer, read_answer
from analysis.definitions.codebook import Codebook
from analysis.errors import InputError
from analysis.words import Redacted


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
        self.reader = ClauseReader(codebook)
        self._encoder = encoder

    def code(self, text: Redacted, tone: str) -> tuple[Coding, ...]:
        """Return the codings of a text in the order of its clauses."""
        answer = read_answer(self.reader, text, tone)
        if answer is None:
            return ()
        probability = self.probabilities(answer)
        chosen = [self._confident(row) for row in self._choose(probability)]
        return self.reader.give(answer.clauses, chosen, tone)

    def probabilities(self, answer: Answer) -> Floats:
        """Return how likely each clause of an answer has each code, shape (clauses, codes)."""
        if self._encoder is None:
            return self.model.probabilities(answer, None)
        points = self._encoder.encode([clause.text for clause in answer.clauses])
        return self.model.probabilities(answer, points)

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
        sure = self.model.confidence(np.array([*chosen.values()]))
        return dict(zip(chosen, sure.tolist(), strict=True))
