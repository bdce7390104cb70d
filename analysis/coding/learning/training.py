"""A model taught by decisions, with what its like reached on answers that were held out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from analysis.coding.learning.clauses import Clause, ClauseReader, without_phrases
from analysis.coding.learning.encoder import RememberingEncoder
from analysis.coding.learning.features import TextFeatures
from analysis.coding.learning.model import (
    Input,
    Model,
    Points,
    SentenceEncoder,
    Weights,
    inputs,
    matrices,
    middle,
)
from analysis.coding.learning.regression import fit, fit_trust, folds, log_loss
from analysis.coding.learning.rows import (
    ALL,
    Answer,
    Decision,
    Labelled,
    Parts,
    answer_rows,
    clause_rows,
    codebook_rows,
    read_answer,
)
from analysis.coding.learning.thresholds import (
    ENCODED,
    PLAIN,
    Line,
    choose_thresholds,
    fit_calibration,
    weighed,
)
from analysis.coding.learning.trust import Rule, Said, log_odds, said_of
from analysis.coding.polarity.learned import learn_polarity, spoken_rows
from analysis.definitions.codebook import Codebook
from analysis.errors import InputError

_FOLDS = 5
_TRUST = 8.0  # with so many positives, what is learned has gained half of the rest
# The whole answer counts half of that as long as none was decided, and grows to it.
_WHOLE, _WHOLE_AFTER = 0.5, 100
_EVERY, _ENOUGH = 0.99, 30  # if so many of so many answers have a code, every answer has one

Floats = NDArray[np.float64]
Truth = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What models said of answers they had not been taught by, shapes (answers, codes).

    `phrases` is the phrase coder's word for them; `beaten` are codes found better with the share
    that what is learned has at first: they keep it; `sure` is how confidence was set at first.
    """

    truth: Truth
    probability: Floats
    phrases: Floats
    beaten: Truth
    sure: Line


class Trainer:
    """Teaches models from one codebook, whose texts are rows of every model.

    Parameters
    ----------
    encoder
        None where there is none; a model remembers which it was taught with.
    parts
        What models are made of; `heard` is the codebook that coders of them are to be made with.
    """

    def __init__(
        self, codebook: Codebook, encoder: SentenceEncoder | None, parts: Parts = ALL
    ) -> None:
        self.heard = codebook if parts.phrases else without_phrases(codebook)
        self.reader = ClauseReader(self.heard)
        self.codes = tuple(code.id for code in codebook.codes)
        self._book = codebook_rows(codebook, self.reader, parts)
        self._spoken = spoken_rows(codebook, lambda text: self.reader.read_segment(text).words)
        self._encoder = encoder and RememberingEncoder(encoder)
        self._start = PLAIN if encoder is None else ENCODED
        self._first = self._start.share if parts.phrases else 1.0
        self._parts = parts
        self._encode([clause.text for clause in self._book.clauses])

    def train(self, decisions: Sequence[Decision], seed: int) -> tuple[Model, HeldOut]:
        """Return a model and what its like said of held-out answers.

        Without decisions the model knows the codebook's texts alone.

        Raises
        ------
        InputError
            If a decision names a code that the codebook does not have.
        """
        decided, answers = self._read(decisions)
        model = self._fit(decided, answers)
        held = self._hold_out(decided, answers, seed)
        if not answers:
            return model, held
        thresholds = choose_thresholds(held.probability, held.truth, self._start.gives)
        counts = weighed(held.probability, thresholds)
        odds = log_odds(held.probability[counts])
        slope, shift = fit_calibration(odds, held.truth[counts], self._start.sure)
        settled = replace(
            model,
            share=np.where(held.beaten, self._first, model.share),
            thresholds=thresholds,
            slope=np.full(len(self.codes), slope),
            shift=np.full(len(self.codes), shift),
            always=len(answers) >= _ENOUGH and bool(held.truth.any(axis=1).mean() >= _EVERY),
        )
        return settled, held

    def points_of(self, answer: Answer) -> Points:
        """Return the encoder's points of an answer's clauses, None without an encoder."""
        return self._encode([clause.text for clause in answer.clauses])

    def read(self, decision: Decision) -> Answer | None:
        """Return a decided answer read for learning, None if it holds no word."""
        if strange := sorted(decision.codes.keys() - set(self.codes)):
            raise InputError(f'decision {decision.id}: found "{strange[0]}", expected a code')
        return read_answer(self.reader, decision.text, decision.tone)

    def _read(self, decisions: Sequence[Decision]) -> tuple[list[Decision], list[Answer]]:
        read = [(decision, self.read(decision)) for decision in decisions]
        kept = [(decision, answer) for decision, answer in read if answer is not None]
        answers = [answer for _, answer in kept]
        self._encode([clause.text for answer in answers for clause in answer.clauses])
        return [decision for decision, _ in kept], answers

    def _encode(self, texts: Sequence[str]) -> Points:
        """Return texts' points: the encoder remembers them, and reads many faster than one."""
        return None if self._encoder is None else self._encoder.encode(texts)

    def _hold_out(
        self, decisions: Sequence[Decision], answers: Sequence[Answer], seed: int
    ) -> HeldOut:
        truth = _truth(decisions, self.codes)
        probability, first, phrases = (np.zeros(truth.shape) for _ in range(3))
        for held in folds(len(answers), _FOLDS, seed):
            kept = np.flatnonzero(~held).tolist()
            model = self._fit([decisions[i] for i in kept], [answers[i] for i in kept])
            for place in np.flatnonzero(held).tolist():
                answer = answers[place]
                points = self.points_of(answer)
                probability[place] = model.probabilities(answer, points).max(axis=0)
                before = replace(model, share=np.full(len(self.codes), self._first))
                first[place] = before.probabilities(answer, points).max(axis=0)
                phrases[place] = _said([answer], self.codes).sure[0]
        beaten = truth.any(axis=0) & (log_loss(probability, truth) > log_loss(first, truth))
        return HeldOut(
            truth, np.where(beaten, first, probability), phrases, beaten, self._start.sure
        )

    def _fit(self, decisions: Sequence[Decision], answers: Sequence[Answer]) -> Model:
        wholes = answer_rows(decisions, answers, self.codes)
        features = TextFeatures.learn(
            [clause.words for clause in self._book.clauses], [a.whole.words for a in answers]
        )
        book = self._inputs(features, self._book, [[clause] for clause in self._book.clauses])
        by_clause = clause_rows(decisions, answers, self.codes)
        parts = [[clause] for answer in answers for clause in answer.clauses]
        clauses = self._inputs(features, by_clause, parts)
        one = _weights(features, by_clause.join(self._book), [*clauses, *book])
        whole = one  # alike, as long as there are no answers
        if answers:
            answered = self._inputs(features, wholes, [answer.clauses for answer in answers])
            whole = _weights(features, wholes.join(self._book), [*answered, *book])
        positives = wholes.truth.sum(axis=0)
        return Model(
            codes=self.codes,
            encoder=None if self._encoder is None else self._encoder.name,
            features=features,
            clause=one,
            whole=whole,
            says=learn_polarity(features, self._spoken, self._encode(self._spoken.texts)),
            rule=_judge(answers, wholes.truth, self.codes),
            share=self._first + (1 - self._first) * positives / (positives + _TRUST),
            thresholds=np.full(len(self.codes), self._start.gives),
            slope=np.full(len(self.codes), self._start.sure[0]),
            shift=np.full(len(self.codes), self._start.sure[1]),
            always=False,
            whole_share=self._whole(len(answers)),
        )

    def _whole(self, decided: int) -> float:
        """Return how much the whole answer counts, after so many were decided."""
        if not self._parts.clauses:
            return 1.0
        grown = (decided + _WHOLE_AFTER) / (decided + 2 * _WHOLE_AFTER)
        return _WHOLE * grown * self._parts.wholes

    def _inputs(
        self, features: TextFeatures, rows: Labelled, parts: Sequence[Sequence[Clause]]
    ) -> list[Input]:
        """Return what rows are to a model; a row's point is the middle of its clauses' points."""
        found = []
        for clause, tone, clauses in zip(rows.clauses, rows.tones, parts, strict=True):
            points: Points = None
            if self._encoder is not None:
                points = middle(self._encoder.encode([part.text for part in clauses]))
            found.extend(inputs(features, self.codes, [clause], tone, points))
        return found


def _weights(features: TextFeatures, rows: Labelled, given: Sequence[Input]) -> Weights:
    return fit(*matrices(features, given), rows.truth, rows.weight)


def _truth(decisions: Sequence[Decision], codes: Sequence[str]) -> Truth:
    truth = [[code in decision.codes for code in codes] for decision in decisions]
    return np.array(truth, bool).reshape(-1, len(codes))


def _said(answers: Sequence[Answer], codes: Sequence[str]) -> Said:
    """Return what the phrase coder says of answers, in the clause where it says most."""
    said = [said_of(answer.clauses, codes) for answer in answers]
    shape = (-1, len(codes))
    return Said(
        np.array([one.sure.max(axis=0) for one in said]).reshape(shape),
        np.array([one.cues.max(axis=0) for one in said]).reshape(shape),
    )


def _judge(answers: Sequence[Answer], truth: Truth, codes: Sequence[str]) -> Rule:
    """Count how often the phrase coder was right about each code."""
    said = _said(answers, codes)
    speaks = said.speaks()
    return Rule(
        trust=fit_trust(said, truth),
        hits=(speaks & truth).sum(axis=0).astype(float),
        spoke=speaks.sum(axis=0).astype(float),
        misses=(~speaks & truth).sum(axis=0).astype(float),
        silent=(~speaks).sum(axis=0).astype(float),
    )
