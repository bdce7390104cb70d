"""Made-up answers, and a made-up folder's passphrase."""

from dataclasses import replace
from typing import Any

from analysis.store.intake.door import Intake
from analysis.store.intake.receipts import new_secret, random_receipt, receipt_code, receipt_hash
from analysis.store.intake.sending import Completed, send_response
from analysis.words import Words

PASSPHRASE = "made-up words for a made-up key"
HOLDER = "A Made-Up Holder"
DAY = "2026-03-04"
DEFINITION = "3f9a"
WROTE = "the letter came late"


def completed(**changes: Any) -> Completed:
    """Return a family's answers, with a receipt that no code opens unless one is given."""
    answers = Completed(
        questionnaire="main",
        definition=DEFINITION,
        council="77c1",
        channel="link",
        day=DAY,
        answers={"A1": "agree", "R6": ("child", "setting"), "W1": "written"},
        process="pilot",
        review_type="yearly",
        receipt=random_receipt(),
        words={"W1": Words(WROTE)},
    )
    return replace(answers, **changes)


def send(intake: Intake, **changes: Any) -> str:
    """Send a family's answers and return their receipt code."""
    code = receipt_code(new_secret())
    receipt = receipt_hash(intake.receipt_key, code)
    assert send_response(intake, completed(receipt=receipt, **changes))
    return code


def sizes(db: Any) -> dict[str, int]:
    """Return how many rows each table holds."""
    return {name: db.table(name).count for name in db.table_names()}
