"""Items that a named person declared to mean the same as an item of an earlier version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field

from analysis.definitions.reading import Frozen, read_model
from analysis.definitions.survey import NOT_ASKED, SKIPPED, Survey
from analysis.definitions.versions.changes import unchanged_items
from analysis.errors import DefinitionError

FILE = "equivalent.toml"


class Same(Frozen):
    """An item that means what one of an earlier version meant, and who says so."""

    item: str  # of the version in the folder
    of: str = Field(pattern=r"^[0-9a-f]{16}$")  # the hash of the earlier version
    was: str | None = None  # the earlier item, where it had another id
    options: Mapping[str, str] = Field(default_factory=dict)  # answers that had another name
    by: str = Field(min_length=1)
    on: date
    because: str = Field(min_length=1)


class Equivalences(Frozen):
    """What was declared."""

    same: tuple[Same, ...] = ()
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Translation:
    """Which items of an earlier version count in this one, under which id, with which answers."""

    items: Mapping[str, tuple[str, Mapping[str, str]]]

    def of(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Return earlier answers as answers to this version; what is not the same is left out."""
        found = {}
        for item, value in answers.items():
            if item in self.items:
                name, options = self.items[item]
                found[name] = _named(value, options)
        return found


def load_equivalences(folder: Path, survey: Survey) -> Equivalences:
    """Return what was declared for a survey; nothing where its folder has no such file."""
    if not (folder / FILE).exists():
        return Equivalences()
    found = read_model(folder / FILE, Equivalences)
    items = survey.items()
    faults = []
    for same in found.same:
        if same.item not in items:
            faults.append(f'{FILE}, item: found "{same.item}", expected an item of survey.toml')
            continue
        for new in same.options.values():
            if new not in items[same.item].options:
                place = f"{FILE}, {same.item}, options"
                faults.append(f'{place}: found "{new}", expected an answer of the item')
    if faults:
        raise DefinitionError("\n".join(faults))
    return found


def translate(old: Survey, new: Survey, declared: Sequence[Same]) -> Translation:
    """Return how answers to an earlier version count: same items, and those declared so."""
    items: dict[str, tuple[str, Mapping[str, str]]] = {
        name: (name, {}) for name in unchanged_items(old, new)
    }
    for same in declared:
        was = same.was or same.item
        if same.of == old.hash and was in old.items():
            _refuse_unknown_answers(same, old, new)
            items[was] = same.item, same.options
    return Translation(items)


def _refuse_unknown_answers(same: Same, old: Survey, new: Survey) -> None:
    """Refuse a declaration that leaves an earlier answer without a place in the item of today."""
    earlier = old.items()[same.was or same.item].options
    known = new.items()[same.item].options
    missing = [key for key in earlier if same.options.get(key, key) not in known]
    if missing:
        raise DefinitionError(
            f"{FILE}, {same.item}, options: found no place for {', '.join(missing)},"
            f" expected each earlier answer to be named"
        )


def _named(value: Any, options: Mapping[str, str]) -> Any:
    if isinstance(value, list | tuple):
        return [options.get(each, each) for each in value]
    return value if value in (SKIPPED, NOT_ASKED) else options.get(value, value)
