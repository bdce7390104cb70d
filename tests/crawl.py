"""All that can be reached from a page, and all that is inside of what comes back."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from typing import Protocol
from urllib.parse import urlencode, urljoin

LINK = re.compile(r'href="([^"]*)"')
FILTERS = re.compile(r'<form method="get".*?</form>', re.DOTALL)
CHOICES = re.compile(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)
VALUE = re.compile(r'<option value="([^"]*)"')
# Where anybody could begin to look, whatever the menu of their role shows.
STARTS = (
    "/",
    "/aims",
    "/aims/explore",
    "/files",
    "/forum",
    "/journey",
    "/password",
    "/people",
    "/publishing",
    "/quotes",
    "/review",
    "/unlock",
)


class Answer(Protocol):
    """What a client gets back, whether it asked a server or an application."""

    @property
    def status_code(self) -> int: ...

    @property
    def data(self) -> bytes: ...

    @property
    def location(self) -> str | None: ...


def walk(get: Callable[[str], Answer], starts: Iterable[str] = STARTS) -> dict[str, Answer]:
    """Open all that leads on from anywhere, with every choice of every list's filters."""
    seen: dict[str, Answer] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        if path in seen or not path.startswith("/") or path.startswith("/assets/"):
            continue
        answer = seen[path] = get(path)
        found = [answer.location or "", *leads_to(answer.data)]
        waiting += [urljoin(path, link).split("#")[0] for link in found]
    return seen


def leads_to(page: bytes) -> list[str]:
    """Return the addresses that a page's links and filters lead to; of a file, none."""
    if b"<html" not in page[:2000]:
        return []
    html = page.decode("utf-8", "replace")
    links = [link.replace("&amp;", "&") for link in LINK.findall(html)]
    choices = [found for form in FILTERS.findall(html) for found in CHOICES.findall(form)]
    return links + [
        "?" + urlencode({name: value}) for name, box in choices for value in VALUE.findall(box)
    ]


def content_of(held: bytes) -> bytes:
    """Return some bytes, those inside an archive or an office document among them."""
    parts = [held]
    if zipfile.is_zipfile(io.BytesIO(held)):
        with zipfile.ZipFile(io.BytesIO(held)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(parts)
