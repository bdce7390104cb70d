"""What a parent wrote, in four states that are no strings and cannot stand in for each other.

Words (as written) -> Redacted (nothing personal left) -> Released (a person looked) -> Quote
(approved). Each state is made in one place, named beside it; tests/house/test_gates.py keeps
the lists of files that may make or reveal one.
"""

import unicodedata
from typing import NoReturn

LINE_BREAK, TAB, DELETE, LAST_CONTROL = 0x0A, 0x09, 0x7F, 0x9F
_CONTROLS = {
    **dict.fromkeys([*range(0x20), *range(DELETE, LAST_CONTROL + 1)], ""),
    LINE_BREAK: "\n",
    TAB: " ",
}


class _Text:
    """Holds a text that nothing prints, formats, compares or pickles by accident."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself."""
        return self._text

    def __len__(self) -> int:
        return len(self._text)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)} characters>"

    def __str__(self) -> NoReturn:
        raise TypeError("words are never turned into a string by accident: call reveal()")

    def __format__(self, spec: str) -> NoReturn:
        raise TypeError("words are never formatted into a message, a log or a page")

    def __reduce__(self) -> NoReturn:
        raise TypeError("words are never pickled")


class Words(_Text):
    """As written; made by the vault, by a form or by an import."""

    __slots__ = ()


def read_words(typed: str) -> Words | None:
    """Return what somebody typed as words, freed of what no keyboard makes; None if it is blank."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", lines.translate(_CONTROLS)).strip()
    return Words(text) if text else None


class Redacted(_Text):
    """What coders read; made by coding.redaction.redact and by the vault that kept it."""

    __slots__ = ()


class Released(_Text):
    """What people and search read; made when a reviewer lets it go."""

    __slots__ = ()


class Quote(_Text):
    """What may be published; made when a lead reviewer approves it."""

    __slots__ = ()
