"""Quotes: one reviewer puts a part of a text forward, a lead reviewer lets it go or turns it down.

Only words of families who agreed to be quoted; only after a second person has read them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from analysis.definitions.survey import codable_items
from analysis.errors import InputError, StoreError
from analysis.reporting.figure_words import day_words
from analysis.store import audit
from analysis.store.database import is_id, writing
from analysis.store.desk import quotes
from analysis.store.desk.texts import find_text, read_redacted
from analysis.words import Released
from app.staff.person import this_person
from app.staff.side import Side, this_side

pages = Blueprint("quotes", __name__)
Answer = str | tuple[str, int] | Response
REFUSED = 422
ALARMS = ("danger", "welfare", "complaint")  # what whoever lets words go has to know of


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a decision: its words, as they may have been edited on the page."""

    id: int
    label: str
    words: str
    own: bool  # put forward by the person who looks: another has to decide
    flags: tuple[str, ...]  # of all that this family wrote: words can be harmless and tell on


@dataclass(frozen=True, slots=True)
class Line:
    """An approved quote."""

    id: int
    label: str
    words: str
    by: str
    day: str


@pages.get("/quotes")
def show() -> Answer:
    """List what waits for a decision and what was approved."""
    return _page()


@pages.post("/review/<int:words_id>/quote")
def put_forward(words_id: int) -> Answer:
    """Put a part of a text forward, as its code marks it."""
    side = this_side()
    vault, code = side.words.vault(), request.form.get("code", "")
    place = find_text(side.desk.db, words_id) if is_id(words_id) else None
    text = read_redacted(side.desk.db, vault, words_id) if place else None
    if place is None or text is None or code not in _labels(side):
        abort(404)
    if not quotable(side, words_id, place.item):
        abort(403)
    part = text.reveal()[_number("start") : _number("end")].strip()
    if not part:
        abort(404)
    with writing(side.desk.db) as db:
        quotes.put_forward(db, vault, words_id, code, Released(part), _name())
        audit.append(db, side.desk.audit_key, "quote put forward", side.today(), by=_name())
    return redirect(url_for("quotes.show"), 303)


@pages.post("/quotes/<int:quote_id>/approve")
def approve(quote_id: int) -> Answer:
    """Let a quote go, as it was edited; what says something else is refused and stays typed."""
    side = this_side()
    vault, edited = side.words.vault(), " ".join(request.form.get("words", "").split())
    proposal = _proposal(side, quote_id)
    try:
        with writing(side.desk.db) as db:
            quotes.approve(db, vault, proposal, edited, _name(), side.today())
            audit.append(db, side.desk.audit_key, "quote approved", side.today(), by=_name())
    except StoreError:
        abort(403)  # nobody approves what they put forward
    except InputError:
        return _page(trouble=quote_id, typed=edited), REFUSED
    return redirect(url_for("quotes.show"), 303)


@pages.post("/quotes/<int:quote_id>/remove")
def remove(quote_id: int) -> Answer:
    """Turn down what was put forward, or take an approved quote back."""
    side = this_side()
    with writing(side.desk.db) as db:
        quotes.remove(db, quote_id if is_id(quote_id) else 0)
        audit.append(db, side.desk.audit_key, "quote removed", side.today(), by=_name())
    return redirect(url_for("quotes.show"), 303)


def quotable(side: Side, words_id: int, item: str) -> bool:
    """Say whether a text may be quoted at all: its family agreed, and was asked after this box."""
    asked = side.survey.roles.quotes
    agreed = quotes.may_be_quoted(side.desk.db, words_id, asked)
    return agreed and item in codable_items(side.survey)


def _page(trouble: int = 0, typed: str = "") -> str:
    side = this_side()
    proposals = quotes.read_proposals(side.desk.db)
    labels = _labels(side)
    opened = side.words.is_open
    approved = [
        Line(one.id, labels.get(one.code, one.code), one.quote.reveal(), one.by, one.day)
        for one in quotes.read_quotes(side.desk.db, side.survey.roles.quotes)
    ]
    return render_template(
        "quotes.html",
        waiting=list(_waiting(side, proposals, trouble, typed)) if opened else [],
        number=len(proposals),
        approved=approved,
        trouble=trouble,
        day_words=day_words,
    )


def _waiting(
    side: Side, proposals: Iterable[quotes.Proposal], trouble: int, typed: str
) -> Iterable[Waiting]:
    vault, labels = side.words.vault(), _labels(side)
    side.words.touch()
    for one in proposals:
        words = typed if one.id == trouble else one.open(side.desk.db, vault).reveal()
        found = quotes.flags_of_answer(side.desk.db, one.words_id)
        flags = tuple(flag for flag in ALARMS if flag in found)
        yield Waiting(one.id, labels.get(one.code, one.code), words, one.by == _name(), flags)


def _proposal(side: Side, quote_id: int) -> quotes.Proposal:
    found = quotes.find_proposal(side.desk.db, quote_id) if is_id(quote_id) else None
    return found or abort(404)


def _number(name: str) -> int | None:
    """Return an end of the part; a code of the whole text has none."""
    given = request.form.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 7 else None


def _labels(side: Side) -> dict[str, str]:
    return {code.id: code.label for code in side.definitions.codebook.codes}


def _name() -> str:
    person = this_person()
    return person.account.username if person else abort(403)
