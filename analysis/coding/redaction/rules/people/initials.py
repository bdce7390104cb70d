"""Single letters that stand for a person: "J.", "T.M.", "Mrs B"."""

from analysis.coding.redaction.lexicon import (
    BYNAME,
    CAPITAL,
    DOES,
    IS,
    KEPT,
    KIN,
    LETTER,
    LETTERED,
    LISTED,
    NOT_NAME,
    NUMBER,
    POSSESSIVE,
    ROLE,
    STATE,
    SURNAME,
    TITLE,
    UPPER,
    WORD,
    read_lexicon,
)
from analysis.coding.redaction.tokens import Tokens

VERB = IS | DOES | STATE
SPOKEN_OF = frozenset(("with", "for", "about", "and", "that"))


def is_initial(tokens: Tokens, place: int, before: int) -> bool:
    """Return whether a single capital letter stands for a person: "J.", "T.M.", "Mrs B"."""
    low = tokens.low[place]
    if before & (TITLE | BYNAME) and low != "i":
        return True
    if before & LETTERED or tokens.mark(place - 1) & LETTER:
        return False
    last = last_letter(tokens, place)
    letters = "".join(tokens.low[place : last + 1])
    if low == "i" and last == place:
        return False
    if tokens.joined(place + 1) & NUMBER or last - place > 1 or tokens.word(place - 1) == "the":
        return False
    if last > place:
        return not read_lexicon().marks.get(letters, 0) & (WORD | KEPT)
    return _one_letter(tokens, place, before)


def _one_letter(tokens: Tokens, place: int, before: int) -> bool:
    """Return whether a letter alone, no "I" and after no "Section", stands for a person."""
    low, mark = tokens.low[place], tokens.marks[place]
    dotted = tokens.text[tokens.end[place] : tokens.end[place] + 1] == "."
    if mark & CAPITAL and _before_a_surname(tokens, place, dotted):
        return True
    if low in ("a", "x", "q") and not dotted and not mark & POSSESSIVE:
        return False
    if (before & (KIN | ROLE) and not before & POSSESSIVE) or mark & POSSESSIVE:
        return True
    after = tokens.joined(place + 1)
    in_a_sentence = before and after and not after & (CAPITAL | UPPER | NUMBER | LETTER)
    inside = dotted and mark & CAPITAL and in_a_sentence
    spoken_of = tokens.word(place - 1) in SPOKEN_OF and not after & LETTER
    return bool((after & VERB and not after & CAPITAL) or inside or spoken_of)


def _before_a_surname(tokens: Tokens, place: int, dotted: bool) -> bool:
    """Return whether a surname, or "(TA)", follows: "J. Sithole", "J Sithole", "H. (TA) left"."""
    after = tokens.joined(place + 1)
    if dotted and tokens.text[tokens.end[place] + 1 : tokens.end[place] + 3] == " (":
        return True
    sure = after & SURNAME or (dotted and not after & LISTED)
    return bool(after & CAPITAL and sure and not after & (NOT_NAME | NUMBER | KEPT))


def last_letter(tokens: Tokens, place: int) -> int:
    """Return the last of the letters that points alone part: the M of "T.M."."""
    while tokens.mark(place + 1) & LETTER and tokens.marks[place] & LETTER:
        gap = tokens.text[tokens.end[place] : tokens.start[place + 1]]
        if gap != "." and (gap != ". " or tokens.low[place + 1] in ("i", "a")):
            break
        place += 1
    return place
