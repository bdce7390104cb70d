"""A form for the items of a page, and what was answered in it."""

from datetime import date
from functools import lru_cache
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms.form import BaseForm
from wtforms.meta import DefaultMeta

from analysis.definitions.facts import Value
from analysis.definitions.survey import Item
from analysis.words import Words
from app.form_tokens import FIELD
from app.survey.draft_session import Draft
from app.survey.forms.kinds import Around, field_for
from app.survey.forms.protection import SecretTokens
from app.survey.side import Side


class _Meta(DefaultMeta):
    csrf = True
    csrf_class = SecretTokens
    csrf_field_name = FIELD
    locales = False

    def __init__(self, secret: bytes) -> None:
        self.csrf_context = secret


class PageForm(BaseForm):
    """The form of one page. A page that is no longer trusted is told from a wrong answer."""

    @property
    def token(self) -> str:
        """A fresh token for this page."""
        return str(self[FIELD].current_token)

    @property
    def expired(self) -> bool:
        """Whether the token was not one of this draft."""
        return bool(self[FIELD].errors)

    @property
    def questions(self) -> list[Any]:
        """The fields of the items."""
        return [field for field in self if field.name != FIELD]

    @property
    def faults(self) -> list[dict[str, str]]:
        """What is wrong, each with the field that it leads to."""
        return [
            {"text": field.errors[0], "href": f"#{field.focus}"}
            for field in self.questions
            if field.errors
        ]

    def answers(self) -> dict[str, Value]:
        """Return the closed answers given."""
        return {n: a for n, a in self._answered().items() if not isinstance(a, Words)}

    def words(self) -> dict[str, Words]:
        """Return the words written."""
        return {n: a for n, a in self._answered().items() if isinstance(a, Words)}

    def _answered(self) -> dict[str, Any]:
        found = {field.name: field.answer for field in self.questions}
        return {name: answer for name, answer in found.items() if answer is not None}


def button_form(secret: bytes, sent: MultiDict[str, str] | None = None) -> PageForm:
    """Return a form of a button alone."""
    form = PageForm({}, meta=_Meta(secret))
    form.process(sent)
    return form


def make_form(
    side: Side,
    items: tuple[Item, ...],
    secret: bytes,
    draft: Draft | None,
    sent: MultiDict[str, str] | None = None,
) -> PageForm:
    """Return the form of some items: filled from what was sent, or else from the draft."""
    came_from, today = draft.came_from if draft else None, side.today()
    fields = {item.id: _field(side, item.id, came_from, today) for item in items}
    form = PageForm(fields, meta=_Meta(secret))
    form.process(sent, data=dict(draft.answers) | dict(draft.texts) if draft else {})
    return form


@lru_cache(maxsize=2048)
def _field(side: Side, item_id: str, came_from: str | None, today: date) -> Any:
    """Return an item's field, still to be bound; a new day decides anew what is past."""
    around = Around(side.messages, side.places, today, came_from)
    return field_for(side.items[item_id], around)
