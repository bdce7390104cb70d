"""How the fields look: the design system's components, with what this survey's items add.

Drawing a component is most of a page's cost, so a question of ticks and choices is drawn once
for each answer it can show. Words are never kept so.
"""

from collections.abc import Mapping
from typing import Any

from flask import render_template
from govuk_frontend_wtf.wtforms_widgets import (
    GovCharacterCount,
    GovCheckboxesInput,
    GovRadioInput,
    GovSelect,
)
from markupsafe import Markup

from analysis.definitions.survey import Item

MOST_KEPT = 200
LEGEND = "govuk-fieldset__legend--m"
LABEL = "govuk-label--m"


class _Kept:
    """A component drawn once for each answer and message."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item
        self._drawn: dict[Any, Markup] = {}

    def __call__(self, field: Any, **kwargs: Any) -> Markup:
        shown = tuple(field.data or ()) if isinstance(field.data, list) else field.data
        key = (shown, tuple(field.errors))
        drawn = self._drawn.get(key)
        if drawn is None:
            if len(self._drawn) >= MOST_KEPT:
                self._drawn.clear()
            drawn = self._draw(field)
            self._drawn[key] = drawn
        return drawn

    def _draw(self, field: Any) -> Markup:
        drawn: Markup = super().__call__(field, params=self._params(field))  # type: ignore[misc]  # untyped
        return drawn

    def _params(self, field: Any) -> dict[str, Any]:
        return {"hint": hint(self._item), "fieldset": {"legend": legend(self._item)}}

    def _options(self) -> list[dict[str, Any]]:
        hints = (option.hint for option in self._item.options.values())
        return [{"hint": {"text": said}} if said else {} for said in hints]


class KeptRadios(_Kept, GovRadioInput):
    """One of a few."""

    def _params(self, field: Any) -> dict[str, Any]:
        inline = {"classes": "govuk-radios--inline"} if self._item.looks == "inline" else {}
        return super()._params(field) | {"items": self._options()} | inline


class KeptBoxes(_Kept, GovCheckboxesInput):
    """Any of a few."""

    def _params(self, field: Any) -> dict[str, Any]:
        return super()._params(field) | {"items": self._options()}


class KeptSelect(_Kept, GovSelect):
    """One of many."""

    def _params(self, field: Any) -> dict[str, Any]:
        return {"hint": hint(self._item), "label": {"classes": LABEL}}


class Boxes(GovCharacterCount):
    """A text box that says how much fits, and counts where there is a script."""

    def __init__(self, messages: Mapping[str, str], limit: int) -> None:
        super().__init__()
        most = f"{limit:,}"
        self._counted = {
            "maxlength": limit,
            "rows": 5,
            "spellcheck": True,
            "textareaDescriptionText": messages["characters"].format(limit=most),
            "charactersUnderLimitText": {"other": messages["characters_left"]},
            "charactersOverLimitText": {"other": messages["characters_over"]},
            "label": {"classes": LABEL},
            "attributes": {"dir": "auto"},
        }

    def __call__(self, field: Any, **kwargs: Any) -> Markup:
        """Draw the box with what is in it; words are never kept here."""
        own = {"hint": {"text": field.description} if field.description else None}
        drawn: Markup = super().__call__(field, params=self._counted | own)
        return drawn


class Drawn:
    """A question with a template of its own."""

    template: str

    def __init__(self, item: Item, place: str = "") -> None:
        self._item, self._place = item, place

    def __call__(self, field: Any, **kwargs: Any) -> Markup:
        """Draw the question with what was put in and what is wrong with it."""
        drawn = render_template(
            self.template,
            field=field,
            item=self._item,
            place=self._place,
            error=field.errors[0] if field.errors else None,
        )
        return Markup(drawn)  # noqa: S704 (a template's own output, escaped there)


class PlaceQuestion(Drawn):
    """Was it there? And if not, where?"""

    template = "place.html"


class MonthQuestion(Drawn):
    """Day, month and year, or a tick instead."""

    template = "month.html"


def hint(item: Item) -> dict[str, str] | None:
    """Return the hint, or nothing: an empty one would be read out as one."""
    return {"text": item.hint} if item.hint else None


def legend(item: Item) -> dict[str, str]:
    """Return the question as what the group of its answers is called."""
    return {"text": item.asks, "classes": LEGEND}
