"""The models of criteria.toml: what each aim must reach, agreed before anybody looked."""

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from analysis.definitions.reading import Frozen, read_model
from analysis.definitions.survey import Survey
from analysis.errors import DefinitionError

FILE = "criteria.toml"


class Agreement(Frozen):
    """Who agreed it, and when."""

    by: tuple[str, ...] = Field(min_length=1)
    on: date


class Criterion(Frozen):
    """What one aim must reach; numbers in every hundred families."""

    level: int = Field(ge=0, le=100)  # the low end of the range must reach it
    replies: int = Field(ge=30)  # about the pilot
    settings: int = Field(ge=5)
    not_worse_than: int = Field(ge=0, le=100)  # how far below the old process the range may reach


class StopSign(Frozen):
    """Something that would call the pilot into question at once."""

    id: str
    says: str
    measure: str
    level: int = Field(ge=0, le=100)  # shown when the range lies wholly below


class Criteria(Frozen):
    """What was agreed; `about_the_same`: how far apart, in every hundred, still counts as that."""

    agreed: Agreement | None = None
    about_the_same: int | None = Field(default=None, ge=1, le=50)
    aims: Mapping[str, Criterion] = Field(default_factory=dict)
    stop_signs: tuple[StopSign, ...] = ()
    hash: str

    @property
    def meaning(self) -> str:
        """A hash of what is said, whatever comments and blanks stand around it."""
        said = self.model_dump_json(exclude={"hash"})
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def margin(self) -> float | None:
        """How far apart, 0-1, counts as about the same; None until somebody agreed it."""
        if self.agreed is None or self.about_the_same is None:
            return None
        return self.about_the_same / 100


def load_criteria(folder: Path, survey: Survey) -> Criteria | None:
    """Return what was agreed for a survey, or None if its folder has no criteria."""
    if not (folder / FILE).exists():
        return None
    criteria = read_model(folder / FILE, Criteria)
    aims, items = {aim.id for aim in survey.aims}, survey.items()
    faults = [
        f'{FILE}, aims.{aim}: found "{aim}", expected an aim of survey.toml'
        for aim in criteria.aims
        if aim not in aims
    ]
    faults += [
        f'{FILE}, stop_signs.{sign.id}: found "{sign.measure}", expected an item of survey.toml'
        for sign in criteria.stop_signs
        if sign.measure not in items
    ]
    if faults:
        raise DefinitionError("\n".join(faults))
    return criteria
