"""The models of council.toml: what the council decides, and what it has still to decide."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import Field

from analysis.definitions.reading import Frozen, read_model
from analysis.definitions.survey import Process


class Setting(Frozen):
    """A school, college or nursery; `pilot_from` is the first month of the pilot there."""

    name: str
    pilot_from: str | None = Field(default=None, pattern=r"^\d{4}-(0[1-9]|1[0-2])$")
    kind: str | None = None


class Retention(Frozen):
    """How long things are kept, in days."""

    draft_days: int = Field(gt=0)
    words_days: int = Field(gt=0)
    responses_days: int = Field(gt=0)


class Council(Frozen):
    """What one council has decided; `placeholders` names what it has not."""

    name: str
    short: str
    controller: str
    opens: date | None = None
    closes: date | None = None
    settings: Mapping[str, Setting]
    lists: Mapping[str, tuple[str, ...]]
    contacts: Mapping[str, str]
    retention: Retention
    placeholders: tuple[str, ...] = ()
    sign_offs: tuple[str, ...] = ()  # the parties that agree before results are published
    next_results: date | None = None
    results_contact: str | None = None  # the name of a contact, on the pages with results
    eligible: Mapping[Process, int] = Field(default_factory=dict)  # families of each process
    places: tuple[str, ...] = ()  # neighbourhoods whose names could point to a family
    hash: str


def load_council(folder: Path) -> Council:
    """Return what `council.toml` in a survey folder says."""
    return read_model(folder / "council.toml", Council)
