"""What made-up families are like, and what they write: read from a survey's folder, checked."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from analysis.definitions.checking.reach import inputs_of
from analysis.definitions.council import Council
from analysis.definitions.reading import Frozen, read_toml, validate
from analysis.definitions.survey import (
    LISTED,
    SKIPPED,
    WRITTEN,
    Conditions,
    Item,
    Option,
    Survey,
)
from analysis.errors import DefinitionError

MONTH, DAY = "month", "day"
FORMS = {SKIPPED, WRITTEN, MONTH, DAY}
FILE = "tendencies.toml"


class Tendency(Frozen):
    """How often families choose what, where `when` fits.

    A share is named by an option, a meaning, "skipped", a setting, a kind of setting, "listed";
    of a text by "written"; of a month by "month" or "day". Of ticks, it is a chance in 100 each.
    """

    when: Conditions = ()
    shares: Mapping[str, float]


class Tendencies(Frozen):
    """What the families are like; of an item's lines the first that fits decides."""

    first_month: str | None = None
    last_month: str | None = None
    reply_days: tuple[int, int] = (5, 120)
    family: float = 0.6  # how far a family's experience pulls all its answers, in log odds
    setting: float = 0.4  # the same for everyone at a setting
    blank: float = Field(default=0.03, ge=0, lt=1)
    channels: Mapping[str, float] = Field(default={"link": 60, "qr": 12, "paper": 22, "phone": 6})
    splits: Mapping[str, float] = Field(default_factory=dict)  # weights inside one meaning
    earliest: Mapping[str, Mapping[str, int]] = Field(default_factory=dict)  # days from the meeting
    items: Mapping[str, tuple[Tendency, ...]] = Field(default_factory=dict)


class Said(Frozen):
    """Texts that families write where `when` fits; a low weight makes them rare."""

    when: Conditions = ()
    weight: float = Field(default=1.0, gt=0, le=1)
    texts: tuple[str, ...]


class Voices(Frozen):
    """What is written in answer to one question."""

    said: tuple[Said, ...]


class Manner(NamedTuple):
    """Everything a folder of made-up voices says."""

    tendencies: Tendencies
    voices: Mapping[str, Voices]


def load_manner(survey: Survey, council: Council, folder: Path) -> Manner:
    """Return the folder's tendencies and voices; what it does not say is left to the meanings."""
    tendencies = Tendencies()
    if (folder / FILE).exists():
        tendencies = validate(read_toml(folder / FILE), Tendencies, FILE)
    voices = {
        file.stem: validate(read_toml(file), Voices, file.name)
        for file in sorted((folder / "voices").glob("*.toml"))
    }
    if faults := [*_tendency_faults(survey, council, tendencies), *_voice_faults(survey, voices)]:
        raise DefinitionError("\n".join(faults))
    return Manner(tendencies, voices)


def values_named(
    item: Item, name: str, council: Council, splits: Mapping[str, float]
) -> dict[str, float]:
    """Return the values that a share's name stands for, with their weights among each other."""
    if name in item.options or name in FORMS:
        return {name: 1.0}
    if item.options_from == "settings":
        places = enumerate(council.settings.items())
        named = {id_: at for at, (id_, s) in places if name in (LISTED, id_, s.kind)}
        return {id_: 1.0 + at % 3 for id_, at in named.items()}  # some places are larger
    return {
        value: splits.get(value, 1.0)
        for value, option in item.options.items()
        if option.means == name
    }


def meaning_of(item: Item, value: str) -> str | None:
    """Return what a value means, None where it means nothing."""
    return item.options.get(value, Option(says="")).means


def _tendency_faults(survey: Survey, council: Council, tendencies: Tendencies) -> Iterator[str]:
    items = survey.items()
    for id_, lines in tendencies.items.items():
        place = f"{FILE}, items.{id_}"
        if id_ not in items:
            yield f"{place}: found no such item in the survey"
            continue
        for line in lines:
            yield from _late(survey, id_, line.when, place)
            for name in line.shares:
                if not values_named(items[id_], name, council, tendencies.splits):
                    known = ", ".join((*items[id_].options, *sorted(FORMS)))
                    yield f'{place}: found "{name}", expected one of {known} or a meaning'


def _voice_faults(survey: Survey, voices: Mapping[str, Voices]) -> Iterator[str]:
    items = survey.items()
    for id_, voice in voices.items():
        if id_ not in items or items[id_].kind != "text":
            yield f"{id_}.toml: found no such question for words in the survey"
            continue
        for said in voice.said:
            yield from _late(survey, id_, said.when, f"{id_}.toml")


def _late(survey: Survey, id_: str, when: Conditions, place: str) -> Iterator[str]:
    """Refuse a condition on what is not yet known when the item is asked."""
    order = list(survey.items())
    earlier = set(order[: order.index(id_)])
    for name in dict.fromkeys(name for line in when for name in line):
        if late := sorted(inputs_of(survey, name) - earlier):
            rest = ", ".join(late)
            yield f'{place}: found "{name}", which rests on {rest}, expected earlier items'
