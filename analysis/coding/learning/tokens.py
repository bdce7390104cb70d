"""Words cut into the pieces that a sentence encoder knows by number."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

BEGIN, END, UNKNOWN, INNER = "[CLS]", "[SEP]", "[UNK]", "##"
LONGEST = 256  # pieces of a text that are read, the two marks included
_LONGEST_WORD = 100
_KEPT_WORDS = 50_000
_IDEOGRAPHS = (
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a700-\U0002ceaf\U0002f800-\U0002fa1f"
)


class PieceTokenizer:
    """Cuts a text into word pieces, longest piece first, as BERT's uncased models were taught.

    Parameters
    ----------
    pieces
        The vocabulary; a piece's place is its number.

    References
    ----------
    Wu et al. (2016), Google's Neural Machine Translation System, section 4.1; Devlin et al.
    (2019), BERT, section 3.

    Examples
    --------
    >>> tokenizer = PieceTokenizer(["[UNK]", "[CLS]", "[SEP]", "let", "##ter", "late", "!"])
    >>> tokenizer.numbers("Late letter!")
    [1, 5, 3, 4, 6, 2]
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        self._number: Mapping[str, int] = {piece: place for place, piece in enumerate(pieces)}
        self._begin, self._end, self._unknown = (
            self._number[mark] for mark in (BEGIN, END, UNKNOWN)
        )
        self._known: dict[str, list[int]] = {}

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces between the two marks, at most LONGEST of them."""
        found: list[int] = []
        for word in _words(text):
            found.extend(self._pieces(word))
            if len(found) >= LONGEST - 2:
                break
        return [self._begin, *found[: LONGEST - 2], self._end]

    def _pieces(self, word: str) -> list[int]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            known = self._known[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> list[int]:
        """Cut a word into the longest pieces there are; a word with a gap is unknown as a whole."""
        if len(word) > _LONGEST_WORD:
            return [self._unknown]
        found, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._number.get((INNER if start else "") + word[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            found.append(number)
            start = end
        return found


def _words(text: str) -> Iterator[str]:
    """Yield words in small letters without accents; each mark and each ideograph is its own."""
    plain = "".join(map(_plain, text)).lower()
    for match in _WORD.finditer(_without_accents(plain)):
        yield match.group()


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    return (
        ""
        if unicodedata.category(character).startswith("C") or character == "\ufffd"
        else character
    )


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("P") or (
        character.isascii() and not character.isalnum() and not character.isspace()
    )


_MARKS = re.escape("".join(chr(n) for n in range(0x10000) if _is_mark(chr(n))))
_WORD = re.compile(rf"[{_MARKS}{_IDEOGRAPHS}]|[^\s{_MARKS}{_IDEOGRAPHS}]+")
