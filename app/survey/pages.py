"""Question pages: shown when the way leads there, saved when they are sent on."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from analysis.definitions.survey import Item, Page
from app.survey.draft_session import Draft, cookie_secret, current_draft, keep, with_cookie
from app.survey.forms.building import PageForm, make_form
from app.survey.side import STORE_FAULTS, Side, this_side
from app.survey.way import Way, find_way, keep_to_way

pages = Blueprint("questions", __name__)
Answer = Response | str | tuple[str, int]


@pages.get("/q/<page_id>")
def show(page_id: str) -> Answer:
    """Show a page, or lead to the one that is due."""
    side, page, draft = this_side(), _page(page_id), current_draft()
    if draft is None or draft.sent_at is not None:
        return redirect(next_address(side, draft))
    way = find_way(side, draft)
    if page not in way.open_pages:
        return redirect(next_address(side, draft, way))
    form = make_form(side, way.route.items_of(page), draft.secret, draft)
    return _drawn(page, form, way)


@pages.post("/q/<page_id>")
def send_on(page_id: str) -> Answer:
    """Save a page and lead to the next; whatever goes wrong, what was put in stays on the page."""
    page = _page(page_id)
    try:
        return _send_on(this_side(), page)
    except STORE_FAULTS as fault:
        this_side().recover(fault)
        return _not_saved(this_side(), page)


def next_address(side: Side, draft: Draft | None, way: Way | None = None) -> str:
    """Return where a family goes from here: its first page still to be sent on, or what follows."""
    if draft is None:
        return url_for("entry.start")
    if draft.sent_at is not None:
        return url_for("receipt.show")
    due = (way or find_way(side, draft)).due
    return url_for("sending.check") if due is None else url_for("questions.show", page_id=due.id)


def _page(page_id: str) -> Page:
    pages_by_id = {page.id: page for page in this_side().survey.pages if not page.after_sending}
    return pages_by_id.get(page_id) or abort(404)


def _send_on(side: Side, page: Page) -> Answer:
    draft = current_draft()
    if draft is None:
        return _with_new_draft(side, page)
    if draft.sent_at is not None:
        return redirect(next_address(side, draft))
    way = find_way(side, draft)
    reached = page in way.open_pages
    items = way.route.items_of(page) if reached else _sent_items(page)
    form = make_form(side, items, draft.secret, draft, request.form)
    g.items = items
    if not form.validate():
        return _drawn(page, form, way if reached else None), 400 if form.expired else 200
    take(draft, items, form)
    if reached:
        draft.seen |= {item.id for item in items}
    way = keep_to_way(side, draft)
    keep(draft)
    return with_cookie(redirect(next_address(side, draft, way), 303), draft)


def take(draft: Draft, items: tuple[Item, ...], form: PageForm) -> None:
    """Put a form's answers into the draft, in place of what was there."""
    answers, words = form.answers(), form.words()
    for item in items:
        draft.answers.pop(item.id, None)
        draft.texts.pop(item.id, None)
        if item.options_from and answers.get(item.id) != draft.came_from:
            draft.came_from = None  # another answer drops what the link said
    draft.answers |= answers
    draft.texts |= words


def _with_new_draft(side: Side, page: Page) -> Answer:
    """Show the filled page again where its draft is gone: sent on once more, nothing is lost."""
    draft = Draft()
    form = make_form(side, _sent_items(page), draft.secret, draft, request.form)
    form.validate()
    keep(draft)
    response = Response(_drawn(page, form, None), 400, content_type="text/html; charset=utf-8")
    return with_cookie(response, draft)


def _not_saved(side: Side, page: Page) -> Answer:
    secret = cookie_secret()
    if secret is None:
        abort(503)
    items = g.get("items") or _sent_items(page)
    form = make_form(side, items, secret, g.get("draft"), request.form)
    form.validate()
    return _drawn(page, form, None, unsaved=True), 503


def _sent_items(page: Page) -> tuple[Item, ...]:
    """Return the items that must have been on the page, where its draft can't tell."""
    return tuple(
        item
        for item in page.items
        if not (item.ask_when or item.ask_unless)
        or any(_is_of(item, name) for name in request.form)
    )


def _is_of(item: Item, name: str) -> bool:
    return name == item.id or name.startswith(f"{item.id}-")


def _drawn(page: Page, form: PageForm, way: Way | None, *, unsaved: bool = False) -> str:
    before = way.before(page) if way else None
    return render_template(
        "page.html",
        page=page,
        form=form,
        boxes={item.id for item in page.items if item.kind == "text"},
        back=url_for("questions.show", page_id=before.id) if before else url_for("entry.start"),
        unsaved=unsaved,
    )
