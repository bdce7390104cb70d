"""Which codes a new model gives: those of which it knows more than the model in use."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from analysis.coding.learning.model import Floats, Model, keep
from analysis.coding.learning.regression import log_loss
from analysis.coding.learning.rows import Answer, Decision
from analysis.coding.learning.training import HeldOut, Trainer
from analysis.definitions.codebook import Codebook
from analysis.errors import InputError
from analysis.jobs.learning.folder import load_model
from analysis.jobs.learning.in_use import mark_of, taught_by


class InUse(NamedTuple):
    """The model in use, and marks of the decisions that taught it."""

    model: Model
    taught_by: frozenset[str]


def read_in_use(folder: Path, codebook: Codebook) -> InUse:
    """Return the model of a folder with what its card says of its decisions."""
    return InUse(load_model(folder, codebook), taught_by(folder))


def marks(decisions: Sequence[Decision]) -> list[str]:
    """Return a mark for each decision, by which a later model knows it again."""
    return [mark_of(one.id) for one in decisions]


def pass_gate(
    model: Model, held: HeldOut, decisions: Sequence[Decision], trainer: Trainer, in_use: InUse
) -> tuple[Model, dict[str, Any]]:
    """Return a model that keeps the codes of which the one in use knows as much, and what was so.

    Both are judged by decisions that taught neither: those the model in use does not know, of
    which the new model's like said something while they were held out.
    """
    if in_use.model.encoder not in (None, model.encoder):
        found, here = in_use.model.encoder, model.encoder or "none"
        raise InputError(f"model {in_use.model.name}: has the encoder {found}, the new one {here}")
    read = [(one, trainer.read(one)) for one in decisions]
    known = [(one, answer) for one, answer in read if answer is not None]
    new = [n for n, mark in enumerate(marks([o for o, _ in known])) if mark not in in_use.taught_by]
    truth = held.truth[new]
    theirs = _ask(in_use.model, [known[n][1] for n in new], trainer)
    ours = held.probability[new]
    better = truth.any(axis=0) & (log_loss(ours, truth) < log_loss(theirs, truth))
    kept = [code for code, here in zip(model.codes, better, strict=True) if not here]
    gate = {"against": in_use.model.name, "judged_by": len(new), "kept": kept}
    return keep(model, in_use.model, kept), gate


def _ask(model: Model, answers: Sequence[Answer], trainer: Trainer) -> Floats:
    said = [
        model.probabilities(answer, trainer.points_of(answer) if model.encoder else None)
        for answer in answers
    ]
    return np.array([one.max(axis=0) for one in said]).reshape(-1, len(model.codes))
