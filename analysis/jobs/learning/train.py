"""train: decisions of people in, a model with its card out."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from analysis.coding.learning.encoder import load_encoder
from analysis.coding.learning.training import Trainer
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import load_codebook
from analysis.definitions.council import load_council
from analysis.jobs.learning.card import card_files, describe_model
from analysis.jobs.learning.decisions import read_decisions, read_tones
from analysis.jobs.learning.folder import save_model
from analysis.jobs.learning.gate import marks, pass_gate, read_in_use
from analysis.jobs.learning.models import name_in_use, refuse_name


def train(
    source: Path, folder: Path, survey_folder: Path, day: date, seed: int = 1, encode: bool = True
) -> Mapping[str, Any]:
    """Write a model taught by the decisions of a file, and return its card.

    `encode` asks for the sentence encoder where it is installed. The same file, seed and encoder
    give the same model. Where a model beside it is in use, that one keeps every code of which the
    new one knows no more.
    """
    refuse_name(folder.parent, folder.name)
    codebook, names = load_codebook(survey_folder), council_names(load_council(survey_folder))
    tones = read_tones(survey_folder)
    decisions = read_decisions(source, tones, codebook.by_id().keys(), names)
    trainer = Trainer(codebook, load_encoder() if encode else None)
    model, held = trainer.train(decisions, seed)
    card = describe_model(folder.name, model, held, codebook, seed, day)
    card |= {"gate": None, "taught_by": sorted(marks(decisions))}
    if used := name_in_use(folder.parent):
        in_use = read_in_use(folder.parent / used, codebook)
        model, card["gate"] = pass_gate(model, held, decisions, trainer, in_use)
        for code in card["gate"]["kept"]:
            card["codes"][code]["uses"] = f"model {model.of(code).name}"
    save_model(folder, model, codebook, card_files(card))
    return card
