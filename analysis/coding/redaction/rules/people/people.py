"""Names of people, from their first word to their last, and every other mention of them."""

import re
from bisect import bisect_left

from analysis.coding.redaction.lexicon import (
    BYNAME,
    CAPITAL,
    FORMAL,
    GIVEN,
    INTRODUCES,
    KEPT,
    KIN,
    LETTER,
    LETTERED,
    LOOSE,
    MODAL,
    MONTH,
    NAMED,
    NOT_NAME,
    NUMBER,
    PAIRS,
    PARTICLE,
    POSSESSIVE,
    ROLE,
    START,
    SURNAME,
    TAKEN,
    TITLE,
    UNLISTED,
    UPPER,
    WORD,
    read_lexicon,
)
from analysis.coding.redaction.rules.people.initials import VERB, last_letter
from analysis.coding.redaction.rules.people.signs import name_kind
from analysis.coding.redaction.shapes import ordinary
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens

DOTTED = re.compile(r"\.(?=,| [a-z(])")  # an initial's own point, not the end of a sentence
SURNAME_LETTERS = frozenset("bcdefghjklmptvwz")  # no word on the phone: not "n", "u", "r", "x"
JOINS = frozenset(("and", "for", "from", "at", "with", "who", "about", "in"))
NOT_STRANGE = WORD | KEPT | TAKEN | GIVEN | SURNAME | CAPITAL | NUMBER
MISSING = frozenset(("i", "we", "you", "they", "he", "she", "will", "really", "to", "still"))
LEADING = TITLE | KIN | ROLE | INTRODUCES


def find_people(tokens: Tokens, schools: list[Span], online: set[str]) -> list[Span]:
    """Return names of people, and every later or earlier mention of a name found in the text.

    `schools` are the settings already found: a part of their name that stands alone is one too;
    so is a part of an online name (`online`) that of a person.
    """
    seen = _school_words(tokens, schools) | dict.fromkeys(online, "person")
    strange = sum(1 for mark in tokens.marks if not mark & NOT_STRANGE)
    english = strange <= max(1, len(tokens) // 4)
    spans: list[Span] = []
    place, around = 0, [0, 0, *tokens.marks]
    while place < len(tokens):
        mark = tokens.marks[place]
        led = around[place + 1] & LEADING or around[place] & PAIRS
        kind = ""
        if mark & (CAPITAL | GIVEN) or led or not mark & (WORD | KEPT):
            kind = name_kind(tokens, place, english)
        if kind:
            last = _last_word(tokens, place)
            words = tokens.low[place : last + 1]
            while not tokens.marks[last] & POSSESSIVE and tokens.joined(last + 1) & NAMED:
                last, kind = last + 1, "school"  # "juniper house", "puffin class"
            lettered = tokens.marks[last] & LETTER
            span = tokens.take(_first_word(tokens, place), last, kind)
            dotted = lettered and DOTTED.match(tokens.text, span.end)
            spans.append(Span(span.start, span.end + 1, kind) if dotted else span)
            seen.update(dict.fromkeys(words, kind))
            place = last
        place += 1
    return spans + (_mentions(tokens, seen) if seen else [])


def _first_word(tokens: Tokens, first: int) -> int:
    """Return the first word of a name with the title or the byname before it: "Mrs", "Big"."""
    while before := tokens.before(first):
        formal = before & FORMAL and not (
            tokens.word(first - 1) == "miss" and tokens.word(first - 2) in MISSING
        )
        alike = not tokens.marks[first] & CAPITAL or before & CAPITAL
        titled = before & TITLE and before & tokens.marks[first] & CAPITAL
        particle = before & PARTICLE and not before & (WORD | KEPT) and not before & LETTER
        led = formal or titled or particle or (before & BYNAME and alike)
        if not led or before & (TAKEN | POSSESSIVE):
            break
        first -= 1
    return first


def _last_word(tokens: Tokens, first: int) -> int:
    """Return the last word of the name that begins at `first`."""
    last = last_letter(tokens, first) if tokens.marks[first] & LETTER else first
    small = not tokens.marks[first] & (CAPITAL | LETTER)
    while last - first < 4 and not tokens.marks[last] & POSSESSIVE:
        mark = tokens.joined(last + 1)
        if mark & PARTICLE and _goes_on(tokens, last + 2, small):
            last += 2
        elif _goes_on(tokens, last + 1, small) or (small and _surname_letter(tokens, last + 1)):
            last += 1
        else:
            break
    return last


def _surname_letter(tokens: Tokens, place: int) -> bool:
    """Return whether a small letter goes on with a listed given name: "gemma t"."""
    before, letter = tokens.before(place), tokens.word(place)
    return bool(before & GIVEN and tokens.joined(place)) and letter in SURNAME_LETTERS


def _goes_on(tokens: Tokens, place: int, small: bool) -> bool:
    """Return whether a word goes on with a name; `small`: the name is in small letters."""
    mark = tokens.joined(place)
    if not mark or mark & (TAKEN | NUMBER | KEPT | KIN | ROLE | START | UPPER | MONTH):
        return False
    if not mark & CAPITAL:
        return small and _small_goes_on(tokens, place)
    if mark & LETTER:
        return tokens.low[place] not in ("i", "a")
    return not mark & WORD or bool(mark & (SURNAME | GIVEN) and not mark & NOT_NAME)


def _small_goes_on(tokens: Tokens, place: int) -> bool:
    """Return whether a word in small letters goes on with a name in small letters."""
    mark, low, after = tokens.marks[place], tokens.low[place], tokens.joined(place + 1)
    if mark & (MODAL | VERB | NOT_NAME):
        return False
    if mark & (SURNAME | GIVEN) and not mark & WORD:
        return True
    ends = not after or bool(after & VERB) or tokens.word(place + 1) in JOINS
    if mark == UNLISTED and len(low) < 4:
        return ends and low.isalpha()
    if mark == UNLISTED:
        sure = not after & VERB or not ordinary(low)
        return ends and len(low) > 3 and sure
    return ends and bool(mark & SURNAME)


def _school_words(tokens: Tokens, schools: list[Span]) -> dict[str, str]:
    """Return the words of the settings' names that, alone, can still only mean them."""
    marks = read_lexicon().marks
    words = set()
    for span in schools:
        first = bisect_left(tokens.start, span.start)
        words.update(tokens.low[first : bisect_left(tokens.start, span.end)])
    own = [low for low in words if len(low) > 4 and not marks.get(low, 0) & (WORD | GIVEN)]
    return dict.fromkeys(own, "school")


def _mentions(tokens: Tokens, seen: dict[str, str]) -> list[Span]:
    """Return the other mentions of names found in the text, in small letters too."""
    spans = []
    for place, low in enumerate(tokens.low):
        mark = tokens.marks[place]
        kind = seen.get(low) or (
            seen.get(low[:-1], "") if low[-1] == "s" and not mark & WORD else ""
        )
        if not kind or mark & (TAKEN | KEPT):
            continue
        if mark & LETTER:
            again = not tokens.before(place) & LETTERED and low not in ("a", "i")
        elif mark & WORD:
            again = bool(mark & CAPITAL and (not mark & START or tokens.joined(place + 1) & VERB))
        else:
            again = not mark & LOOSE or len(low) > 2
        if again:
            span = tokens.take(place, place, kind)
            spans.append(span if low in seen else Span(span.start, span.end - 1, kind))
    return spans
