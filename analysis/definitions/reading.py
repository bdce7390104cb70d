"""The root of all models, and a TOML file read into one, or every fault in it by file and place."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from analysis.errors import DefinitionError

Model = TypeVar("Model", bound=BaseModel)
TOLD = {
    "missing": "found nothing, expected this key",
    "extra_forbidden": "found a key that nothing reads, expected one of surveys/README.md",
}
WANTED = re.compile("^(Value error, expected|[A-Z][a-z]+ should( be| have)?) | after validation")
KINDS = {dict: "a table", list: "a list", date: "a day", datetime: "a time"}


class Frozen(BaseModel):
    """A part of a definition: nothing can be added, misspelt or changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_toml(path: Path) -> dict[str, Any]:
    """Return the file's tables; a file that is missing or no TOML is refused by name and line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DefinitionError(f"{path.name}: not found in {path.parent}") from None
    except UnicodeDecodeError:
        raise DefinitionError(f"{path.name}: found another encoding, expected UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"{path.name}: {error}") from None


def hash_of(*paths: Path) -> str:
    """Return a short hash of the files' bytes, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def same_while(*paths: Path) -> tuple[tuple[str, int], ...]:
    """Return what stays the same while the files' bytes do: the key under which they are kept."""
    return tuple((str(path), crc32(path.read_bytes()) if path.exists() else -1) for path in paths)


def read_model(path: Path, model: type[Model]) -> Model:
    """Return the file as a model that also carries the file's hash."""
    return validate(read_toml(path) | {"hash": hash_of(path)}, model, path.name)


def validate(tables: Mapping[str, Any], model: type[Model], name: str) -> Model:
    """Return the tables as a model, or refuse them with one line a fault."""
    try:
        return model.model_validate(tables)
    except ValidationError as error:
        raise DefinitionError("\n".join(_faults(name, error, tables))) from None


def _faults(name: str, error: ValidationError, tables: Mapping[str, Any]) -> Iterable[str]:
    for fault in error.errors(include_url=False):
        place = ".".join(_named(fault["loc"], tables))
        yield f"{name}, {place}: {_said(fault)}"


def _said(fault: ErrorDetails) -> str:
    """Return what was found and what would be right, where pydantic says what it minds."""
    if fault["type"] in TOLD:
        return TOLD[fault["type"]]
    given = fault["input"]
    found = f'"{given}"' if isinstance(given, str | int | float) else KINDS.get(type(given), "that")
    return f"found {found}, expected {WANTED.sub('', fault['msg'])}"


def _named(place: tuple[int | str, ...], tables: Any) -> Iterable[str]:
    """Say an element of a list by its id where it has one, so that an author can find it."""
    for step in place:
        try:
            tables = tables[step]
        except (KeyError, IndexError, TypeError):
            tables = None
        if isinstance(step, int):
            known = tables.get("id") if isinstance(tables, dict) else None
            yield str(known or f"number {step + 1}")
        else:
            yield str(step)
