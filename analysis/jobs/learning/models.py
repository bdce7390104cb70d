"""Models by name: listed, put to use, put back."""

import json
from pathlib import Path
from typing import NamedTuple

from analysis.coding.phrases import PhraseCoder
from analysis.definitions.codebook import Codebook
from analysis.errors import InputError
from analysis.jobs.learning.folder import MODEL, load_model
from analysis.jobs.learning.in_use import POINTER, name_in_use
from analysis.jobs.learning.starting import HYBRID
from analysis.jobs.whole import write_file


class Listed(NamedTuple):
    """A model as it is listed; `fault` says why it cannot be used, if it cannot."""

    name: str
    made_on: str
    decisions: int
    micro_f1: float
    in_use: bool
    fault: str


def use_model(room: Path, name: str, codebook: Codebook) -> None:
    """Put a model to use; `hybrid` is the coder that knows no decision.

    A model that could not code is refused and the one in use stays.
    """
    pointer = room / POINTER
    if name == HYBRID:
        pointer.unlink(missing_ok=True)
        return
    if not (room / name / MODEL).is_file() or Path(name).name != name:
        known = ", ".join([HYBRID, *_names(room)])
        raise InputError(f'models: found no "{name}", expected one of {known}')
    load_model(room / name, codebook)
    write_file(pointer, f"{name}\n".encode())


def list_models(room: Path, codebook: Codebook) -> list[Listed]:
    """Return the models of a room, the newest first."""
    used = name_in_use(room)
    found = [_listed(room / name, codebook, name == used) for name in _names(room)]
    return sorted(found, key=lambda one: (one.made_on, one.name), reverse=True)


def refuse_name(room: Path, name: str) -> None:
    """Refuse to make a model where one in use lies, or under the name of another coder."""
    if name in (HYBRID, PhraseCoder.name):
        raise InputError(f'models: found the name "{name}", expected one that no coder has')
    if name == name_in_use(room):
        raise InputError(f'models: "{name}" is in use, expected a new name for a new model')


def _names(room: Path) -> list[str]:
    return sorted(path.parent.name for path in room.glob(f"[!.]*/{MODEL}"))


def _listed(folder: Path, codebook: Codebook, in_use: bool) -> Listed:
    fault = ""
    try:
        load_model(folder, codebook)
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    except InputError as error:
        fault, card = str(error), {}
    said = (card.get("made_on", ""), card.get("decisions", 0), card.get("micro_f1", 0.0))
    return Listed(folder.name, *said, in_use, fault)
