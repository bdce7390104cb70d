"""Answers taken back with the receipt code, however it is typed."""

from dataclasses import dataclass

from flask import Blueprint, current_app, render_template, request

from analysis.store.intake.receipts import normalise_code, receipt_code, withdraw
from app.survey.draft_session import clear_device, current_draft
from app.survey.forms.building import button_form
from app.survey.pages import Answer
from app.survey.side import STORE_FAULTS, this_side
from app.survey.throttle import Throttle

pages = Blueprint("withdraw", __name__)
LONGEST = 60
THROTTLE = "withdraw throttle"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What stands above the form when a code was not taken; `field`: the code itself is wrong."""

    title: str
    says: str
    field: bool = False


@pages.get("/withdraw")
def ask() -> Answer:
    """Ask for the receipt code."""
    return _drawn("", None)


@pages.post("/withdraw")
def take_back() -> Answer:
    """Delete what was sent with the code; a wrong code and a used one get the same page."""
    code = request.form.get("code", "").strip()[:LONGEST]
    if not button_form(_secret(), request.form).validate():
        return _drawn(code, _trouble("expired")), 400
    if not normalise_code(code):
        needed = this_side().messages["code_needed"]
        return _drawn(code, Trouble(needed, needed, field=True))
    throttle: Throttle = current_app.extensions[THROTTLE]
    if not throttle.admit():
        return _drawn(code, _trouble("busy")), 429
    try:
        return _taken_back(code)
    except STORE_FAULTS as fault:
        this_side().recover(fault)
        return _drawn(code, _trouble("unsaved")), 503


def _taken_back(code: str) -> Answer:
    side = this_side()
    if not withdraw(side.intake, code, side.today().isoformat()):
        return _drawn(code, _trouble("code_unknown", field=True))
    draft, said = current_draft(), side.messages
    page = render_template("notice.html", title=said["deleted_title"], says=said["deleted_says"])
    done = current_app.make_response(page)
    own = draft and normalise_code(receipt_code(draft.secret)) == normalise_code(code)
    return clear_device(done) if own else done


def _trouble(name: str, *, field: bool = False) -> Trouble:
    said = this_side().messages
    return Trouble(said[f"{name}_title"], said[f"{name}_says"], field)


def _drawn(code: str, trouble: Trouble | None) -> str:
    form = button_form(_secret())
    return render_template("withdraw.html", form=form, code=code, trouble=trouble)


def _secret() -> bytes:
    draft = current_draft()
    return draft.secret if draft else this_side().intake.cookie_key
