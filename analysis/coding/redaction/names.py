"""The names that one council already knows, and the names of several words from the lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from analysis.coding.redaction.lexicon import (
    BODY,
    CAPITAL,
    HEAD,
    KEPT,
    LOOSE,
    PHRASE,
    PLACE,
    SETTING,
    SORT,
    START,
    STREET,
    TAKEN,
    WORD,
    base,
    fold,
    phrase_table,
    read_lexicon,
)
from analysis.coding.redaction.lexicon import PART
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens
from analysis.definitions.council import Council

Table = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Names:
    """Names known beforehand, ready to be looked up; made once by `known_names`."""

    table: Table = field(default_factory=dict)


def known_names(settings: Iterable[str], kept: Iterable[str] = ()) -> Names:
    """Return the names of settings, in full and shortened, and names that are to stay.

    Parameters
    ----------
    settings
        Names of schools, colleges and nurseries as a council writes them.
    kept
        Names that say nothing about a family, such as the council's own.

    Examples
    --------
    >>> sorted(known_names(["Quillmoor Primary School"]).table["quillmoor"])
    [(('quillmoor',), 'school'), (('quillmoor', 'primary', 'school'), 'school')]
    """
    phrases = [(form, "school") for name in settings for form in _short_forms(name)]
    phrases += [(name, "kept") for name in kept]
    return Names(phrase_table([item for item in phrases if PART.search(item[0])]))


def council_names(council: Council) -> Names:
    """Return the names that a council's settings and its own name give."""
    settings = [setting.name for setting in council.settings.values()]
    return known_names(settings, (council.name, council.short))


def find_known(tokens: Tokens, names: Names) -> list[Span]:
    """Return names of several words and names of this council; mark those that stay as kept."""
    own = names.table
    if not own and not tokens.any & PHRASE:
        return []
    listed = read_lexicon().phrases
    spans = []
    for place, low in enumerate(tokens.low):
        if tokens.marks[place] & TAKEN:
            continue
        choices = own.get(low, ()) + (listed.get(low, ()) if tokens.marks[place] & PHRASE else ())
        for words, kind in choices:
            if _stands(tokens, place, words):
                spans += _settle(tokens, place, place + len(words) - 1, kind)
                break
    return spans


def through_heads(tokens: Tokens, last: int) -> int:
    """Return the last word of a setting's name that goes on with "C of E Primary School"."""
    far = last
    for place in range(last + 1, last + 9):
        mark = tokens.joined(place)
        if mark & HEAD:
            far = place
        elif not mark & SORT and tokens.word(place) not in ("c", "of", "e", "and"):
            break
    if tokens.word(far + 1) == "sixth" and tokens.word(far + 2) == "form":
        return far + 2
    if tokens.word(far + 1) == "for" and tokens.word(far + 2) in ("girls", "boys"):
        return far + 2
    return far


def _short_forms(name: str) -> set[str]:
    """Return a setting's name as people say it: without "The", "Primary School" or apostrophes."""
    marks = read_lexicon().marks
    words = PART.findall(fold(name))
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    forms = {" ".join(words)}
    while len(words) > 1 and marks.get(words[-1], 0) & (HEAD | SORT) or words[-1:] in (["of"], ["c"]):
        words = words[:-1]
        forms.add(" ".join(words))
    short = [form for form in forms if not all(marks.get(w, 0) & (HEAD | SORT) for w in form.split())]
    return {form for full in short for form in (full, full.replace("'s", "s"))}


def _stands(tokens: Tokens, place: int, words: tuple[str, ...]) -> bool:
    """Return whether a name stands here; one of ordinary words alone needs its capitals."""
    if tuple(tokens.low[place : place + len(words)]) != words:
        return False
    marks = tokens.marks[place : place + len(words)]
    if any(mark & LOOSE for mark in marks[1:]):
        return False
    plain = all(mark & WORD for mark in marks) and not any(mark & HEAD for mark in marks)
    starts = len(words) == 1 and marks[0] & START
    return not plain or (all(mark & CAPITAL for mark in marks) and not starts)


def _settle(tokens: Tokens, first: int, last: int, kind: str) -> list[Span]:
    """Take a name that stands here, or mark it as kept, or as part of a longer name."""
    after = tokens.joined(last + 1)
    if kind == "school":
        return [tokens.take(first, through_heads(tokens, last), kind)]
    if kind == "place" and after & (HEAD | SORT | STREET):
        mark = PLACE | SETTING
    elif kind == "place" and not after & BODY:
        return [tokens.take(first, last, kind)]
    else:
        mark = WORD | KEPT
    for place in range(first, last + 1):
        tokens.marks[place] = mark | tokens.marks[place] & (CAPITAL | START | LOOSE)
    return []
