"""Names of schools, colleges, nurseries and other settings."""

from analysis.coding.redaction.lexicon import (
    ATTENDS,
    BODY,
    CAPITAL,
    GIVEN,
    GOES,
    HEAD,
    HIGH,
    HOUSE,
    KEPT,
    KIN,
    LETTER,
    LETTERED,
    LISTED,
    LIVES,
    LOOSE,
    MONTH,
    NEVER,
    NUMBER,
    PARTICLE,
    PLACE,
    POSSESSIVE,
    ROLE,
    SETTING,
    SORT,
    START,
    STREET,
    SURNAME,
    TAKEN,
    TITLE,
    TREES,
    UPPER,
    WAY,
    WORD,
    read_lexicon,
)
from analysis.coding.redaction.rules.known import through_heads
from analysis.coding.redaction.rules.people.initials import VERB
from analysis.coding.redaction.rules.surroundings import by_what_surrounds_it
from analysis.coding.redaction.shapes import ordinary
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens

NOT_AMONG = KEPT | KIN | ROLE | TITLE | MONTH | TAKEN | NUMBER | LETTER | LETTERED | START
EARLY = frozenset(("nursery", "preschool", "pre-school", "playgroup", "kindergarten"))
NO_NAME = KEPT | KIN | ROLE | HEAD | GIVEN | TAKEN
CHURCHES = frozenset(("c", "ce", "rc", "cofe"))
SAINTS = frozenset(("st", "sts", "saint"))


def find_schools(tokens: Tokens) -> list[Span]:
    """Return names of settings; the words they took are marked so."""
    spans: list[Span] = []
    if not tokens.any & (PARTICLE | HEAD | HIGH | HOUSE | ATTENDS | GOES | TREES):
        return spans
    for reach_of in (_by_its_last_word, by_what_surrounds_it):
        for place in range(len(tokens)):
            reach = reach_of(tokens, place)
            if reach:
                spans.append(tokens.take(*_whole(tokens, *reach), "school"))
    return spans


def _whole(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the reach of a name with the other words in capitals that it stands among."""
    while not tokens.marks[last] & POSSESSIVE and _among(tokens.joined(last + 1)):
        last += 1
    while not tokens.before(first) & (START | POSSESSIVE) and _among(tokens.before(first)):
        first -= 1
    return first, last


def _among(mark: int) -> bool:
    return bool(mark & CAPITAL and not mark & NOT_AMONG)


def _by_its_last_word(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of a name that this word, "School" or "St", gives away."""
    mark = tokens.marks[place]
    if mark & PARTICLE:
        return _saint(tokens, place) if tokens.low[place] in SAINTS else None
    if mark & HEAD:
        return _before_head(tokens, place) or _after_head(tokens, place + 1)
    if tokens.low[place] in CHURCHES and mark & (CAPITAL | UPPER) and _own(tokens, place - 1):
        return _before_head(tokens, place)
    if tokens.low[place] == "high" and _named_high(tokens, place):
        return _before_head(tokens, place)
    return None


def _own(tokens: Tokens, place: int) -> bool:
    """Return whether a word in capitals before "C of E" or "RC" is a name."""
    mark = tokens.joined(place + 1) and tokens.mark(place)
    return bool(mark & CAPITAL and (mark & SETTING or not mark & (WORD | KEPT)))


def _named_high(tokens: Tokens, place: int) -> bool:
    """Return whether "high" ends the name of a school: "Ravensmoor High", "oakenshade high"."""
    before = tokens.before(place)
    if tokens.marks[place] & before & CAPITAL:
        return True
    return bool(before) and not before & (WORD | NUMBER | TAKEN | KEPT)


def _saint(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """Return the reach of "St Bride's C of E Primary School"; hospitals and streets are none."""
    if tokens.before(place) & NUMBER or (tokens.mark(place - 2) & NUMBER and tokens.before(place)):
        return None
    if not _saints_name(tokens, place + 1):
        return None
    last = _saints_last(tokens, place + 1)
    after = tokens.joined(last + 1)
    if after & BODY:
        for taken in range(place, last + 1):
            tokens.marks[taken] = KEPT | WORD
    if after & (BODY | STREET) or (after & WAY and after & CAPITAL):
        return None
    return place, through_heads(tokens, last)


def _saints_last(tokens: Tokens, last: int) -> int:
    """Return the last word of the saints' names: "Peter and St Paul"."""
    while True:
        mark = tokens.joined(last + 1)
        if mark & CAPITAL and not mark & (HEAD | SORT | BODY | STREET | WORD):
            last += 1
        elif mark and tokens.word(last + 1) in ("and", "the") and _saints_name(tokens, last + 2):
            last += 2
        else:
            return last


def _saints_name(tokens: Tokens, place: int) -> bool:
    """Return whether a word can be the name of a saint."""
    mark = tokens.joined(place)
    if not mark or mark & NUMBER:
        return False
    if mark & CAPITAL:
        return not mark & (HEAD | KIN | ROLE) and tokens.word(place) not in SAINTS
    name = tokens.word(place)
    named = mark & (GIVEN | POSSESSIVE) or (mark & SURNAME and not mark & WORD)
    if name.endswith("s") and read_lexicon().marks.get(name[:-1], 0) & GIVEN:
        return True  # "st marks": few write the apostrophe
    return bool(named) or (not mark & LISTED and len(name) > 3)


def _before_head(tokens: Tokens, head: int) -> tuple[int, int] | None:
    """Return the reach of "Larkbeck C of E Primary School", found by the word "school"."""
    place = head - 1
    while tokens.mark(place + 1) and not tokens.mark(place + 1) & LOOSE:
        if tokens.mark(place) & SORT and not tokens.mark(place) & POSSESSIVE:
            place -= 1
        elif tokens.low[max(0, place - 2) : place + 1] in (
            ["c", "of", "e"],
            ["church", "of", "england"],
        ):
            place -= 3
        else:
            break
    before = tokens.before(place + 1)
    apart = tokens.low[head] in EARLY and before & CAPITAL and not before & (START | NEVER)
    first, real = _name_before(tokens, place, bool(tokens.marks[head] & CAPITAL or apart))
    return (first, through_heads(tokens, head)) if real else None


def _after_head(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the reach of a name right after "his nursery": "Busy Bees", "(Tiny Steps)"."""
    last = first - 1
    while tokens.joined(last + 1) & CAPITAL and not tokens.mark(last + 1) & NO_NAME:
        last += 1
    if last < first or tokens.marks[first - 1] & CAPITAL:
        return _in_brackets(tokens, first)
    own = any(mark & SETTING or not mark & WORD for mark in tokens.marks[first : last + 1])
    return (first, through_heads(tokens, last)) if own or tokens.low[first - 1] in EARLY else None


def _in_brackets(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """Return the reach of a name set apart after "the nursery": "(Tiny Steps)", ", Tiny Steps"."""
    if first >= len(tokens):
        return None
    gap = tokens.text[tokens.end[first - 1] : tokens.start[first]]
    last = first
    while tokens.joined(last + 1) & CAPITAL:
        last += 1
    closed = gap == " (" and tokens.text[tokens.stop[last] : tokens.stop[last] + 1] == ")"
    apart = gap == ", " and last > first and not tokens.marks[last] & (SURNAME | KEPT)
    other = KEPT | NUMBER | GIVEN | KIN | ROLE | TITLE | LETTERED
    named = tokens.marks[first] & CAPITAL and not tokens.marks[first] & other
    return (first, last) if (closed or apart) and named else None


def _name_before(tokens: Tokens, last: int, capital: bool) -> tuple[int, bool]:
    """Return where a setting's own name, ending at `last`, begins, and whether there is one."""
    first, real = last + 1, False
    while first > 0 and last - first < 5 and not tokens.mark(first) & LOOSE:
        place = first - 1
        mark = tokens.marks[place]
        if _own_name(tokens, place, capital, real):
            real = real or not mark & NEVER
            first = place
        elif tokens.low[place] in ("of", "and", "the") and first <= last and _inner(tokens, place):
            first = place - 1
            real = True
        else:
            break
    return first, real


def _inner(tokens: Tokens, place: int) -> bool:
    """Return whether "of", "and" or "the" joins two parts of one name in capitals."""
    left, right = tokens.mark(place - 1), tokens.mark(place + 1)
    ours = left & CAPITAL and not left & (NEVER | KEPT | GIVEN | KIN | ROLE | START)
    return bool(ours and right & CAPITAL and not tokens.marks[place] & LOOSE)


def _own_name(tokens: Tokens, place: int, capital: bool, named: bool) -> bool:
    """Return whether a word can be part of a setting's own name.

    `capital`: "School" has one; `named`: a part of the name has been found after it.
    """
    mark, low = tokens.marks[place], tokens.low[place]
    if mark & (TAKEN | NUMBER | KIN | ROLE) or (mark & POSSESSIVE and mark & GIVEN):
        return False
    if mark & CAPITAL:
        if mark & (KEPT | NEVER) and not mark & SETTING:
            return False
        lone = mark & START and (mark & (VERB | GOES | ATTENDS | LIVES) or low.endswith("ed"))
        return bool(mark & SETTING or not mark & WORD or (capital and not lone))
    if mark & NEVER:
        return bool(mark & SETTING and named)
    if mark & UPPER:
        return capital and not mark & LISTED
    if mark & SETTING or (mark & (GIVEN | SURNAME | PLACE) and not mark & (WORD | KEPT)):
        return True
    return not mark & LISTED and len(low) > 3 and not ordinary(low)
