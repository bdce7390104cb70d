"""Words of a text with their places, as matching and segmentation read them."""

import re
from typing import NamedTuple

# A word may hold apostrophes and a number points ("2.5", "1:1"); a picture character is a word.
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['’‘`][^\W_]+)*|[\u2600-\u27BF\U0001F300-\U0001FAFF]"
)
_APOSTROPHES = str.maketrans("", "", "'’‘`")


class Token(NamedTuple):
    """One word, in small letters and without apostrophes, and where it stands in the text."""

    word: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Return the words of a text in order, with offsets in code points, end exclusive.

    Examples
    --------
    >>> tokenize("Didn't get 1:1.")
    [Token(word='didnt', start=0, end=6), Token(word='get', start=7, end=10), \
Token(word='1:1', start=11, end=14)]
    """
    return [
        Token(plain_word(match.group()), match.start(), match.end())
        for match in _WORD.finditer(text)
    ]


def plain_word(word: str) -> str:
    """Return a word in small letters without apostrophes, the form in which all are compared."""
    return word.lower().translate(_APOSTROPHES)
