"""check: what a survey folder holds, once all of it holds together."""

from pathlib import Path
from typing import Any

from analysis.definitions.checking.whole import load_whole


def check(folder: Path) -> dict[str, Any]:
    """Return what the folder defines: items with their options, settings, codes, placeholders.

    Raises DefinitionError with one line a fault: file, place, what was found, what would be right.
    """
    found = load_whole(folder)
    survey, council = found.survey, found.council
    return {
        "survey": {"id": survey.id, "version": survey.version, "hash": survey.hash},
        "items": {
            item.id: {
                "page": page.id,
                "kind": item.kind,
                "options": {key: option.means for key, option in item.options.items()},
            }
            for page in survey.pages
            for item in page.items
        },
        "aims": {aim.id: {"headline": aim.headline, "name": aim.name} for aim in survey.aims},
        "stages": [stage.id for stage in survey.stages],
        "settings": {id_: setting.pilot_from for id_, setting in council.settings.items()},
        "codes": {code.id: code.label for code in found.codebook.codes},
        "placeholders": list(council.placeholders),
    }
