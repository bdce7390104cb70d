"""Texts to read: a list without words, and one text, redacted, with its codes.

The list names neither the process nor the place: whoever reads codes without knowing them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, render_template, request

from analysis.store import audit
from analysis.store.database import is_id, writing
from analysis.store.desk.codings import PROGRAM, Coded, read_codings, read_flags, read_uses
from analysis.store.desk.texts import Text, find_text, read_redacted, read_texts
from app.staff.pages.marking import Piece, cut_text, quoted
from app.staff.pages.quotes import quotable
from app.staff.person import this_person
from app.staff.side import Side, this_side

pages = Blueprint("reading", __name__)
A_PAGE = 50
URGENT = ("danger", "welfare")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; empty means all."""

    item: str
    code: str
    flag: str

    def admit(self, line: "Line") -> bool:
        """Say whether a text is in the list."""
        return (
            self.item in ("", line.item)
            and (not self.code or self.code in line.codes)
            and (not self.flag or self.flag in line.flags)
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One text in the list."""

    id: int
    item: str
    codes: tuple[str, ...]
    flags: tuple[str, ...]

    @property
    def turn(self) -> int:
        """When it is this text's turn to be read: first where somebody may be in danger."""
        turns = (URGENT.index(flag) for flag in self.flags if flag in URGENT)
        return min(turns, default=len(URGENT))


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One coding of a text, with the words it rests on."""

    coding: Coded
    label: str
    evidence: Sequence[str]


@pages.get("/review")
def texts() -> str:
    """List the texts, those that may tell of danger first."""
    side = this_side()
    filters = Filters(*(request.args.get(name, "") for name in ("item", "code", "flag")))
    found = [line for line in _lines(side) if filters.admit(line)]
    found.sort(key=lambda line: line.turn)
    number = _page_number(len(found))
    first = A_PAGE * (number - 1)
    return render_template(
        "reading/texts.html",
        lines=found[first : first + A_PAGE],
        first=first,
        total=len(found),
        number=number,
        last=_last_page(len(found)),
        filters=filters,
        items=_text_items(side),
        codes=_labels(side),
        flags=_flags(side),
    )


@pages.get("/review/<int:words_id>")
def text(words_id: int) -> str:
    """Show one text's redacted words; each time stands in the chain of acts."""
    side = this_side()
    vault = side.words.vault()
    place = find_text(side.desk.db, words_id) if is_id(words_id) else None
    if place is None:
        abort(404)
    side.words.touch()
    redacted = read_redacted(side.desk.db, vault, words_id)
    if redacted is None:
        return _text_page(side, place, (), (), ())
    # Its text tools take seconds to load: the other pages are served without them.
    from app.staff.pages.reasons import reasons_of

    codings = read_codings(side.desk.db, words_id)
    reasons, others = reasons_of(side, vault, place, redacted, codings)
    _note_reading(side, others)
    pieces, rows = cut_text(redacted.reveal(), codings), _rows(side, redacted.reveal(), codings)
    return _text_page(side, place, pieces, rows, reasons)


def _text_page(
    side: Side,
    place: Text,
    pieces: Sequence[Piece],
    rows: Sequence[CodingRow],
    reasons: Sequence[object] | None,
) -> str:
    item = side.survey.items().get(place.item)
    flags = read_flags(side.desk.db).get(place.words_id, frozenset())
    return render_template(
        "reading/text.html",
        asks=item.asks if item else place.item,
        pieces=pieces,
        rows=rows,
        reasons=reasons,
        flags=sorted(flags),
        words_id=place.words_id,
        may_quote=quotable(side, place.words_id, place.item),
    )


def _note_reading(side: Side, others: int) -> None:
    """Note that a text was opened, with how many other families' words beside it."""
    person = this_person()
    beside = {"others": others} if others else {}
    with writing(side.desk.db) as db:
        by = person.account.username if person else ""
        audit.append(db, side.desk.audit_key, "words read", side.today(), by=by, **beside)


def _lines(side: Side) -> Iterator[Line]:
    db = side.desk.db
    flags, codes = read_flags(db), _codes(side)
    for found in read_texts(db):
        yield Line(
            found.words_id,
            found.item,
            tuple(codes.get((found.response_id, found.item), ())),
            tuple(sorted(flags.get(found.words_id, ()))),
        )


def _codes(side: Side) -> Mapping[tuple[int, str], list[str]]:
    codes: dict[tuple[int, str], list[str]] = {}
    for use in read_uses(side.desk.db, PROGRAM):
        of_text = codes.setdefault((use.response_id, use.item), [])
        if use.code not in of_text:
            of_text.append(use.code)
    return codes


def _rows(side: Side, text_: str, codings: Sequence[Coded]) -> list[CodingRow]:
    labels = _labels(side)
    return [
        CodingRow(coding, labels.get(coding.code, coding.code), quoted(text_, coding))
        for coding in codings
    ]


def _flags(side: Side) -> dict[str, str]:
    """Return the flags that any text has, with their words."""
    found = {flag for flags in read_flags(side.desk.db).values() for flag in flags}
    return {flag: side.messages.get(flag, flag) for flag in sorted(found)}


def _text_items(side: Side) -> dict[str, str]:
    """Return the questions that are answered in words, short where there is a short form."""
    items = side.survey.items().items()
    return {id_: item.short or item.asks for id_, item in items if item.kind == "text"}


def _labels(side: Side) -> dict[str, str]:
    return {code.id: code.label for code in side.definitions.codebook.codes}


def _page_number(total: int) -> int:
    asked = request.args.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    return min(max(number, 1), _last_page(total))


def _last_page(total: int) -> int:
    return max(1, -(-total // A_PAGE))
