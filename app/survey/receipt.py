"""After sending: help if it is needed, the receipt code, the last questions, and a clean end."""

from flask import Blueprint, redirect, render_template, request, url_for

from analysis.definitions.survey import SKIPPED, WRITTEN, Item
from analysis.store.intake.additions import add_to_response
from analysis.store.intake.receipts import receipt_code
from app.survey.draft_session import (
    Draft,
    clear_device,
    current_draft,
    keep,
    seconds_left,
    with_cookie,
)
from app.survey.forms.building import PageForm, button_form, make_form
from app.survey.pages import Answer, next_address
from app.survey.sending import own_receipt, screen
from app.survey.side import STORE_FAULTS, Side, this_side

pages = Blueprint("receipt", __name__)


@pages.get("/receipt")
def show() -> Answer:
    """Show where to get help if the danger screen asks for it, and else the receipt code."""
    side, draft = this_side(), current_draft()
    if draft is None or draft.sent_at is None:
        return redirect(next_address(side, draft))
    if not seconds_left(draft, side):
        return clear_device(redirect(url_for("receipt.finished")))
    form = button_form(draft.secret)
    if draft.help_due:
        text, button = side.survey.fixed.help, side.messages["help_go_on"]
        return render_template("text.html", text=text, form=form, go_on=button)
    return _receipt(draft, form)


@pages.post("/receipt")
def go_on() -> Answer:
    """Go on from the help page to the receipt code."""
    draft = _sent_draft()
    if draft and button_form(draft.secret, request.form).validate():
        draft.help_due = False
        keep(draft)
    return redirect(url_for("receipt.show"), 303)


@pages.get("/after")
def last_questions() -> Answer:
    """Show the questions that come after sending."""
    side, draft = this_side(), _sent_draft()
    if draft is None or draft.added or not _items(side, draft):
        return redirect(url_for("receipt.show"))
    return _drawn(side, make_form(side, _items(side, draft), draft.secret, draft))


@pages.post("/after")
def add() -> Answer:
    """Add the last answers to the response; if that fails they stay on the page."""
    side, draft = this_side(), _sent_draft()
    if draft is None or draft.added:
        return redirect(url_for("receipt.show"), 303)
    form = make_form(side, _items(side, draft), draft.secret, draft, request.form)
    if not form.validate():
        return _drawn(side, form), 400 if form.expired else 200
    try:
        _add(side, draft, form)
    except STORE_FAULTS as fault:
        side.recover(fault)
        return _drawn(side, form, unsaved=True), 503
    return redirect(url_for("receipt.show"), 303)


@pages.post("/again")
def begin_again() -> Answer:
    """Begin a form of its own, for another child say; nothing ties it to the first."""
    sent = _sent_draft()
    if sent is None or not button_form(sent.secret, request.form).validate():
        return redirect(url_for("receipt.show"), 303)
    fresh = Draft(channel=sent.channel, repeat=True)
    response = clear_device(redirect(url_for("entry.start"), 303))
    keep(fresh)
    return with_cookie(response, fresh)


@pages.post("/finish")
def finish() -> Answer:
    """Clear this device."""
    draft = current_draft()
    if draft and not button_form(draft.secret, request.form).validate():
        return redirect(next_address(this_side(), draft), 303)
    return clear_device(redirect(url_for("receipt.finished"), 303))


@pages.get("/finished")
def finished() -> Answer:
    """Say that nothing is left on this device."""
    said = this_side().messages
    return render_template("notice.html", title=said["finished_title"], says=said["finished_says"])


def _receipt(draft: Draft, form: PageForm) -> str:
    code = receipt_code(draft.secret)
    return render_template("receipt.html", code=code, draft=draft, form=form)


def _sent_draft() -> Draft | None:
    draft = current_draft()
    if draft is None or draft.sent_at is None:
        return None
    return draft if seconds_left(draft, this_side()) else None


def _items(side: Side, draft: Draft) -> tuple[Item, ...]:
    return tuple(side.items[item] for item in draft.after if item in side.items)


def _add(side: Side, draft: Draft, form: PageForm) -> None:
    answers, words = form.answers(), form.words()
    left = dict.fromkeys(draft.after, SKIPPED)
    danger = screen(side, words)
    add_to_response(
        side.intake,
        own_receipt(side, draft),
        left | answers | dict.fromkeys(words, WRITTEN),
        words,
        side.today().isoformat(),
        danger,
    )
    draft.added = True
    draft.help_due = draft.help_due or danger == "danger"
    keep(draft)


def _drawn(side: Side, form: PageForm, *, unsaved: bool = False) -> str:
    page = next(page for page in side.survey.pages if page.after_sending)
    return render_template(
        "page.html",
        page=page,
        form=form,
        boxes={item.id for item in page.items if item.kind == "text"},
        back=url_for("receipt.show"),
        button=side.messages["after_button"],
        unsaved=unsaved,
    )
