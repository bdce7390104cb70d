"""The names that one council already knows: its settings, and what is to stay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from analysis.coding.redaction.lexicon import (
    HEAD,
    PART,
    SORT,
    Phrases,
    fold,
    phrase_table,
    read_lexicon,
)
from analysis.definitions.council import Council


@dataclass(frozen=True, slots=True)
class Names:
    """Names known beforehand, ready to be looked up; made once by `known_names`."""

    table: Phrases = field(default_factory=dict)


def known_names(
    settings: Iterable[str], kept: Iterable[str] = (), places: Iterable[str] = ()
) -> Names:
    """Return the names of settings, in full and shortened, names that are to stay, and places.

    Parameters
    ----------
    settings
        Names of schools, colleges and nurseries as a council writes them.
    kept
        Names that say nothing about a family, such as the council's own.
    places
        Neighbourhoods and villages that no list of the country's places would hold.

    Examples
    --------
    >>> known_names(["Quillmoor School"]).table["quillmoor"]
    ((('quillmoor', 'school'), 'school'), (('quillmoor',), 'school'))
    """
    phrases = [(form, "school") for name in settings for form in _short_forms(name)]
    phrases += [(name, "kept") for name in kept] + [(name, "place") for name in places]
    return Names(phrase_table([item for item in phrases if PART.search(item[0])]))


def council_names(council: Council) -> Names:
    """Return the names that a council's settings and its own name give."""
    settings = [setting.name for setting in council.settings.values()]
    return known_names(settings, (council.name, council.short), council.places)


def _short_forms(name: str) -> set[str]:
    """Return a setting's name as people say it: without "The", "Primary School" or apostrophes."""
    marks = read_lexicon().marks
    words = PART.findall(fold(name))
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    forms = {" ".join(words)}
    while len(words) > 1 and (_ordinary(marks, words[-1]) or words[-1] in ("of", "c")):
        words = words[:-1]
        forms.add(" ".join(words))
    own = [form for form in forms if not all(_ordinary(marks, word) for word in form.split())]
    return {form for full in own for form in (full, full.replace("'s", "s"))}


def _ordinary(marks: Mapping[str, int], word: str) -> bool:
    """Return whether a word says what kind of setting it is, not which."""
    return bool(marks.get(word, 0) & (HEAD | SORT))
