"""The answers looked over and sent: once, whatever is pressed how often."""

from collections.abc import Mapping

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from analysis.coding.danger import danger_level
from analysis.store.intake.receipts import is_withdrawn, receipt_code, receipt_hash
from analysis.store.intake.sending import Completed, send_response
from analysis.words import Words
from app.survey.check import draw_check
from app.survey.draft_session import Draft, clear_device, current_draft, keep, with_cookie
from app.survey.forms.building import button_form
from app.survey.pages import Answer, next_address
from app.survey.side import STORE_FAULTS, Side, this_side
from app.survey.way import Way, find_way

pages = Blueprint("sending", __name__)


@pages.get("/check")
def check() -> Answer:
    """Show all answers, each with a way to change it."""
    side, draft = this_side(), current_draft()
    if draft is None or draft.sent_at is not None:
        return redirect(next_address(side, draft))
    way = find_way(side, draft)
    if way.due is not None:
        return redirect(next_address(side, draft, way))
    return draw_check(side, draft, way, button_form(draft.secret))


@pages.post("/check")
def send() -> Answer:
    """Store the answers and lead to the receipt; if that fails, all of them stay on the page."""
    side, draft = this_side(), current_draft()
    if draft is None or draft.sent_at is not None:
        return redirect(next_address(side, draft), 303)
    way = find_way(side, draft)
    if way.due is not None:
        return redirect(next_address(side, draft, way), 303)
    form = button_form(draft.secret, request.form)
    if not form.validate():
        return draw_check(side, draft, way, form), 400
    try:
        return _sent(side, draft, way)
    except STORE_FAULTS as fault:
        side.recover(fault)
        return draw_check(side, draft, way, button_form(draft.secret), unsaved=True), 503


def _sent(side: Side, draft: Draft, way: Way) -> Response:
    completed = complete(side, draft, way)
    if not send_response(side.intake, completed) and _taken_back(side, completed.receipt):
        return clear_device(redirect(url_for("entry.start"), 303))
    sent = draft.once_sent(
        side.now().timestamp(),
        help_due=completed.danger == "danger",
        after=tuple(item.id for item in way.after),
    )
    keep(sent)
    return with_cookie(redirect(url_for("receipt.show"), 303), sent)


def _taken_back(side: Side, receipt: str) -> bool:
    return is_withdrawn(side.intake.db, receipt)


def complete(side: Side, draft: Draft, way: Way) -> Completed:
    """Return the questionnaire as it is sent: the answers on its way and nothing else."""
    survey, roles = side.survey, side.survey.roles
    asked = {item.id for page in way.pages for item in way.route.items_of(page)}
    answers = {item: value for item, value in way.route.answers.items() if item in asked}
    words = {item: text for item, text in draft.texts.items() if item in asked}
    setting = answers.get(roles.setting)
    known, found = way.route.known, way.route.found
    return Completed(
        questionnaire=survey.id,
        definition=survey.hash,
        council=side.council.hash,
        channel=draft.channel,
        day=side.today().isoformat(),
        answers=answers,
        process=found[roles.process],
        because=known.because.get(roles.process) or None,
        review_type=found[roles.review_type],
        receipt=own_receipt(side, draft),
        words=words,
        setting_item=roles.setting,
        setting=setting if isinstance(setting, str) and setting in side.places else None,
        danger=screen(side, words),
        repeat=draft.repeat,
    )


def screen(side: Side, words: Mapping[str, Words]) -> str | None:
    """Return the danger level of some words, found before they are sealed."""
    return danger_level([text.reveal() for text in words.values()], side.danger)


def own_receipt(side: Side, draft: Draft) -> str:
    """Return the keyed hash by which the store knows this draft's response."""
    return receipt_hash(side.intake.receipt_key, receipt_code(draft.secret))
