"""The draft that a family's cookie opens: kept after every page, sealed with its secret."""

import base64
import binascii
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from flask import g, request
from werkzeug.wrappers import Response

from analysis.definitions.facts import Value
from analysis.definitions.survey import WRITTEN
from analysis.store.intake.drafts import drop_draft, load_draft, save_draft
from analysis.store.intake.receipts import new_secret
from analysis.words import Words
from app.security import forget_on_device
from app.survey.side import NAME, Side, this_side

SECRET_BYTES = 32
RECEIPT_STAYS = timedelta(minutes=30)


@dataclass(slots=True)
class Draft:
    """What one family has put in so far.

    `seen` holds the items that were shown and sent on, answered or not. An answer off the way
    stays here to be shown again, but counts only once its page is sent on again.
    """

    secret: bytes = field(default_factory=new_secret, repr=False)
    channel: str = "link"
    came_from: str | None = None  # the setting that an invitation names
    repeat: bool = False  # a second form in a row, for another child
    answers: dict[str, Value] = field(default_factory=dict, repr=False)
    texts: dict[str, Words] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    sent_at: float | None = None
    help_due: bool = False  # the danger screen asks for the help page
    after: tuple[str, ...] = ()  # items to be asked after sending
    added: bool = False

    def counted(self) -> dict[str, Value]:
        """Return the answers that count: those whose item was sent on."""
        answers = {item: value for item, value in self.answers.items() if item in self.seen}
        return answers | {item: WRITTEN for item in self.texts if item in self.seen}

    def once_sent(self, at: float, *, help_due: bool, after: tuple[str, ...]) -> "Draft":
        """Return what is left of it when it is sent: no answer, and a receipt still to be shown."""
        return Draft(
            self.secret,
            self.channel,
            repeat=self.repeat,
            sent_at=at,
            help_due=help_due,
            after=after,
        )


def current_draft() -> Draft | None:
    """Return the draft of this request's cookie, or None if there is none any more."""
    if "draft" not in g:
        secret = cookie_secret()
        state = load_draft(this_side().intake.db, secret) if secret else None
        g.draft = _from_state(secret, state) if secret and state else None
    draft: Draft | None = g.draft
    return draft


def cookie_secret() -> bytes | None:
    """Return the secret in this request's cookie, if it can be one."""
    try:
        typed = request.cookies.get(this_side().settings.cookie_name(NAME), "")
        secret = base64.urlsafe_b64decode(typed)
    except (binascii.Error, ValueError):
        return None
    return secret if len(secret) == SECRET_BYTES else None


def keep(draft: Draft) -> None:
    """Save the draft; the store's errors mean that nothing was saved."""
    side = this_side()
    save_draft(side.intake.db, draft.secret, _to_state(draft), side.today().isoformat())
    g.draft = draft


def with_cookie(response: Response, draft: Draft) -> Response:
    """Have the device hold the draft's secret for as long as the draft may still be needed."""
    side = this_side()
    value = base64.urlsafe_b64encode(draft.secret).decode()
    age = seconds_left(draft, side)
    response.set_cookie(_cookie_name(side), value, max_age=age, **side.settings.cookie_rules())
    return response


def seconds_left(draft: Draft, side: Side) -> int:
    """Return how long the draft, or once it is sent its receipt, can still be shown."""
    if draft.sent_at is None:
        return int(timedelta(days=side.council.retention.draft_days).total_seconds())
    passed = max(0.0, side.now().timestamp() - draft.sent_at)  # a clock may be put back
    return max(0, int(RECEIPT_STAYS.total_seconds() - passed))


def clear_device(response: Response) -> Response:
    """Delete the draft and its cookie, and have the browser drop what it kept."""
    side, secret = this_side(), cookie_secret()
    if secret:
        drop_draft(side.intake.db, secret)
    g.draft = None
    response.delete_cookie(_cookie_name(side), **side.settings.cookie_rules())
    forget_on_device(response)
    return response


def _cookie_name(side: Side) -> str:
    return side.settings.cookie_name(NAME)


def _to_state(draft: Draft) -> dict[str, Any]:
    return {
        "channel": draft.channel,
        "came_from": draft.came_from,
        "repeat": draft.repeat,
        "answers": draft.answers,
        "texts": {item: words.reveal() for item, words in draft.texts.items()},
        "seen": sorted(draft.seen),
        "sent_at": draft.sent_at,
        "help_due": draft.help_due,
        "after": draft.after,
        "added": draft.added,
    }


def _from_state(secret: bytes, state: dict[str, Any]) -> Draft:
    answers = {
        item: tuple(value) if isinstance(value, list) else value
        for item, value in state["answers"].items()
    }
    words = {item: Words(text) for item, text in state["texts"].items()}
    kept = {"answers": answers, "texts": words, "seen": set(state["seen"])}
    return Draft(secret, **(state | kept | {"after": tuple(state["after"])}))
