"""What each part of the coder adds, on texts that people coded; and what more examples add."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from analysis.coding.coder import merge
from analysis.coding.learning.encoder import RememberingEncoder, load_encoder
from analysis.coding.learning.hybrid import HybridCoder
from analysis.coding.learning.model import SentenceEncoder
from analysis.coding.learning.rows import ALL, Decision, Parts
from analysis.coding.learning.training import Trainer
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import Codebook, Examples, load_codebook
from analysis.definitions.council import load_council
from analysis.jobs.learning.decisions import read_decisions, read_tones
from analysis.jobs.learning.scores import macro_f1, micro_f1, micro_range

SEED = 1
BARE = Parts(clauses=False, wholes=False, texts=False, examples=False, phrases=False)
STEPS = {
    "whole answer": BARE,
    "clause": BARE._replace(clauses=True),
    "+ codebook texts": BARE._replace(clauses=True, texts=True),
    "+ examples": BARE._replace(clauses=True, texts=True, examples=True),
    "+ whole answer beside the clause": ALL._replace(phrases=False),
    "+ phrases": ALL,
}
ENCODED = "+ sentence encoder"

Truth = NDArray[np.bool_]


class Coded(NamedTuple):
    """A codebook, and decisions of a file under it."""

    codebook: Codebook
    decisions: Sequence[Decision]


def ladder(train: Path, test: Path, survey: Path, encode: bool = True) -> Iterator[dict[str, Any]]:
    """Yield the scores on the texts of one file as parts are added, taught by those of another."""
    taught, asked = read_coded(train, survey), read_coded(test, survey)
    encoder = remembering(encode)
    steps: list[tuple[str, Parts, SentenceEncoder | None]] = [
        (name, parts, None) for name, parts in STEPS.items()
    ]
    for name, parts, here in [*steps, *([(ENCODED, ALL, encoder)] if encoder else [])]:
        trainer = Trainer(taught.codebook, here, parts)
        yield {"step": name, **_score(trainer, here, taught.decisions, asked)}


def by_examples(
    test: Path, survey: Path, numbers: Sequence[int], encode: bool = True
) -> Iterator[dict[str, Any]]:
    """Yield the scores of the coder that knows so many examples a code and no decision."""
    asked, encoder = read_coded(test, survey), remembering(encode)
    for number in numbers:
        trainer = Trainer(with_examples(asked.codebook, number), encoder)
        yield {"examples": number, **_score(trainer, encoder, [], asked)}


def read_coded(path: Path, survey: Path) -> Coded:
    """Return the decisions of a file, each text redacted first."""
    codebook, names = load_codebook(survey), council_names(load_council(survey))
    return Coded(codebook, read_decisions(path, read_tones(survey), codebook.by_id().keys(), names))


def remembering(encode: bool) -> SentenceEncoder | None:
    """Return the sentence encoder, if it is wanted and installed; it reads each text once."""
    encoder = load_encoder() if encode else None
    return encoder and RememberingEncoder(encoder)


def with_examples(codebook: Codebook, most: int) -> Codebook:
    """Return a codebook with at most so many examples a code, its polarities taking turns."""
    codes = tuple(
        code.model_copy(update={"examples": _some(code.examples, most)}) for code in codebook.codes
    )
    return codebook.model_copy(update={"codes": codes})


def _some(examples: Examples, most: int) -> Examples:
    told = [
        (turn, kind, text)
        for kind, texts in examples.by_polarity().items()
        for turn, text in enumerate(texts)
    ]
    told.sort(key=lambda one: one[0])
    kept = {kind: [text for _, of, text in told[:most] if of == kind] for _, kind, _ in told}
    return Examples.model_validate({**kept, "unlike": examples.unlike[:most]})


def _score(
    trainer: Trainer, encoder: SentenceEncoder | None, taught: Sequence[Decision], asked: Coded
) -> dict[str, Any]:
    model, _ = trainer.train(taught, SEED)
    coder = HybridCoder(trainer.heard, model, encoder, "measured")
    found = coder.code_many([(one.text, one.tone) for one in asked.decisions])
    given, truth = (
        _table(codes, trainer.codes)
        for codes in ([merge(one) for one in found], [one.codes for one in asked.decisions])
    )
    low, high = micro_range(given, truth, SEED)
    themes = [code.theme for code in asked.codebook.codes]
    return {
        "micro_f1": round(micro_f1(given, truth), 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "macro_f1": round(macro_f1(given, truth), 4),
        "themes_micro_f1": round(micro_f1(_by_theme(given, themes), _by_theme(truth, themes)), 4),
        "taught": len(taught),
        "tested": len(truth),
    }


def _table(codes: Sequence[Any], known: Sequence[str]) -> Truth:
    return np.array([[code in one for code in known] for one in codes], bool)


def _by_theme(given: Truth, themes: Sequence[str]) -> Truth:
    places = [[place for place, of in enumerate(themes) if of == theme] for theme in set(themes)]
    return np.stack([given[:, own].any(axis=1) for own in places], axis=1)
