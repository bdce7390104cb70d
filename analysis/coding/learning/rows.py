"""What a coder learns from: the codebook's own texts, and what people decided about answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.coding.learning.clauses import Clause, ClauseReader, join_clauses
from analysis.definitions.codebook import Codebook, Polarity
from analysis.words import Redacted

_SYNTAX = str.maketrans({"*": " ", "+": " ", "|": " ", "#": " "})
Told = tuple[str, str | None, float, bool]

_PHRASE_COUNTS = 0.5  # a phrase is no sentence: it counts for half of one


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's codes for a whole answer: those it has, and none besides.

    `tone` is what the question was for; `weight` is how much the decision counts.
    """

    id: str
    text: Redacted
    tone: str
    codes: Mapping[str, Polarity]
    weight: float = 1.0


class Answer(NamedTuple):
    """An answer read for learning: its clauses, the whole of it, and what the question was for."""

    clauses: Sequence[Clause]
    whole: Clause
    tone: str


class Parts(NamedTuple):
    """What a coder is made of: all of it, unless it is to be seen what each part adds.

    `clauses` are coded each by itself, `wholes` says that the whole answer is heard beside them;
    `texts` are the codebook's labels, definitions and phrases, `examples` its segments, both as
    rows; `phrases` is the phrase coder's word.
    """

    clauses: bool = True
    wholes: bool = True
    texts: bool = True
    examples: bool = True
    phrases: bool = True


ALL = Parts()


class Labelled(NamedTuple):
    """Clauses with the codes they have; shapes (clauses, codes). A weight of 0: nobody said."""

    clauses: Sequence[Clause]
    tones: Sequence[str | None]
    truth: NDArray[np.bool_]
    weight: NDArray[np.float64]

    def join(self, other: "Labelled") -> "Labelled":
        """Return the rows of both."""
        return Labelled(
            [*self.clauses, *other.clauses],
            [*self.tones, *other.tones],
            np.concatenate([self.truth, other.truth]),
            np.concatenate([self.weight, other.weight]),
        )


def read_answer(reader: ClauseReader, text: Redacted, tone: str) -> Answer | None:
    """Return an answer read for learning, or None if it holds no word."""
    clauses = [clause for clause in reader.read(text.reveal()) if clause.words]
    if not clauses:
        return None
    return Answer(clauses, join_clauses(clauses), tone)


def codebook_rows(codebook: Codebook, reader: ClauseReader, parts: Parts = ALL) -> Labelled:
    """Return the codebook's texts as rows: each speaks for its code and against all others.

    A segment that is unlike a code says nothing of the other codes, one that has no code speaks
    against all. Texts that stand under several codes become one row. No row says that it holds
    the code's phrases: it does by its making, and would teach to trust them blindly.
    """
    place = {code.id: number for number, code in enumerate(codebook.codes)}
    truth: dict[str, NDArray[np.bool_]] = {}
    weight: dict[str, NDArray[np.float64]] = {}
    for text, code, counts, alone in _texts(codebook, parts):
        yes = truth.setdefault(text, np.zeros(len(place), bool))
        how = weight.setdefault(text, np.zeros(len(place)))
        if alone:
            how[place[code or ""]] = counts
            continue
        how[:] = np.maximum(how, counts)
        if code is not None:
            yes[place[code]] = True
    return Labelled(
        [reader.read_segment(text)._replace(cues={}) for text in truth],
        [None] * len(truth),
        np.array([*truth.values()], bool).reshape(-1, len(place)),
        np.array([*weight.values()]).reshape(-1, len(place)),
    )


def _texts(codebook: Codebook, parts: Parts) -> Iterator[Told]:
    """Yield texts with their code, how much they count, and whether for that code alone."""
    if parts.texts:
        yield from _descriptions(codebook)
    if parts.examples:
        yield from _segments(codebook)


def _descriptions(codebook: Codebook) -> Iterator[Told]:
    for code in codebook.codes:
        yield f"{code.label}. {code.definition}", code.id, 1.0, False
        for phrase in (*code.cues, *code.says_well, *code.says_badly):
            yield _plain(phrase), code.id, _PHRASE_COUNTS, False
        for part in code.include.split(", "):
            yield part, code.id, _PHRASE_COUNTS, False


def _segments(codebook: Codebook) -> Iterator[Told]:
    for code in codebook.codes:
        for text in code.examples.all():
            yield text, code.id, 1.0, False
        for text in code.examples.unlike:
            yield text, code.id, 1.0, True
    for text in codebook.no_code:
        yield text, None, 1.0, False


def _plain(phrase: str) -> str:
    """Return a cue phrase as words: the first of two that may stand, nothing for a gap."""
    words = [word.split("|")[0] for word in phrase.split() if word != "..."]
    return " ".join(" ".join(words).translate(_SYNTAX).split())


def clause_rows(
    decisions: Sequence[Decision], answers: Sequence[Answer], codes: Sequence[str]
) -> Labelled:
    """Return the clauses of decided answers as rows.

    A code of the answer stands in the clause where the codebook's phrases say so most. Where they
    are silent it may stand in any: each clause gets it, and its share of the weight.
    """
    truth, weight = [], []
    for decision, answer in zip(decisions, answers, strict=True):
        here = np.zeros((len(answer.clauses), len(codes)), bool)
        counts = np.full(here.shape, decision.weight)
        for place, code in enumerate(codes):
            if code in decision.codes:
                sure = np.array([clause.sure.get(code, 0.0) for clause in answer.clauses])
                here[:, place] = sure == sure.max()
                counts[here[:, place], place] /= here[:, place].sum()
        truth.append(here)
        weight.append(counts)
    shape = (0, len(codes))
    return Labelled(
        [clause for answer in answers for clause in answer.clauses],
        [answer.tone for answer in answers for _ in answer.clauses],
        np.concatenate([np.zeros(shape, bool), *truth]),
        np.concatenate([np.zeros(shape), *weight]),
    )


def answer_rows(
    decisions: Sequence[Decision], answers: Sequence[Answer], codes: Sequence[str]
) -> Labelled:
    """Return decided answers as rows, each as a whole."""
    truth = [[code in decision.codes for code in codes] for decision in decisions]
    weight = [[decision.weight] * len(codes) for decision in decisions]
    return Labelled(
        [answer.whole for answer in answers],
        [answer.tone for answer in answers],
        np.array(truth, bool).reshape(-1, len(codes)),
        np.array(weight, float).reshape(-1, len(codes)),
    )
