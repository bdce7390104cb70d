"""What the program says itself, and what the survey folder says with its numbers to call."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup, escape

from analysis.errors import DefinitionError

LOCALE = Path(__file__).parent / "locale"
PLACE = re.compile(r"\{(\w+)\}")
# What a phone can call or open: an emergency number, a longer number, an email, a web page.
CALLED = re.compile(
    r"(?P<phone>\b999\b|\b0\d{2,4}(?: ?\d{3,4}){1,2}\b|\b116 123\b)"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>\b(?:https://|www\.)[\w./-]*[\w/])"
)


@lru_cache(maxsize=8)
def load_messages(language: str) -> Mapping[str, str]:
    """Return the program's own texts in a language."""
    path = LOCALE / f"{language}.toml"
    if not path.is_file():
        known = ", ".join(sorted(path.stem for path in LOCALE.glob("*.toml")))
        raise DefinitionError(f'survey.toml, language: found "{language}", expected one of {known}')
    return tomllib.loads(path.read_text(encoding="utf-8"))


def fill(text: str, contacts: Mapping[str, str]) -> Markup:
    """Return a text of the survey folder with `{key}` replaced and what can be called as a link."""
    said = PLACE.sub(lambda found: contacts.get(found[1], found[0]), text)
    parts, end = [], 0
    for found in CALLED.finditer(said):
        parts += [escape(said[end : found.start()]), _link(found)]
        end = found.end()
    return Markup().join([*parts, escape(said[end:])])


def _link(found: re.Match[str]) -> Markup:
    shown = found.group()
    if found["phone"]:
        to = "tel:" + shown.replace(" ", "")
    elif found["email"]:
        to = "mailto:" + shown
    else:
        to = shown if shown.startswith("https://") else "https://" + shown
    return Markup('<a class="govuk-link" href="{}">{}</a>').format(to, shown)
