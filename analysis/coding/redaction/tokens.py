"""A text cut once into words, each with the marks of its looks and its meaning."""

import re
from dataclasses import dataclass

from analysis.coding.redaction.lexicon import (
    CAPITAL,
    GIVEN,
    KEPT,
    LETTER,
    LOOSE,
    MIXED,
    NOT_NAME,
    NUMBER,
    PARTICLE,
    POSSESSIVE,
    START,
    SURNAME,
    TAKEN,
    TITLE,
    UNLISTED,
    UPPER,
    WORD,
    base,
    fold,
    read_lexicon,
)
from analysis.coding.redaction.spans import Span

TOKEN = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:['’\u2011-][\w\u0300-\u036f]+)*|\d\w*")
ENDS = frozenset(".!?…\n\r•")
MAC = re.compile(r"(?:Mac|Mc|O['’]|D['’]|De|Fitz|Al-|El-)[A-Z]")
SMALL = frozenset(("little", "lil", "wee", "mr", "mrs", "ms", "miss"))  # before a letter for a name
SHORTENED = ("n't", "'ve", "'ll", "'re", "'d", "'m")


@dataclass(slots=True)
class Tokens:
    """Words of one text side by side: folded form, place, marks; `any` joins all marks.

    `end` is the end without a possessive ending, `stop` with it. `marks` changes while rules
    run: a word that one rule took is `TAKEN` for the next.
    """

    text: str
    low: list[str]
    start: list[int]
    end: list[int]
    stop: list[int]
    marks: list[int]
    any: int

    def __len__(self) -> int:
        return len(self.low)

    def mark(self, place: int) -> int:
        """Return the marks of a word; 0 before the first and after the last."""
        return self.marks[place] if 0 <= place < len(self.marks) else 0

    def joined(self, place: int) -> int:
        """Return the marks of a word if nothing but a space parts it from the one before."""
        mark = self.mark(place)
        return 0 if mark & LOOSE else mark

    def before(self, place: int) -> int:
        """Return the marks of the word before, if nothing but a space parts the two."""
        return 0 if self.mark(place) & LOOSE else self.mark(place - 1)

    def word(self, place: int) -> str:
        """Return the folded form of a word; "" outside the text."""
        return self.low[place] if 0 <= place < len(self.low) else ""

    def take(self, first: int, last: int, kind: str) -> Span:
        """Return the span of words `first` to `last`, which no later rule sees again.

        The "'s" belongs to the name of a school ("St Bride's") and to no other; the "s" of a
        place ("Bury St Edmunds") does too.
        """
        for place in range(first, last + 1):
            self.marks[place] = TAKEN | LOOSE
        end, stop = self.end[last], self.stop[last]
        whole = kind == "school" or (kind == "place" and stop - end == 1)
        return Span(self.start[first], stop if whole else end, kind)


def read_tokens(text: str) -> Tokens:
    """Return the words of a text."""
    known = read_lexicon().marks
    tokens = Tokens(text, [], [], [], [], [], 0)
    done, shouted = 0, 0
    for found in TOKEN.finditer(text):
        raw, (start, end) = found[0], found.span()
        low = raw.lower() if raw.isascii() else fold(raw)
        mark = known.get(low, 0)
        if not mark:
            low, mark, end = _look_again(low, end)
        if not raw.islower():
            mark |= _looks(raw) | (LETTER if end - start == 1 and raw[0].isupper() else 0)
            shouted += raw.isupper() and len(raw) > 1
        elif end - start == 1 and (
            ("." in text[max(0, start - 1) : end + 1] and _leads(text, start, tokens))
            or (low not in "aio" and tokens.low and tokens.low[-1] in SMALL)
        ):
            mark |= LETTER
        if start - done != 1 or text[done] != " ":
            mark |= _gap(text[done:start], tokens)
        tokens.low.append(low)
        tokens.start.append(start)
        tokens.end.append(end)
        tokens.stop.append(found.end())
        tokens.marks.append(mark or UNLISTED)
        tokens.any |= mark
        done = found.end()
    if tokens.any & (CAPITAL | UPPER):
        _quieten(tokens, shouted)
    return tokens


def _leads(text: str, start: int, tokens: Tokens) -> bool:
    """Return whether a small letter stands alone, or goes on with letters like those of "t.m."."""
    sign = text[start - 1 : start]
    return sign in ("", " ", "(") or (sign == "." and bool(tokens.mark(len(tokens) - 1) & LETTER))


def _look_again(low: str, end: int) -> tuple[str, int, int]:
    """Return (form, marks, end) of a word not listed as it stands: possessive, hyphen, plural."""
    known = read_lexicon().marks
    if low[0].isdigit():
        return low, NUMBER, end
    if low.endswith("'s"):
        low, end = base(low), end - 2
        return low, known.get(low, 0) | POSSESSIVE, end
    if "'" in low:
        return low, known.get(low.replace("'", ""), WORD if low.endswith(SHORTENED) else 0), end
    if "-" in low:
        return low, _of_parts([known.get(part, 0) for part in low.split("-")]), end
    stem = known.get(low[:-1], 0) if low[-1] == "s" and len(low) > 3 else 0
    if stem & (SURNAME | WORD) == SURNAME and not stem & GIVEN:
        return low, SURNAME, end
    if stem & (GIVEN | WORD) == GIVEN:
        return low[:-1], stem | POSSESSIVE, end - 1
    return low, 0, end


def _of_parts(marks: list[int]) -> int:
    """Return the marks of a word with hyphens from those of its parts."""
    for mark in (GIVEN, SURNAME):
        if any(part & (mark | WORD) == mark for part in marks):
            return mark
    if any(part & GIVEN for part in marks) and all(part & GIVEN or not part for part in marks):
        return GIVEN
    return WORD if any(part & (WORD | KEPT) for part in marks) else 0


def _looks(raw: str) -> int:
    """Return the marks of capitals in a word that is not all in small letters."""
    raw = raw[:-2] if raw[-2:] in ("'s", "’s") else raw
    if not raw[0].isupper():
        return MIXED if raw != raw.lower() and not raw[0].isdigit() else 0
    if len(raw) == 1:
        return CAPITAL | LETTER
    if raw.isupper():
        return UPPER
    inner = any(letter.isupper() for letter in raw[1:])
    if inner and not MAC.match(raw) and not re.fullmatch(r"(?:[A-Z][^A-Z]+[-'’\u2011]?)+", raw):
        return MIXED
    return CAPITAL | (MIXED if inner and not MAC.match(raw) and raw.isalpha() else 0)


def _gap(gap: str, tokens: Tokens) -> int:
    """Return the marks that what stands before a word gives it."""
    if not tokens.low:
        return START | LOOSE
    last = tokens.marks[-1]
    if gap in (". ", ".") and last & (TITLE | LETTER | PARTICLE):
        return 0
    if any(sign in ENDS for sign in gap):
        return START | LOOSE
    if gap in ("' ", "’ ") and tokens.low[-1].endswith("s"):
        return 0  # "Boys' School"
    return 0 if gap.isspace() else LOOSE


def _quieten(tokens: Tokens, shouted: int) -> None:
    """Drop the marks of capitals where they say nothing: all in capitals, or Every Word So."""
    marks = tokens.marks
    if shouted * 2 > len(marks) and len(marks) > 2:
        tokens.marks = [mark & ~(CAPITAL | UPPER) or UNLISTED for mark in marks]
        return
    words = [mark for mark in marks if mark & (WORD | START) == WORD]
    capitals = [mark for mark in words if mark & (CAPITAL | LETTER) == CAPITAL]
    enough = len(words) > 3 and len(capitals) * 2 > len(words)
    if enough and any(mark & NOT_NAME for mark in capitals):
        tokens.marks = [mark & ~CAPITAL if mark & WORD else mark for mark in marks]
