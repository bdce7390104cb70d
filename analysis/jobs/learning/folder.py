"""A model as a folder: plain arrays, JSON and its card; nothing in it can run."""

import hashlib
import io
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from analysis.coding.learning.features import TextFeatures
from analysis.coding.learning.model import Floats, Model, Weights
from analysis.coding.learning.trust import Rule
from analysis.definitions.codebook import Codebook
from analysis.errors import InputError

FORMAT = 7  # also of what a model starts from: those kept from before are made anew
MODEL, ARRAYS, FEATURES = "model.json", "arrays.npz", "features.json"
CARD = ("card.json", "card.md")
_PARTS = ("clause", "whole", "says", "rule")
_BY_CODE = ("share", "thresholds", "slope", "shift")


def save_model(folder: Path, model: Model, codebook: Codebook, card: Mapping[str, str]) -> None:
    """Write a model's folder whole or not at all, in the place of a model that may be there.

    `card` holds the texts of the card's two files. A folder that holds anything else is refused.
    """
    if folder.exists() and not _is_model(folder):
        raise InputError(f"{folder}: found files that are no model, expected a new or empty folder")
    files = _files(model) | {name: card[name].encode() for name in CARD}
    files[MODEL] = _plain(model, codebook, files)
    begun = folder.with_name(f".{folder.name}.{os.getpid()}.begun")
    begun.mkdir(parents=True)
    try:
        for name, content in files.items():
            (begun / name).write_bytes(content)
        if folder.exists():
            shutil.rmtree(folder)
        begun.rename(folder)
    finally:
        shutil.rmtree(begun, ignore_errors=True)


def _is_model(folder: Path) -> bool:
    known = {MODEL, ARRAYS, FEATURES, *CARD}
    return folder.is_dir() and {path.name for path in folder.iterdir()} <= known


def _files(model: Model) -> dict[str, bytes]:
    arrays = {"worth": model.features.worth} | {name: getattr(model, name) for name in _BY_CODE}
    for part in _PARTS:
        held = getattr(model, part)
        arrays |= {f"{part}_{field.name}": getattr(held, field.name) for field in fields(held)}
    packed = io.BytesIO()
    small: dict[str, Any] = {name: np.asarray(a, np.float32) for name, a in arrays.items()}
    np.savez_compressed(packed, **small)
    return {ARRAYS: packed.getvalue(), FEATURES: _json([*model.features.names])}


def _plain(model: Model, codebook: Codebook, files: Mapping[str, bytes]) -> bytes:
    return _json(
        {
            "format": FORMAT,
            "codebook": {"version": codebook.version, "hash": codebook.hash},
            "codes": model.codes,
            "encoder": model.encoder,
            "always": model.always,
            "near_share": model.near_share,
            "whole_share": model.whole_share,
            "kept": {code: older.name for code, older in model.kept.items()},
            "sha256": {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)},
        }
    )


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def load_model(folder: Path, codebook: Codebook) -> Model:
    """Return the model of a folder; older ones that it keeps codes of lie beside it.

    Raises InputError if one is of another codebook, or if a file is missing or was altered.
    """
    model, kept = _load_one(folder, codebook)
    older = {name: _load_one(folder.parent / name, codebook)[0] for name in {*kept.values()}}
    return replace(model, kept={code: older[name] for code, name in kept.items()})


def _load_one(folder: Path, codebook: Codebook) -> tuple[Model, dict[str, str]]:
    """Return a model by itself, and the names of those that give some of its codes."""
    said = _read_said(folder)
    theirs, ours = said["codebook"]["version"], codebook.version
    if theirs != ours:
        raise InputError(f"{folder}: found codebook version {theirs}, expected version {ours}")
    if said["codes"] != [code.id for code in codebook.codes]:
        raise InputError(f"{folder}: found other codes than the codebook's, train it again")
    files = {name: _read(folder / name) for name in said["sha256"]}
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != said["sha256"][name]:
            raise InputError(f"{folder}: {name} was altered, expected it as train wrote it")
    with np.load(io.BytesIO(files[ARRAYS]), allow_pickle=False) as packed:
        arrays = {name: packed[name].astype(float) for name in packed.files}
    model = _model(said, json.loads(files[FEATURES]), arrays)
    return replace(model, name=folder.resolve().name), said["kept"]


def _read_said(folder: Path) -> dict[str, Any]:
    content = _read(folder / MODEL)
    try:
        said = json.loads(content)
        found = said["format"]
        said["codebook"]["version"], said["codes"], said["sha256"][ARRAYS], said["sha256"][FEATURES]
    except (ValueError, KeyError, TypeError):
        raise InputError(f"{folder}: {MODEL} was altered, expected it as train wrote it") from None
    if found != FORMAT:
        raise InputError(f"{folder}: found format {found}, expected {FORMAT}: train it again")
    return dict(said)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(
            f"{path.parent}: found no {path.name}, expected a model's folder"
        ) from None


def _model(said: Mapping[str, Any], names: list[str], arrays: Mapping[str, Floats]) -> Model:
    def part(name: str) -> dict[str, Any]:
        begins = f"{name}_"
        return {n.removeprefix(begins): a for n, a in arrays.items() if n.startswith(begins)}

    return Model(
        codes=tuple(said["codes"]),
        encoder=said["encoder"],
        features=TextFeatures(names, arrays["worth"]),
        clause=Weights(**part("clause")),
        whole=Weights(**part("whole")),
        says=Weights(**part("says")),
        rule=Rule(**part("rule")),
        share=arrays["share"],
        thresholds=arrays["thresholds"],
        slope=arrays["slope"],
        shift=arrays["shift"],
        always=said["always"],
        near_share=said["near_share"],
        whole_share=said["whole_share"],
    )
