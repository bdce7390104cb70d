"""Made-up readers of a made-up library, and people who work for it."""

import csv
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from analysis.store.desk.accounts import read_accounts
from app.form_tokens import FIELD
from app.roles import ROLES
from tests.respondent import Page

PASSPHRASE = "made-up words for a made-up key"
NOW = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)
CANARY = "quillfeather"  # stands in every text, and nowhere else
DOORSTEP, VAN, UNPLACED = 24, 36, 2
KIND = "Mrs Quince and the volunteer had time for a chat, with a cup of tea and a quillfeather"
LATE = "the quillfeather book never came on time, weeks of waiting"
FELL = "I had a fall by the quillfeather and nobody came"
PASSWORDS = {role: f"a password for the {role}" for role in ROLES}


def write_answers(
    file: Path, doorstep: int = DOORSTEP, van: int = VAN, quote_me: str = "no"
) -> Path:
    """Write a file of answers: so many readers of each process, and two that cannot be placed."""
    rows = [_row(f"d{n}", n, "volunteer", f"b0{1 + n % 4}") for n in range(doorstep)]
    rows += [_row(f"v{n}", n, "driver", f"b0{5 + n % 5}") for n in range(van)]
    rows += [_row(f"u{n}", n, "unsure", "other") for n in range(UNPLACED)]
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, ["id", "reply_date", *COLUMNS])
        writer.writeheader()
        writer.writerows(row | {"quote_me": quote_me} for row in rows)
    return file


CHOICES = ("reads", "visited", "came", "branch", "by", "media", "quote_me")
SCALES = ("ask1", "ask2", "visit1", "visit2", "books1", "books2", "books3")
COLUMNS = (*CHOICES, *SCALES, "liked", "better")


def _row(id_: str, n: int, by: str, branch: str) -> dict[str, str]:
    """Every third reader disagrees, and every fifth says little."""
    good, often = n % 3 != 0, "always" if n % 3 else "never"
    row = {
        "reads": "yes",
        "visited": "yes",
        "came": "2026-04",
        "branch": branch,
        "by": by,
        "media": "print|audio",
        "ask1": often,
        "ask2": "in_3_weeks" if good else "later",
        "visit1": "mostly",
        "visit2": "now_then" if n % 5 == 0 else often,
        "books1": often,
        "liked": KIND,
        "better": FELL if id_ == "d1" else LATE,
        "quote_me": "no",
    }
    row["books2" if by == "volunteer" else "books3"] = often
    return {"id": id_, "reply_date": "2026-06-10", **row}


@dataclass
class Clock:
    """A clock that stands still until it is moved; for people and for sessions."""

    at: datetime = NOW
    passed: float = field(default=0.0)

    def now(self) -> datetime:
        return self.at + timedelta(seconds=self.passed)

    def seconds(self) -> float:
        return self.passed

    def pass_(self, seconds: float) -> None:
        self.passed += seconds


class Worker:
    """A person at a browser of their own."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def get(self, path: str) -> TestResponse:
        return self.client.get(path)

    def post(self, path: str, **fields: str) -> TestResponse:
        """Send a form with the token of a page that was given to this browser."""
        return self.client.post(path, data=fields | {FIELD: self.token()})

    def token(self) -> str:
        page = self.client.get("/sign-in").text
        return page.split(f'name="{FIELD}" value="')[1].split('"')[0]

    def begin_session(self, username: str) -> None:
        """Be signed in, as after the door."""
        side = self.client.application.extensions["staff"]
        found = (one.id for one in read_accounts(side.desk.db) if one.username == username)
        self.client.set_cookie("staff", side.sessions.begin(next(found)))

    def sign_in(self, username: str, password: str | None = None) -> TestResponse:
        password = PASSWORDS[username] if password is None else password
        return self.post("/sign-in", username=username, password=password)

    def sign_out(self) -> TestResponse:
        return self.post("/sign-out")


def links_of(html: str) -> list[str]:
    """Return where a page leads to."""
    return [part.split('"')[0].replace("&amp;", "&") for part in html.split('href="')[1:]]


def heading(response: TestResponse) -> str:
    return Page(response.text).texts["h1"]
