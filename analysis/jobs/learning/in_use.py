"""Which model of a data folder is in use, and which decisions taught it."""

import hashlib
import json
from pathlib import Path

from analysis.store.layout import DataFolder

POINTER = "current"  # a file beside the models' folders that holds the name of the one in use


def room_of(folder: DataFolder) -> Path:
    """Return where a data folder keeps its models."""
    return folder.path / "models"


def name_in_use(room: Path) -> str | None:
    """Return the name of the model in use, None where none was chosen."""
    pointer = room / POINTER
    return pointer.read_text(encoding="utf-8").strip() if pointer.exists() else None


def mark_of(decision: str) -> str:
    """Return the mark of a decision, by which it is known again, from its id."""
    return hashlib.sha256(decision.encode()).hexdigest()[:16]


def taught_by(folder: Path) -> frozenset[str]:
    """Return the marks of the decisions that taught a model, as its card says."""
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    return frozenset(card.get("taught_by", ()))


def taught_in_use(folder: DataFolder) -> frozenset[str]:
    """Return the marks of the decisions that taught the model in use; none where there is none."""
    used = name_in_use(room_of(folder))
    return taught_by(room_of(folder) / used) if used else frozenset()
