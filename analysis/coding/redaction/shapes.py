"""What the letters of a word say of it: built or misspelt like an ordinary one, or like a place."""

import re

from analysis.coding.redaction.lexicon import COMMON, LISTED, WORD, read_lexicon

# A longer word is not tried with each letter changed: the tries grow with the square of its length.
LONGEST_MISSPELT = 20
# Endings of ordinary words, for words that no list holds.
ORDINARY = re.compile(
    r"(?:tions?|sions?|ments?|ness|olog(?:y|ists?)|[iy]sing|iz(?:e|es|ed|ing)|ating|ously|ally|ingly|edly|iest"
    r"|abilit(?:y|ies)|ibilit(?:y|ies)|ity|ities|fully|lessly|graphy|metry|therap(?:y|ist|ists)|ician"
    r"|ists|isms?|aholic|athon|[ae]nces?|[ae]ncy|able|ible|ful|less|ship|hood|wards|ical|ious|eous"
    r"|phasia|praxia|lexia|taxia|lepsy|pathy|trophy|itis|osis|aemia|algia|plegia|paresis|phobia"
    r"|phrenia|epam|etine|azine|epine|apine|idone|azole|balin|profen|cillin|mycin|statin|sartan|olol)$"
)

# Endings that given names have and ordinary words do not, however near they look to one.
NAME_ENDING = re.compile(
    r"(?:a[iy]den|ayson|axx?on|eigh|isha|e[ei]sha|iyah|eese|eece|relle?|nelle|quan|qua[vw]n|shaw?n|shau?n"
    r"|ontae?|preet|jeet|inder|veer|ullah|uddin|oluwa\w*|chukwu\w*|escu|wicz|oglu|bhai|ben-\w+|lynne?|iana|ianna)$"
)

BEGINNING = re.compile(
    r"un|re|dis|pre|mis|non|anti|multi|inter|over|under|out|up|down|in|on|off|co"
)

# Endings that names of places, and of settings called after them, have in Britain.
PLACE_ENDING = re.compile(
    r"(?:holt|moor|mere|ham|ton|ford|wood|woods|fields?|bridge|hurst|bourne?|burn|brook|dale|combe"
    r"|croft|worth|wick|mead|leigh|stead|beck|gate|hill|minster|bury|well|thorpe|shaw|mount|hollow"
    r"|bank|lands|cliff|grove|heath|grange|wold|vale|dene|view|stone|lea)$"
)
SURE_PLACE_ENDING = re.compile(
    r"(?:woods?|fields?|ham|ton|ford|hurst|dale|croft|combe|mere|thorpe|vale|dene|brook|leigh|shaw|hollow|grove|heath|haven)$"
)


def ordinary(low: str) -> bool:
    """Return whether a word that no list holds ends like an ordinary one, or is one misspelt."""
    if NAME_ENDING.search(low):
        return False
    if len(low) > LONGEST_MISSPELT:
        return "-" not in low
    return suffixed(low) or bool(misspelt(low))


def suffixed(low: str) -> bool:
    """Return whether a long word ends like an ordinary one."""
    return len(low) > 7 and bool(ORDINARY.search(low))


def misspelt(low: str) -> int:
    """Return all marks of the common words that are one letter away; few misspell the rare."""
    known = read_lexicon().marks
    halves = [(low[:cut], low[cut:]) for cut in range(len(low) + 1)]
    tries = {left + right[1:] for left, right in halves if right}
    tries |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    letters = "abcdefghijklmnopqrstuvwxyz"
    tries |= {left + letter + right for left, right in halves for letter in letters}
    tries |= {left + letter + right[1:] for left, right in halves if right for letter in letters}
    marks = 0
    for form in tries:
        mark = known.get(form, 0) if len(form) > 3 else 0
        marks |= mark if mark & COMMON else 0
    return marks


def compound(low: str) -> bool:
    """Return whether a word is made of two ordinary ones, or of one and what stands before it."""
    known = read_lexicon().marks
    if "-" in low:
        return bool(BEGINNING.fullmatch(low.split("-")[0]))
    begun = BEGINNING.match(low)
    if begun and len(low) - begun.end() > 2 and known.get(low[begun.end() :], 0) & WORD:
        return True
    cuts = range(3, min(len(low), LONGEST_MISSPELT) - 2) if len(low) > 6 else ()
    return any(known.get(low[:cut], 0) & known.get(low[cut:], 0) & WORD for cut in cuts)


def surely_a_place(low: str) -> bool:
    """Return whether a word that no list holds ends as places do and no other word made of two."""
    return len(low) > 7 and bool(SURE_PLACE_ENDING.search(low))


def unlisted_place(mark: int, low: str) -> bool:
    """Return whether a word that no list of names holds sounds like a place in Britain."""
    return not mark & LISTED and len(low) > 5 and bool(PLACE_ENDING.search(low))
