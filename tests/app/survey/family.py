"""A family at a browser without scripts, and the made-up folder it writes to."""

import html
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask

from tests.respondent import Page

ROOT = Path(__file__).resolve().parents[3]
SURVEY = ROOT / "surveys" / "annual-review"
PASSPHRASE, HOLDER = "made-up words for a made-up key", "A Made-Up Holder"
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
TEXTAREA = re.compile(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', re.DOTALL)

GOES_ON = {"E1": "yes", "E2": "yes", "C1": "yes", "R1": "yes"}
PILOT = GOES_ON | {"R0": "s01", "R2": "2026-01", "R3b": "apr", "T5": "keep", "A4n": "yes"}

CANARY = "canary-7f3e Kind <people> & tea\nand cake"
ANSWERED = PILOT | {"R6": ["child", "health"], "O1": CANARY, "O2": "Nobody told us."}
TABLES = ("drafts", "responses", "additions", "withdrawals")

Answers = Mapping[str, str | list[str]]


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


class Family:
    """Opens pages, fills the form of the page it is on, and notes every address it sees."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        self.addresses: list[str] = []
        self.html, self.status, self.path, self.page = "", 0, "", Page("")

    @property
    def page_id(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def heading(self) -> str:
        return self.page.texts["h1"]

    def open(self, path: str) -> str:
        return self._follow("GET", path)

    def press(self, answers: Answers | None = None, form: int = 0, token: str | None = None) -> str:
        """Send a form of the page as a browser would, with these answers put in."""
        found = self.page.forms[form]
        fields = self.filled(form) | spread(answers or {})
        if token is not None:
            fields["csrf_token"] = token
        return self._follow("POST", found.action or self.path, data=fields)

    def filled(self, form: int = 0) -> dict[str, Any]:
        """Return what a form holds before anything is put in."""
        fields: dict[str, Any] = {}
        for kind, name, value, chosen in self.page.forms[form].fields:
            if not name or kind == "button" or (kind in ("radio", "option") and not chosen):
                continue
            if kind == "checkbox":
                fields[name] = [*fields.get(name, []), *([value] if chosen else [])]
            else:
                fields[name] = value
        boxes = {
            name: html.unescape(text).lstrip("\n") for name, text in TEXTAREA.findall(self.html)
        }
        return fields | boxes

    def start(self, path: str = "/") -> str:
        self.open(path)
        return self.press()

    def walk(self, answers: Answers, until: str = "check") -> list[str]:
        """Answer page by page until a page or an exit, and return the pages passed."""
        passed: list[str] = []
        while self.page_id != until and self.page.forms:
            passed.append(self.page_id)
            names = {name.split("-")[0] for _, name, _, _ in self.page.forms[0].fields}
            self.press({item: value for item, value in answers.items() if item in names})
            if self.page.has_errors or len(passed) > 60:
                raise AssertionError(f"stuck at {self.path}: {self.html}")
        return passed

    def send(self, answers: Answers) -> str:
        """Take the whole way and return the receipt code."""
        self.start()
        self.walk(answers)
        self.press()
        return self.page.receipt

    def _follow(self, method: str, path: str, **sent: Any) -> str:
        response = self.client.open(path, method=method, **sent)
        self.addresses.append(path)
        while response.status_code in (302, 303):
            path = response.headers["Location"]
            self.addresses.append(path)
            response = self.client.get(path)
        self.path, self.status = path, response.status_code
        self.html = response.get_data(as_text=True)
        self.page = Page(self.html)
        return self.html


def spread(answers: Answers) -> dict[str, Any]:
    """Return answers as the names of the form's boxes; a month has three."""
    fields: dict[str, Any] = {}
    for item, value in answers.items():
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
            parts = dict(zip(("year", "month", "day"), value.split("-"), strict=False))
            fields |= {f"{item}-{part}": number for part, number in parts.items()}
        else:
            fields[item] = value
    return fields


def rows(folder: Any, table: str) -> list[dict[str, Any]]:
    """Return a table's rows as they lie in the file."""
    db = sqlite3.connect(folder.database)
    db.row_factory = sqlite3.Row
    found = [dict(row) for row in db.execute(f"SELECT * FROM {table}")]
    db.close()
    return found


def stored_answers(folder: Any, response_id: int | None = None) -> dict[str, Any]:
    """Return the answers of a response, or of the one that is in the store."""
    (response,) = [r for r in rows(folder, "responses") if response_id in (None, r["id"])]
    return dict(json.loads(response["answers"]))


@contextmanager
def full_store(folder: Any, tables: tuple[str, ...] = TABLES) -> Iterator[None]:
    """Have every write of answers refused until the block ends, as a full disk would."""
    db = sqlite3.connect(folder.database, isolation_level=None)
    acts = [(act, table) for act in ("INSERT", "UPDATE") for table in tables]
    for act, table in acts:
        db.execute(
            f"CREATE TRIGGER full_{act}_{table} BEFORE {act} ON {table}"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    yield
    for act, table in acts:
        db.execute(f"DROP TRIGGER full_{act}_{table}")
    db.close()
