"""A survey folder read whole, with every fault across its files."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.definitions.codebook import Codebook
from analysis.definitions.council import Council
from analysis.definitions.danger import load_danger
from analysis.definitions.loading import Definitions, load_definitions
from analysis.definitions.survey import Survey
from analysis.definitions.versions.equivalence import load_equivalences
from analysis.errors import DefinitionError

SLOT = re.compile(r"\{(\w+)\}")


def load_whole(folder: Path) -> Definitions:
    """Return what a survey folder says, if all of it holds together.

    Raises DefinitionError with one line a fault: file, place, what was found, what would be right.
    """
    found = load_definitions(folder)
    survey, council = found.survey, found.council
    load_danger(folder)
    load_equivalences(folder, survey)
    faults = [*_lists(survey, council), *_slots(survey, council), *_codes(survey, found.codebook)]
    faults += [*_placeholders(council), *_results(council)]
    if faults:
        raise DefinitionError("\n".join(faults))
    return found


def _lists(survey: Survey, council: Council) -> Iterator[str]:
    items = survey.items()
    for name, fact in survey.facts.items():
        if fact.kind != "in_list":
            continue
        if fact.list is None or fact.list not in council.lists:
            known = ", ".join(council.lists)
            yield f'survey.toml, facts.{name}: found list "{fact.list}", expected one of {known}'
            continue
        for value in council.lists[fact.list]:
            if value not in items[fact.item or ""].options:
                yield (
                    f'council.toml, lists.{fact.list}: found "{value}", '
                    f"expected an option of {fact.item}"
                )


def _slots(survey: Survey, council: Council) -> Iterator[str]:
    """Look for names in braces that no contact of the council fills."""
    for place, text in _texts(survey.model_dump(), ""):
        for name in SLOT.findall(text):
            if name not in council.contacts:
                yield f'survey.toml{place}: found "{{{name}}}", expected a contact of council.toml'


def _texts(part: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield place, part
    elif isinstance(part, dict):
        for key, inner in part.items():
            yield from _texts(inner, f"{place}, {key}")
    elif isinstance(part, list | tuple):
        for number, inner in enumerate(part, 1):
            known = inner.get("id") if isinstance(inner, dict) else None
            yield from _texts(inner, f"{place} {known or number}")


def _codes(survey: Survey, codebook: Codebook) -> Iterator[str]:
    known = [code.id for code in codebook.codes]
    for code in {code for code in known if known.count(code) > 1}:
        yield f'codebook.toml: found the code "{code}" twice, expected each once'
    themes = {theme.id for theme in codebook.themes}
    aims = {aim.id for aim in survey.aims}
    for entry in codebook.codes:
        if entry.theme not in themes:
            yield f'codebook.toml, {entry.id}: found theme "{entry.theme}", expected a theme of it'
        for aim in set(entry.aims) - aims:
            yield f'codebook.toml, {entry.id}: found aim "{aim}", expected an aim of survey.toml'
    placed = [code for stage in survey.stages for code in stage.codes]
    placed += survey.through.codes if survey.through else ()
    for code in set(placed) - set(known):
        yield f'survey.toml, stages: found "{code}", expected a code of codebook.toml'
    for code in [code for code in known if placed and code not in placed]:
        yield f'survey.toml, stages: found no stage for the code "{code}", expected one'


def _placeholders(council: Council) -> Iterator[str]:
    tables = council.model_dump()
    for name in council.placeholders:
        part: Any = tables
        for step in name.split("."):
            part = part.get(step) if isinstance(part, dict) else None
        if part is None:
            yield f'council.toml, placeholders: found "{name}", expected the place of a value'


def _results(council: Council) -> Iterator[str]:
    parties, contact = council.sign_offs, council.results_contact
    if parties and len(set(parties)) < 2:
        yield f"council.toml, sign_offs: found {len(set(parties))}, expected two or more"
    if contact is not None and contact not in council.contacts:
        known = ", ".join(council.contacts)
        yield f'council.toml, results_contact: found "{contact}", expected one of {known}'
