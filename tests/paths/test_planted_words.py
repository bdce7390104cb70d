"""Rare words planted in every box of a family, looked for in every byte that others can reach.

Real servers, plain requests: a family answers, a key holder unlocks, the computer codes, and
those who may not read words take away all that they can.
"""

import re
import sqlite3
import time
import urllib.error
import urllib.request
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from http.cookiejar import CookieJar
from urllib.parse import urlencode

import pytest

from analysis.jobs.import_responses import import_responses
from analysis.jobs.init import init, open_data
from analysis.store.desk.accounts import add_account
from analysis.store.desk.door import open_desk
from app.roles import ROLES
from tests.crawl import content_of, walk
from tests.respondent import Client, Page, answer_all, fill
from tests.servers import both_sides
from tests.surveys.folders import OUTSIDE_ANSWERS, outside_folder

PASSPHRASE, PASSWORD = "made-up words for a made-up key", "a made-up password"
PLANTED = {
    "O1": "blimtharook",
    "O2": "grubfestran",
    "O3": "wexolantide",
    "O4": "pruvlickmoor",
    "O5": "jandrevost",
    "O6": "kyblorench",
    "D7": "vosquatrim",
}
WRITTEN = {item: f"The {word} came weeks late again" for item, word in PLANTED.items()}
OUTSIDERS = ("pilot_team", "administrator")
FULL = ("/aims", "/journey", "/files/word", "/files/excel", "/files/csv")
CODED_WITHIN_S = 60
UNREAD = """
SELECT count(*) FROM words WHERE made_of = 'answer' AND id NOT IN (SELECT words_id FROM coded)
"""


@dataclass(frozen=True)
class Got:
    """What a server answered."""

    status_code: int
    data: bytes
    location: str | None = None


class Worker:
    """A person at a plain browser of their own."""

    def __init__(self, address):
        self._address = address
        self._browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path, fields=None):
        sent = urlencode(fields).encode() if fields else None
        try:
            with self._browser.open(self._address + path, sent, timeout=60) as response:
                return Got(response.status, str(response.headers).encode() + response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Got(error.code, str(error.headers).encode() + error.read())

    def post(self, path, **fields):
        token = re.search(r'name="csrf_token" value="([^"]+)"', self.get(path).data.decode())
        return self.get(path, fields | {"csrf_token": token[1]})

    def sign_in(self, role):
        assert self.post("/sign-in", username=role, password=PASSWORD).status_code == 200
        return self


def rows(data, question):
    with closing(sqlite3.connect(data / "answers.db")) as db:
        return db.execute(question).fetchall()


def until(condition):
    """Wait until the staff side's own thread has done its work."""
    last = time.monotonic() + CODED_WITHIN_S
    while not condition():
        assert time.monotonic() < last
        time.sleep(0.2)


def planted_in(held):
    content = content_of(held).lower()
    return [word for word in PLANTED.values() if word.encode() in content]


def leaks_of(answers):
    """Return where the words stand in what somebody was answered."""
    found = {path: planted_in(answer.data) for path, answer in answers.items()}
    return {path: words for path, words in found.items() if words}


def leaks_on_disk(data, log):
    """Return the files that hold the words: database and journal, snapshots, what was logged."""
    files = [log, *(path for path in data.rglob("*") if path.is_file())]
    return [path.name for path in files if planted_in(path.read_bytes())]


def send_all_boxes(sides):
    """Take a family's whole way, the last questions too, and return its receipt code."""
    client = Client(sides.survey)
    pages = answer_all(client, WRITTEN)
    last = client.get("/after")
    pages.append(client.post("/after", fill(Page(last.html).forms[0], WRITTEN)))
    boxes = set(
        re.findall(r'<textarea[^>]* name="([^"]+)"', "".join(p.html for p in [*pages, last]))
    )
    assert boxes == set(PLANTED)
    client.close()
    return Page(pages[-1].html).receipt


def take_back(sides, code):
    client = Client(sides.survey)
    form = Page(client.get("/withdraw").html).forms[0]
    done = client.post("/withdraw", fill(form, {"code": code}))
    client.close()
    assert "deleted" in done.html


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder with enough answers for files and pages to be full, and an account a role."""
    parent = tmp_path_factory.mktemp("planted")
    path = parent / "data"
    init(path, outside_folder(parent), PASSPHRASE, "A Made-Up Holder", made_up=True)
    folder = open_data(path)
    import_responses(folder, OUTSIDE_ANSWERS / "answers.csv", date(2026, 11, 25))
    desk = open_desk(folder)
    for role, rules in ROLES.items():
        add_account(desk.db, role, role, PASSWORD, key_holder=rules.may_hold_key, approved=True)
    desk.db.close()
    return path


def test_planted_words_reach_readers_and_nobody_else_and_are_gone_when_taken_back(data):
    log = data.with_name("log")
    with both_sides(data, log) as sides:
        before = {row[0] for row in rows(data, "SELECT id FROM words")}
        receipt = send_all_boxes(sides)
        reader = Worker(sides.staff).sign_in("lead_reviewer")
        reader.post("/unlock", passphrase=PASSPHRASE)
        until(lambda: rows(data, UNREAD) == [(0,)])

        texts = {row[0] for row in rows(data, "SELECT id FROM words")} - before
        read = [planted_in(reader.get(f"/review/{text}").data) for text in texts]
        assert sorted(word for words in read for word in words) == sorted(PLANTED.values())
        reached = {}
        for role in OUTSIDERS:
            worker = Worker(sides.staff).sign_in(role)
            reached = walk(worker.get)
            assert {reached[path].status_code for path in FULL} == {200}
            assert leaks_of(reached) == {}
        assert leaks_on_disk(data, log) == []

        take_back(sides, receipt)
        assert {reader.get(f"/review/{text}").status_code for text in texts} == {404}
        assert leaks_of({path: worker.get(path) for path in reached if "?" not in path}) == {}
        assert leaks_on_disk(data, log) == []
