"""load_survey: the TOML of one questionnaire in, a checked Survey out; and what lies beside it."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from analysis.definitions.checking.faults import survey_faults
from analysis.definitions.codebook import Codebook, load_codebook
from analysis.definitions.council import Council, load_council
from analysis.definitions.criteria import Criteria, load_criteria
from analysis.definitions.population import Population, load_population
from analysis.definitions.reading import hash_of, read_toml, same_while, validate
from analysis.definitions.survey import Survey
from analysis.errors import DefinitionError

Tables = Mapping[str, Any]
SURVEYS = Path(__file__).parents[2] / "surveys"


def default_folder(surveys: Path = SURVEYS) -> Path:
    """Return the one survey folder that lies in `surveys`."""
    found = sorted(path.parent for path in surveys.glob("*/survey.toml"))
    if len(found) != 1:
        names = ", ".join(path.name for path in found) or "none"
        raise DefinitionError(f"{surveys}: found {names}, expected one survey folder; say which")
    return found[0]


@dataclass(frozen=True)
class Definitions:
    """A survey folder's parts that results are made of."""

    survey: Survey
    council: Council
    codebook: Codebook
    criteria: Criteria | None
    population: Population | None = None

    @property
    def margin(self) -> float | None:
        """How far apart counts as about the same, where it was agreed."""
        return self.criteria.margin if self.criteria else None

    @property
    def starts(self) -> dict[str, int]:
        """In which months how many settings began with the pilot."""
        months = [setting.pilot_from for setting in self.council.settings.values()]
        return dict(sorted(Counter(month for month in months if month).items()))

    def hashes(self) -> list[str]:
        """Return what names the definitions, each by its file's content."""
        beside = (self.criteria, self.population)
        parts = [self.survey.hash, self.council.hash, self.codebook.hash]
        return [*parts, *(part.hash for part in beside if part)]


def load_definitions(folder: Path) -> Definitions:
    """Return what a survey folder says."""
    survey = load_survey(folder)
    return Definitions(
        survey,
        load_council(folder),
        load_codebook(folder),
        load_criteria(folder, survey),
        load_population(folder, survey),
    )


def load_survey(folder: Path, file: str = "survey.toml") -> Survey:
    """Return the questionnaire in `file`, or refuse it whole with one line a fault."""
    return _read(folder, file, same_while(folder / file))


@lru_cache(maxsize=8)
def _read(folder: Path, file: str, _same: object) -> Survey:
    return survey_of(read_toml(folder / file), folder.name, hash_of(folder / file), file)


def read_survey(content: str, hash_: str, file: str = "survey.toml") -> Survey:
    """Return the questionnaire that a text holds: an earlier version, as it was kept."""
    try:
        tables = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"{file} {hash_}: {error}") from None
    return survey_of(tables, "", hash_, file)


def survey_of(tables: Tables, folder: str, hash_: str, file: str) -> Survey:
    """Return the tables as a checked questionnaire."""
    scales = {name: _options(scale) for name, scale in _table(tables, "scales", file).items()}
    complete = dict(tables) | {
        "folder": folder,
        "hash": hash_,
        "scales": scales,
        "pages": [_page(page, scales, file) for page in tables.get("pages", [])],
        "derived": {
            name: _derived(name, field, file)
            for name, field in _table(tables, "derived", file).items()
        },
    }
    survey = validate(complete, Survey, file)
    if faults := survey_faults(survey):
        raise DefinitionError("\n".join(f"{file}, {fault}" for fault in faults))
    return survey


def _table(tables: Tables, name: str, file: str) -> Tables:
    found = tables.get(name, {})
    if not isinstance(found, Mapping):
        raise DefinitionError(f"{file}, {name}: found a single value, expected a table")
    return found


def _options(options: Any) -> Any:
    """Let an option that means nothing be written as its words alone."""
    if not isinstance(options, Mapping):
        return options
    return {key: {"says": o} if isinstance(o, str) else o for key, o in options.items()}


def _page(page: Tables, scales: Mapping[str, Any], file: str) -> dict[str, Any]:
    items = [
        _item(item, scales, f"{file}, page {page.get('id')}") for item in page.get("items", [])
    ]
    return dict(page) | {"items": items}


def _item(item: Tables, scales: Mapping[str, Any], place: str) -> dict[str, Any]:
    own = _options(item.get("options", {}))
    scale = item.get("scale")
    if scale is None:
        return dict(item) | {"options": own}
    if scale not in scales:
        known = ", ".join(scales) or "no scale at all"
        raise DefinitionError(
            f'{place}, item {item.get("id")}, scale: found "{scale}", expected one of {known}'
        )
    return dict(item) | {"options": {**scales[scale], **own}}


def _derived(name: str, field: Tables, file: str) -> dict[str, Any]:
    lines = field.get("table", [])
    for line in lines:
        if "is" not in line:
            raise DefinitionError(f"{file}, derived.{name}: a line says no value, expected `is`")
    return {"says": field.get("says", name), "table": [_line(line) for line in lines]}


def _line(line: Tables) -> dict[str, Any]:
    said = {"is", "because", "otherwise"}
    return {
        "when": {key: values for key, values in line.items() if key not in said},
        "gives": line["is"],
        "because": line.get("because"),
    }
