"""A family at a plain browser: follows the one form of each page until it holds a receipt.

It knows no item of any survey. Choices take the first option unless `answers` says otherwise, so
the way it goes is the way of a family that says yes.
"""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

WORDS = "The meeting was kind but the letter came far too late again"
LONGEST_WAY = 150
EMPTY_TAGS = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}


@dataclass
class Form:
    """A POST form: its address, and its fields as (kind, name, value, chosen)."""

    action: str
    fields: list[tuple[str, str, str, bool]] = field(default_factory=list)


class Page(HTMLParser):
    """What a family sees of a page: heading, forms inside `<main>`, files it loads, receipt."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.files: list[str] = []
        self.texts: dict[str, str] = {}
        self.has_errors = False
        self._inside: list[str] = []
        self._select = ""
        self._keep = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY_TAGS:
            self._inside.append(tag)
        said = {name: value or "" for name, value in attrs}
        self.has_errors |= "govuk-error-summary" in said.get("class", "").split()
        if tag == "h1" or said.get("id") == "receipt-code":
            self._keep = said.get("id") or tag
        if (tag == "script" and "src" in said) or (
            tag == "link" and said.get("rel") == "stylesheet"
        ):
            self.files.append(said.get("src") or said["href"])
        if tag == "form" and said.get("method", "").lower() == "post" and "main" in self._inside:
            self.forms.append(Form(said.get("action", "")))
        elif self.forms and "form" in self._inside:
            self._add_field(tag, said)

    def _add_field(self, tag: str, said: Mapping[str, str]) -> None:
        kind = {"input": said.get("type", "text"), "button": "button"}.get(tag, tag)
        name = said.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "option":
            kind, name = "option", self._select
        if tag in ("input", "textarea", "option", "button"):
            chosen = "checked" in said or "selected" in said
            self.forms[-1].fields.append((kind, name, said.get("value", ""), chosen))

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass
        self._keep = ""

    def handle_data(self, data: str) -> None:
        if self._keep:
            self.texts[self._keep] = (self.texts.get(self._keep, "") + data).strip()

    @property
    def receipt(self) -> str:
        return self.texts.get("receipt-code", "")


@dataclass(frozen=True)
class Turn:
    """One request as it went: bytes as transferred, headers included."""

    method: str
    path: str
    status: int
    transferred: int
    html: str


class Client:
    """Sends requests over one kept connection, keeps cookies, follows redirects."""

    def __init__(
        self, address: str, after_turn: Callable[[Turn], None] = lambda turn: None
    ) -> None:
        self.address = address
        self.after_turn = after_turn
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        self._cookies: dict[str, str] = {}

    def get(self, path: str) -> Turn:
        return self._follow(self._send("GET", path))

    def post(self, path: str, fields: list[tuple[str, str]]) -> Turn:
        return self._follow(self._send("POST", path, urlencode(fields)))

    def close(self) -> None:
        self._connection.close()

    def _follow(self, turn: Turn) -> Turn:
        while turn.status in (301, 302, 303):
            turn = self._send("GET", urlsplit(urljoin(turn.path, turn.html)).path)
        return turn

    def _send(self, method: str, path: str, body: str | None = None) -> Turn:
        headers = {"Accept-Encoding": "gzip", "Accept": "text/html"}
        if self._cookies:
            headers["Cookie"] = "; ".join(f"{name}={text}" for name, text in self._cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        content = response.read()
        head = sum(len(name) + len(text) + 4 for name, text in response.getheaders())
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _, text = cookie.split(";")[0].partition("=")
            self._cookies[name] = text
        packed = response.headers.get("Content-Encoding") == "gzip"
        html = (gzip.decompress(content) if packed else content).decode("utf-8", "replace")
        html = response.headers.get("Location") or html
        turn = Turn(method, path, response.status, len(content) + head, html)
        self.after_turn(turn)
        return turn


def fill(form: Form, answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what a browser would send for a form filled in the usual way."""
    sent: dict[str, str] = {}
    for kind, name, value, _ in form.fields:
        if not name or (name in sent and not (kind == "option" and not sent[name])):
            continue
        if kind in ("text", "number", "tel", "email", "password"):
            sent[name] = answers.get(name, value)
        elif kind == "textarea":
            sent[name] = answers.get(name, WORDS)
        elif kind == "hidden" or (kind == "button" and "button" not in answers):
            sent[name] = value
        elif kind in ("radio", "checkbox", "option"):
            sent[name] = answers.get(name, value)
    return list(sent.items())


def answer_all(client: Client, answers: Mapping[str, str] | None = None) -> list[Turn]:
    """Take the whole way from the landing page to the receipt and return its pages in order."""
    turn = client.get("/")
    seen = [turn]
    for _ in range(LONGEST_WAY):
        page = Page(turn.html)
        if page.receipt:
            return seen
        if page.has_errors or turn.status != 200 or not page.forms:
            raise AssertionError(f"no way on from {turn.path} ({turn.status}): {page.texts}")
        form = page.forms[0]
        turn = client.post(form.action or turn.path, fill(form, answers or {}))
        seen.append(turn)
    raise AssertionError(f"no receipt after {LONGEST_WAY} pages")
