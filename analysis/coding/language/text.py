"""Words of a text with their places, as matching and segmentation read them."""

import re
from typing import NamedTuple

# A word may hold apostrophes and a number points ("2.5", "1:1"); a picture character is a word.
_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['’‘`][^\W_]+)*|[\u2600-\u27BF\U0001F300-\U0001FAFF]"
)
_finditer = _WORD.finditer
_MARKS = "'’‘`"
_NO_MARKS = str.maketrans("", "", _MARKS)


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
    small = text.lower()
    if len(small) != len(text):  # a few capitals have small forms of two characters
        small = "".join(letter.lower()[0] for letter in text)
    found = [Token(small[match.start() : match.end()], *match.span()) for match in _finditer(text)]
    if any(mark in text for mark in _MARKS):
        found = [token._replace(word=token.word.translate(_NO_MARKS)) for token in found]
    return found
