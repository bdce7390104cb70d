"""train: decisions of people in, a model with its card out."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from analysis.coding.learning.encoder import load_encoder
from analysis.coding.learning.rows import Decision
from analysis.coding.learning.training import Trainer
from analysis.coding.redaction.names import council_names
from analysis.definitions.codebook import Codebook, load_codebook
from analysis.definitions.council import load_council
from analysis.definitions.loading import load_definitions
from analysis.errors import InputError
from analysis.jobs.learning.card import card_files, describe_model
from analysis.jobs.learning.decisions import read_decisions, read_tones
from analysis.jobs.learning.folder import save_model
from analysis.jobs.learning.gate import marks, pass_gate, read_in_use
from analysis.jobs.learning.in_use import name_in_use, room_of
from analysis.jobs.learning.models import refuse_name
from analysis.jobs.learning.reviewed import Reviewed, read_reviewed
from analysis.store import audit
from analysis.store.database import writing
from analysis.store.desk.door import Desk, open_desk
from analysis.store.desk.vault import unlock
from analysis.store.layout import DataFolder

Card = Mapping[str, Any]


class Taught(NamedTuple):
    """A model's card, and how many decided texts were left out: they name a code that is gone."""

    card: Card
    left_out: int


def train(
    source: Path, folder: Path, survey_folder: Path, day: date, seed: int = 1, encode: bool = True
) -> Card:
    """Write a model taught by the decisions of a file, and return its card.

    `encode` asks for the sentence encoder where it is installed. The same file, seed and encoder
    give the same model. Where a model beside it is in use, that one keeps every code of which the
    new one knows no more.
    """
    refuse_name(folder.parent, folder.name)
    codebook, names = load_codebook(survey_folder), council_names(load_council(survey_folder))
    tones = read_tones(survey_folder)
    decisions = read_decisions(source, tones, codebook.by_id().keys(), names)
    return _teach(folder, codebook, decisions, day, seed, encode)


def train_on_store(
    data: DataFolder, folder: Path, passphrase: str, day: date, seed: int = 1, encode: bool = True
) -> Taught:
    """Write a model taught by what reviewers decided of the answers in store: an act in the chain.

    Raises LockedError without a key holder's passphrase.
    """
    _refuse_place(data, folder)
    desk = open_desk(data)
    try:
        codebook, reviewed = _read_reviewed(desk, passphrase)
        card = _teach(folder, codebook, reviewed.decisions, day, seed, encode)
        with writing(desk.db) as db:
            texts = len(reviewed.decisions)
            audit.append(
                db, desk.audit_key, "model taught", day.isoformat(), texts=texts, model=folder.name
            )
    finally:
        desk.db.conn.close()
    return Taught(card, reviewed.left_out)


def _refuse_place(data: DataFolder, folder: Path) -> None:
    """Refuse a folder apart from the model in use: the new one may leave some codes to that."""
    refuse_name(folder.parent, folder.name)
    if folder.is_file():
        raise InputError(f"{folder}: found a file, expected a model's folder to write")
    room = room_of(data)
    if name_in_use(room) and folder.parent.resolve() != room.resolve():
        raise InputError(f"{folder}: found a model in use in {room}, expected a new folder there")


def _read_reviewed(desk: Desk, passphrase: str) -> tuple[Codebook, Reviewed]:
    definitions = load_definitions(desk.folder.survey)
    vault = unlock(desk, passphrase)
    try:
        return definitions.codebook, read_reviewed(desk, vault, definitions)
    finally:
        vault.lock()


def _teach(
    folder: Path,
    codebook: Codebook,
    decisions: Sequence[Decision],
    day: date,
    seed: int,
    encode: bool,
) -> Card:
    trainer = Trainer(codebook, load_encoder() if encode else None)
    model, held = trainer.train(decisions, seed)
    card = describe_model(folder.name, model, held, codebook, seed, day)
    card["gate"], taught = None, {*marks(decisions)}
    if used := name_in_use(folder.parent):
        in_use = read_in_use(folder.parent / used, codebook)
        model, card["gate"] = pass_gate(model, held, decisions, trainer, in_use)
        for code in card["gate"]["kept"]:
            card["codes"][code]["uses"] = f"model {model.of(code).name}"
            taught |= in_use.taught_by
    card["taught_by"] = sorted(taught)
    save_model(folder, model, codebook, card_files(card))
    return card
