"""The first page, links that lead to it, privacy, a device cleared, and whether all is well."""

from datetime import date

from flask import Blueprint, redirect, render_template, request, url_for

from analysis.store.intake.drafts import try_out
from analysis.store.intake.invitations import BY_LINK, find_invitation
from app.health import readiness, running
from app.survey.check import date_in_words
from app.survey.draft_session import Draft, clear_device, current_draft, keep, with_cookie
from app.survey.forms.building import PageForm, button_form
from app.survey.pages import Answer, next_address
from app.survey.side import STORE_FAULTS, Side, this_side

pages = Blueprint("entry", __name__)


@pages.get("/")
def start() -> Answer:
    """Show what the survey is, and how to begin or go on."""
    return _drawn(button_form(_secret()))


@pages.post("/")
def begin() -> Answer:
    """Begin, or go on where the family stopped."""
    side, draft = this_side(), current_draft()
    form = button_form(_secret(), request.form)
    if not form.validate():
        return _drawn(form), 400
    if draft is None:
        if _closed(side):
            return redirect(url_for("entry.start"), 303)
        draft = Draft()
        keep(draft)
        side.drop_old_drafts()
    return with_cookie(redirect(next_address(side, draft), 303), draft)


@pages.get("/i/<code>")
def arrive(code: str) -> Answer:
    """Note by which way a family came and which setting its link names; lead to the first page.

    A wrong code leads there as well and in the same way: trying codes tells nothing.
    """
    side, draft, first_page = this_side(), current_draft(), redirect(url_for("entry.start"))
    if draft is None and _closed(side):
        return first_page
    draft = draft or Draft()
    if not draft.seen and draft.sent_at is None:
        draft.channel, draft.came_from = _said_by_link(side, code)
        keep(draft)
    return with_cookie(first_page, draft)


@pages.get("/privacy")
def privacy() -> Answer:
    """Show how answers are looked after."""
    return render_template("text.html", text=this_side().survey.fixed.privacy)


@pages.get("/clear")
def ask_clear() -> Answer:
    """Ask whether to delete what was not sent."""
    draft = current_draft()
    if draft is None or draft.sent_at is not None:
        return redirect(next_address(this_side(), draft))
    return render_template("clear.html", form=button_form(draft.secret))


@pages.post("/clear")
def clear() -> Answer:
    """Delete what was not sent, here and in the store."""
    draft = current_draft()
    if draft and not button_form(draft.secret, request.form).validate():
        return redirect(url_for("entry.ask_clear"), 303)
    return clear_device(redirect(url_for("receipt.finished"), 303))


@pages.get("/healthz")
def healthz() -> Answer:
    """Say that the program runs."""
    return running()


@pages.get("/readyz")
def readyz() -> Answer:
    """Say whether answers can be saved."""
    return readiness(this_side().folder, _takes_drafts)


def _takes_drafts() -> bool:
    side = this_side()
    try:
        try_out(side.intake.db, side.today().isoformat())
    except STORE_FAULTS as fault:
        side.recover(fault)
        return False
    return True


def _secret() -> bytes:
    draft = current_draft()
    return draft.secret if draft else this_side().intake.cookie_key


def _said_by_link(side: Side, code: str) -> tuple[str, str | None]:
    """Return channel and setting of a link; one that is for everybody names its channel alone."""
    if code in BY_LINK:
        return code, None
    found = find_invitation(side.intake, code, side.places)
    return (found.channel, found.setting) if found else (BY_LINK[0], None)


def _closed(side: Side) -> str:
    """Return why nobody can begin, or nothing."""
    opens, closes, today = side.council.opens, side.council.closes, side.today()
    if opens and today < opens:
        return _dated(side, "closed_before", opens)
    if closes and today > closes:
        return _dated(side, "closed_after", closes)
    return ""


def _dated(side: Side, name: str, day: date) -> str:
    months = side.messages["months"].split()
    return side.messages[name].format(day=date_in_words(day.isoformat(), months))


def _drawn(form: PageForm) -> str:
    draft, side = current_draft(), this_side()
    resumes = bool(draft and draft.seen)
    closed = "" if draft else _closed(side)
    return render_template(
        "start.html", text=side.survey.fixed.start, form=form, resumes=resumes, closed=closed
    )
