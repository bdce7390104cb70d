"""What must never happen, and the tests that try to make it happen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Promise:
    """One promise; without tests it has not been put to the proof here."""

    id: str
    what: str
    tests: tuple[str, ...] = ()
    needs_browser: bool = False


TRUST = "tests/paths/test_survey_trust.py"
PROMISES = (
    Promise(
        "T1",
        "writers killed at random: nothing acknowledged is lost, doubled or half stored",
        ("tests/store/test_killed_writers.py",),
    ),
    Promise("T3", "the power is cut: nothing acknowledged is lost"),
    Promise("T4", "the disk fails: every answer stays on its page"),
    Promise("T5", "the disk is full: nothing is lost, and it is told before", (TRUST,)),
    Promise("T6", "the clock jumps: no answer is refused or lost"),
    Promise("T7", "a flood from one address: honest families get through"),
    Promise("T9", "sent twice, from two tabs, after going back: one response", (TRUST,)),
    Promise(
        "T10",
        "a shared device shows nothing after it was cleared",
        ("tests/app/survey/test_receipt.py", "tests/app/survey/test_draft_session.py"),
    ),
    Promise(
        "T11",
        "receipt codes cannot be guessed",
        ("tests/store/intake/test_receipts.py", "tests/app/survey/test_withdraw.py"),
    ),
    Promise(
        "T13", "whatever is typed or sent, no page breaks", ("tests/paths/test_survey_fuzz.py",)
    ),
    Promise(
        "T15",
        "no form is taken that another site sent",
        ("tests/app/staff/test_permissions.py", "tests/app/survey/test_pages.py"),
    ),
    Promise(
        "T16",
        "every route and status carries every header",
        ("tests/app/test_every_route.py", "tests/app/test_security.py"),
    ),
    Promise(
        "T17",
        "sessions die when they should",
        ("tests/app/staff/test_sessions.py", "tests/app/staff/test_person.py"),
    ),
    Promise(
        "T18",
        "passwords cannot be tried in bulk",
        ("tests/app/staff/pages/test_door.py", "tests/store/desk/test_throttle.py"),
    ),
    Promise(
        "T21",
        "no file carries a formula or breaks",
        ("tests/reporting/files/test_hostile_texts.py",),
    ),
    Promise(
        "T24",
        "no log and no page of an outsider holds a family's words",
        ("tests/app/staff/test_words_stay_inside.py", "tests/paths/test_planted_words.py", TRUST),
    ),
    Promise("T26", "what is withdrawn stands nowhere any more", ("tests/store/test_erasure.py",)),
    Promise(
        "T27",
        "no figure under its threshold, none to be found by subtraction",
        ("tests/test_disclosure.py", "tests/test_steps.py"),
    ),
    Promise("T29", "every change to the chain of acts is seen", ("tests/store/test_audit.py",)),
    Promise(
        "T30",
        "each page opens to the roles declared for it and to nobody else",
        ("tests/app/staff/test_permissions.py",),
    ),
    Promise(
        "T33",
        "axe finds nothing on any page, and nothing scrolls sideways at 320 px",
        ("tests/browser/test_every_page.py",),
        needs_browser=True,
    ),
    Promise(
        "T34",
        "the whole way without JavaScript",
        ("tests/browser/test_whole_path.py",),
        needs_browser=True,
    ),
    Promise("T35", "migrations keep every row", ("tests/store/test_schema.py",)),
)
