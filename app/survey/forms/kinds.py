"""Which field stands for an item: one row a kind of item."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wtforms.fields.choices import SelectChoice

from analysis.definitions.survey import Item, Kind
from app.survey.forms.fields import (
    MOST_CHARACTERS,
    Choice,
    Messages,
    OneTick,
    TextBox,
    Ticks,
)
from app.survey.forms.month import MonthParts
from app.survey.forms.place import InvitedPlace
from app.survey.forms.widgets import (
    Boxes,
    KeptBoxes,
    KeptRadios,
    KeptSelect,
    MonthQuestion,
    PlaceQuestion,
)


@dataclass(frozen=True, slots=True)
class Around:
    """What a field needs to know beside its item."""

    messages: Messages
    places: Mapping[str, str]  # settings by id, in the order they are shown
    today: date
    came_from: str | None = None


def _one(item: Item, around: Around) -> Any:
    said, own = around.messages, _choices(item)
    if item.looks == "select" or item.options_from:
        return _of_many(item, around, own)
    if item.looks == "tick":
        return OneTick(item, said, choices=own, widget=KeptBoxes(item))
    return Choice(item, said, choices=own, widget=KeptRadios(item))


def _of_many(item: Item, around: Around, own: list[SelectChoice]) -> Any:
    said, places = around.messages, around.places if item.options_from else {}
    named = [SelectChoice(value, name) for value, name in places.items()]
    choices = [SelectChoice("", said["choose"]), *named, *own]
    if around.came_from is not None and around.came_from in places:
        asked = PlaceQuestion(item, places[around.came_from])
        return InvitedPlace(item, said, around.came_from, choices=choices, widget=asked)
    return Choice(item, said, choices=choices, widget=KeptSelect(item))


def _many(item: Item, around: Around) -> Any:
    return Ticks(item, around.messages, choices=_choices(item), widget=KeptBoxes(item))


def _month(item: Item, around: Around) -> Any:
    asked = MonthQuestion(item)
    return MonthParts(item, around.messages, around.today, widget=asked)


def _text(item: Item, around: Around) -> Any:
    return TextBox(item, around.messages, widget=Boxes(around.messages, MOST_CHARACTERS))


def _choices(item: Item) -> list[SelectChoice]:
    return [SelectChoice(value, option.says) for value, option in item.options.items()]


KINDS: Mapping[Kind, Callable[[Item, Around], Any]] = {
    "one": _one,
    "many": _many,
    "month": _month,
    "text": _text,
}


def field_for(item: Item, around: Around) -> Any:
    """Return the field of an item, still to be bound to a form."""
    return KINDS[item.kind](item, around)
