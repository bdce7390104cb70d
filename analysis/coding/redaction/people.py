"""Names of people: listed, introduced by a title or a role, or plainly no other word."""

from analysis.coding.redaction.lexicon import (
    ABSTRACT,
    CAPITAL,
    DOES,
    GIVEN,
    HEAD,
    ILLNESS,
    INTRODUCES,
    IS,
    KEPT,
    KIN,
    KINS,
    LETTER,
    LETTERED,
    LOOSE,
    MIXED,
    MODAL,
    MONTH,
    NAMELY,
    NOT_NAME,
    NUMBER,
    PAIRS,
    PARTICLE,
    PASSES,
    PLACE,
    POSSESSIVE,
    ROLE,
    START,
    STATE,
    SURE_TITLE,
    SURNAME,
    TAKEN,
    TIME,
    TITLE,
    UPPER,
    WORD,
    read_lexicon,
)
from analysis.coding.redaction.schools import LISTED, unlisted_place
from analysis.coding.redaction.spans import Span
from analysis.coding.redaction.tokens import Tokens, ordinary

VERB = IS | DOES | STATE
LEADING = TITLE | KIN | ROLE | INTRODUCES
ARTICLES = frozenset(("the", "a", "an", "no", "some", "any", "this", "that", "such"))
OWNERS = frozenset(("my", "our", "his", "her", "their", "the", "a", "your", "and"))
NAMING = frozenset(
    (("name", "is"), ("name", "was"), ("known", "as"), ("goes", "by"), ("call", "him"), ("call", "her"),
     ("call", "them"), ("called", "him"), ("called", "her"), ("calls", "him"), ("calls", "her"), ("little", "one"))
)
SPOKEN_OF = frozenset(("with", "for", "about", "and", "that"))


def find_people(tokens: Tokens, schools: list[Span]) -> list[Span]:
    """Return names of people, and every later or earlier mention of a name found in the text.

    `schools` are the settings already found: a part of their name that stands alone is one too.
    """
    seen = _school_words(tokens, schools)
    known = sum(1 for mark in tokens.marks if mark & (WORD | KEPT | TAKEN))
    english = known * 2 >= len(tokens)
    spans: list[Span] = []
    place, around = 0, [0, 0, *tokens.marks]
    while place < len(tokens):
        mark = tokens.marks[place]
        led = around[place + 1] & LEADING or around[place] & PAIRS
        kind = ""
        if mark & (CAPITAL | GIVEN) or led or not mark & (WORD | KEPT):
            kind = _name_kind(tokens, place, english)
        if kind:
            last = _last_word(tokens, place)
            words = tokens.low[place : last + 1]
            spans.append(tokens.take(place, last, kind))
            seen.update(dict.fromkeys(words, kind))
            place = last
        place += 1
    return spans + (_mentions(tokens, seen) if seen else [])


def _name_kind(tokens: Tokens, place: int, english: bool) -> str:
    """Return the kind of name that begins with this word, or ""."""
    mark, before = tokens.marks[place], tokens.before(place)
    if mark & (TAKEN | NUMBER) or tokens.joined(place + 1) & ILLNESS:
        return ""
    if mark & LETTER:
        return "person" if _initial(tokens, place, before) else ""
    if before & TITLE and _after_title(tokens, place):
        return "person"
    if mark & (GIVEN | WORD | KEPT) == GIVEN:
        return "person" if _given(tokens, place) else ""
    if before & (KIN | ROLE) and _after_role(tokens, place):
        return "person"
    if before and _introduced(tokens, place):
        return "person"
    if mark & GIVEN and not mark & KEPT and _also_a_word(tokens, place):
        return "person"
    if not english or mark & (WORD | KEPT | PLACE | UPPER | MIXED):
        return ""
    if _unlisted(tokens, place) if mark & CAPITAL else _acts_like_a_person(tokens, place):
        return "school" if unlisted_place(mark, tokens.low[place]) else "person"
    return ""


def _after_title(tokens: Tokens, place: int) -> bool:
    """Return whether the word after "Mrs" or "uncle" is a name."""
    mark, title = tokens.marks[place], tokens.marks[place - 1]
    if mark & (NOT_NAME | KEPT | UPPER) and not mark & (GIVEN | SURNAME) or title & POSSESSIVE:
        return False
    if not mark & CAPITAL:
        if mark & WORD:
            sure = title & SURE_TITLE or tokens.before(place - 1) & (ROLE | KIN)
            return bool(mark & (SURNAME | GIVEN) and not mark & (MODAL | VERB | NOT_NAME) and sure)
        return bool(mark & GIVEN) or _unknown(tokens, place)
    if title & SURE_TITLE or tokens.low[place - 1] == "miss" and title & CAPITAL:
        dotted = tokens.text[tokens.end[place - 1]] == "." and not title & CAPITAL
        return not mark & NOT_NAME and not (dotted and mark & WORD and not mark & SURNAME)
    return not mark & (ROLE | HEAD) and bool(mark & (SURNAME | GIVEN) or not mark & WORD)


def _given(tokens: Tokens, place: int) -> bool:
    """Return whether a listed given name, which is no other word, is a name as it stands."""
    mark, low = tokens.marks[place], tokens.low[place]
    if mark & UPPER:
        return len(low) > 4 or bool(tokens.before(place) & (KIN | TITLE))
    return (bool(mark & CAPITAL) or len(low) > 2) and tokens.word(place + 1) != "ward"


def _after_role(tokens: Tokens, place: int) -> bool:
    """Return whether the word after "my son" or "his TA" is a name."""
    mark = tokens.marks[place]
    if tokens.marks[place - 1] & POSSESSIVE or mark & PLACE:
        return False
    if mark & (UPPER | MIXED):
        return bool(mark & GIVEN)
    if mark & CAPITAL:
        return bool(mark & GIVEN) or not mark & (WORD | KEPT)
    after = tokens.joined(place + 1)
    if mark & WORD:
        free = not after or after & (NOT_NAME | VERB)
        if mark & MODAL:
            free = after & (IS | STATE)
        return bool(mark & GIVEN and free and tokens.word(place - 2) in OWNERS)
    return tokens.word(place - 2) in OWNERS and _unknown(tokens, place)


def _introduced(tokens: Tokens, place: int) -> bool:
    """Return whether the word after "called" or "her name is" is a name."""
    mark = tokens.marks[place]
    naming = (tokens.word(place - 2), tokens.word(place - 1)) in NAMING
    if not naming and not tokens.before(place) & INTRODUCES or mark & (KEPT | UPPER | START):
        return False
    if mark & CAPITAL:
        alone = naming and not tokens.joined(place + 1) & CAPITAL
        return bool(alone or mark & GIVEN or not mark & WORD)
    who = naming or tokens.mark(place - 2) & (KIN | KINS | ROLE)
    if mark & WORD:
        return bool(mark & GIVEN and who and not mark & MODAL)
    return bool(who) and _unknown(tokens, place)


def _also_a_word(tokens: Tokens, place: int) -> bool:
    """Return whether "Will", "May" or "Rose" is a name here: by its capital and what surrounds it."""
    mark, after = tokens.marks[place], tokens.joined(place + 1)
    if tokens.word(place + 1) == "who" or mark & START and _from_somewhere(tokens, place):
        return True
    if mark & NAMELY and (mark & POSSESSIVE or mark & START and after & (IS | STATE)):
        return True
    if not mark & CAPITAL or after & NUMBER:
        return False
    if after & CAPITAL and after & SURNAME and not after & (WORD | KEPT):
        return True
    acts = after & (DOES | STATE) and not after & IS
    if mark & MONTH:
        return bool(acts and not after & PASSES and not tokens.mark(place - 1) & TIME)
    if not mark & START:
        return tokens.word(place - 1) not in ARTICLES
    if mark & ABSTRACT:
        return bool(acts or mark & POSSESSIVE) or _with_another(tokens, place)
    return bool(mark & POSSESSIVE or after & VERB) or _with_another(tokens, place)


def _from_somewhere(tokens: Tokens, place: int) -> bool:
    """Return whether "from the" or the like follows."""
    return tokens.word(place + 1) == "from" and tokens.word(place + 2) in OWNERS


def _with_another(tokens: Tokens, place: int) -> bool:
    """Return whether "and" and a listed name in capitals follow."""
    other = tokens.mark(place + 2)
    joined = tokens.word(place + 1) in ("and", "&") and other & CAPITAL
    return bool(joined and other & GIVEN and not other & MONTH)


def _unlisted(tokens: Tokens, place: int) -> bool:
    """Return whether a word in capitals that is no ordinary English word is a name."""
    mark, low = tokens.marks[place], tokens.low[place]
    after, before = tokens.joined(place + 1), tokens.word(place - 1)
    if len(low) < 3 or tokens.joined(place + 2) & ILLNESS:
        return False
    if mark & START:
        named = after & CAPITAL and not after & (WORD | KEPT) and (after | mark) & (SURNAME | GIVEN)
        if not (after & VERB or mark & POSSESSIVE or named):
            return False
    elif before in ("a", "an") or before == "the" and after & WORD and not after & (VERB | NOT_NAME):
        return False
    return bool(mark & SURNAME) or len(low) < 6 or not ordinary(low)


def _acts_like_a_person(tokens: Tokens, place: int) -> bool:
    """Return whether an unlisted word in small letters does what people do: "zubayr wanted"."""
    mark, after = tokens.marks[place], tokens.joined(place + 1)
    if not after & STATE or after & IS and not mark & START:
        return False
    return _unknown(tokens, place)


def _unknown(tokens: Tokens, place: int) -> bool:
    """Return whether a word in small letters is a surname, or in no list and not misspelt."""
    mark, low = tokens.marks[place], tokens.low[place]
    if mark & (LISTED & ~SURNAME | NUMBER | UPPER | MIXED | TAKEN) or len(low) < 4:
        return False
    return bool(mark & SURNAME) or not ordinary(low)


def _initial(tokens: Tokens, place: int, before: int) -> bool:
    """Return whether a single capital letter stands for a person: "J.", "T.M.", "Mrs B"."""
    low, mark = tokens.low[place], tokens.marks[place]
    if before & TITLE and low != "i":
        return True
    last = _letters(tokens, place)
    letters = "".join(tokens.low[place : last + 1])
    if low == "i" and last == place or before & LETTERED or tokens.mark(place - 1) & LETTER:
        return False
    if tokens.joined(place + 1) & NUMBER or last - place > 1:
        return False
    if last > place:
        return not read_lexicon().marks.get(letters, 0) & (WORD | KEPT)
    dotted = tokens.text[tokens.end[place] : tokens.end[place] + 1] == "."
    if low in ("a", "x", "q") and not dotted and not mark & POSSESSIVE:
        return False
    if before & (KIN | ROLE) and not before & POSSESSIVE or mark & POSSESSIVE:
        return True
    after = tokens.joined(place + 1)
    inside = dotted and before and after and not after & (CAPITAL | UPPER | NUMBER | LETTER)
    spoken_of = tokens.word(place - 1) in SPOKEN_OF and not after & LETTER
    return bool(after & VERB or inside or spoken_of)


def _letters(tokens: Tokens, place: int) -> int:
    """Return the last of the letters that points alone part: the M of "T.M."."""
    while tokens.mark(place + 1) & LETTER and tokens.marks[place] & LETTER:
        gap = tokens.text[tokens.end[place] : tokens.start[place + 1]]
        if gap != "." and (gap != ". " or tokens.low[place + 1] in ("i", "a")):
            break
        place += 1
    return place


def _last_word(tokens: Tokens, first: int) -> int:
    """Return the last word of the name that begins at `first`."""
    last = _letters(tokens, first) if tokens.marks[first] & LETTER else first
    small = not tokens.marks[first] & (CAPITAL | LETTER)
    while last - first < 4 and not tokens.marks[last] & POSSESSIVE:
        mark = tokens.joined(last + 1)
        if mark & PARTICLE and _goes_on(tokens, last + 2, small):
            last += 2
        elif _goes_on(tokens, last + 1, small):
            last += 1
        else:
            break
    return last


def _goes_on(tokens: Tokens, place: int, small: bool) -> bool:
    """Return whether a word goes on with a name; `small`: the name is in small letters."""
    mark = tokens.joined(place)
    if not mark and not small or mark & (TAKEN | NUMBER | KEPT | KIN | ROLE | START | UPPER | MONTH):
        return False
    if mark & CAPITAL:
        if mark & LETTER:
            return tokens.low[place] not in ("i", "a")
        return not mark & WORD or bool(mark & (SURNAME | GIVEN) and not mark & NOT_NAME)
    if not small or not mark & (SURNAME | GIVEN) or mark & (MODAL | VERB | NOT_NAME):
        return False
    after = tokens.joined(place + 1)
    return not mark & WORD or (bool(mark & SURNAME) and (not after or bool(after & VERB)))


def _school_words(tokens: Tokens, schools: list[Span]) -> dict[str, str]:
    """Return the words of the settings' names that, alone, can still only mean them."""
    marks = read_lexicon().marks
    inside = {place for span in schools for place in _places(tokens, span)}
    words = {tokens.low[place] for place in inside}
    return {low: "school" for low in words if len(low) > 4 and not marks.get(low, 0) & (WORD | GIVEN)}


def _places(tokens: Tokens, span: Span) -> range:
    """Return the places of the words inside a span."""
    inside = [i for i in range(len(tokens)) if span.start <= tokens.start[i] < span.end]
    return range(inside[0], inside[-1] + 1)


def _mentions(tokens: Tokens, seen: dict[str, str]) -> list[Span]:
    """Return the other mentions of names found in the text, in small letters too."""
    spans = []
    for place, low in enumerate(tokens.low):
        mark = tokens.marks[place]
        kind = seen.get(low) or (seen.get(low[:-1], "") if low[-1] == "s" and not mark & WORD else "")
        if not kind or mark & (TAKEN | KEPT):
            continue
        if mark & LETTER:
            again = not tokens.before(place) & LETTERED and low not in ("a", "i")
        elif mark & WORD:
            again = bool(mark & CAPITAL and (not mark & START or tokens.joined(place + 1) & VERB))
        else:
            again = not mark & LOOSE or len(low) > 2
        if again:
            spans.append(tokens.take(place, place, kind))
    return spans
