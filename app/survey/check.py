"""Check your answers: every answer in words, page by page, with a way to change it."""

from dataclasses import dataclass

from flask import render_template, url_for

from analysis.definitions.facts import Value
from analysis.definitions.survey import SKIPPED, Item
from app.survey.draft_session import Draft
from app.survey.forms.building import PageForm
from app.survey.side import Side
from app.survey.way import Way


@dataclass(frozen=True, slots=True)
class Said:
    """One row: what was asked, and what was answered, by choice or in the family's own words."""

    asks: str
    chosen: tuple[str, ...] = ()
    text: str = ""


def draw_check(side: Side, draft: Draft, way: Way, form: PageForm, *, unsaved: bool = False) -> str:
    """Return the page on which a family looks over what it is about to send."""
    groups = [
        (page, [_said(side, draft, way, item) for item in way.route.items_of(page)])
        for page in way.pages
    ]
    back = url_for("questions.show", page_id=way.pages[-1].id)
    return render_template("check.html", groups=groups, form=form, unsaved=unsaved, back=back)


def _said(side: Side, draft: Draft, way: Way, item: Item) -> Said:
    words = draft.texts.get(item.id)
    if words is not None:
        return Said(item.asks, text=words.reveal())
    value = way.route.answers[item.id]
    if value == SKIPPED:
        return Said(item.asks)
    values = (value,) if isinstance(value, str) else value
    return Said(item.asks, tuple(_in_words(side, item, one) for one in values))


def _in_words(side: Side, item: Item, value: Value) -> str:
    value = str(value)
    if value in item.options:
        return item.options[value].says
    return side.places.get(value) or date_in_words(value, side.messages["months"].split())


def date_in_words(value: str, months: list[str]) -> str:
    """Return "YYYY-MM" or "YYYY-MM-DD" as people say it."""
    year, month, *day = value.split("-")
    return " ".join([*(number.lstrip("0") for number in day), months[int(month) - 1], year])
