"""The word lists under lists/, read once into one table: word -> marks, joined by `|`."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

# What a word may be. Plain integers: they are joined and tested for every word of every text.
(GIVEN, SURNAME, WORD, KEPT, PLACE, PHRASE) = (1 << bit for bit in range(6))
(KIN, KINS, ROLE, TITLE, SURE_TITLE, INTRODUCES) = (1 << bit for bit in range(6, 12))
(DOES, IS, STATE, NOT_NAME, ABSTRACT, MONTH, MODAL) = (1 << bit for bit in range(12, 19))
(LETTERED, PARTICLE, ILLNESS) = (1 << bit for bit in range(19, 22))
TIME = 1 << 39
(HEAD, SORT, SETTING, HOUSE, ATTENDS, GOES, LIVES, NEVER) = (1 << bit for bit in range(22, 30))
(STREET, WAY, HIGH, DWELLING) = (1 << bit for bit in range(30, 34))
(FIRM, SURE_FIRM, FIRM_NOUN, PLAIN, BODY) = (1 << bit for bit in range(34, 39))
(PAIRS, TOWARDS, PASSES, NAMELY) = (1 << bit for bit in range(49, 53))
(TREES, NAMED, OFTEN) = (1 << bit for bit in range(63, 66))
(CLEAR_FIRM, FORMAL, BYNAME, COMMON) = (1 << bit for bit in range(54, 58))
(THINGS, MEETS, SPEAKS, THANKED, DONE_TO) = (1 << bit for bit in range(58, 63))
# In no list: so that the marks of a word are never 0, which says that there is no word.
UNLISTED = 1 << 53
# How it stands in a text; set by `tokens`.
(CAPITAL, UPPER, MIXED, START, LOOSE) = (1 << bit for bit in range(40, 45))
(POSSESSIVE, NUMBER, LETTER, TAKEN) = (1 << bit for bit in range(45, 49))

MARKS = {
    "roles": {
        "kin": KIN,
        "kin of several": KINS,
        "role": ROLE,
        "titles": TITLE,
        "formal titles": TITLE | FORMAL,
        "sure titles": TITLE | SURE_TITLE | FORMAL,
        "bynames": BYNAME,
        "introducers": INTRODUCES,
        "people do": DOES,
        "people are": IS,
        "states": STATE,
        "done to people": DONE_TO,
        "before things": THINGS,
        "before people": MEETS,
        "before people alone": MEETS | THANKED,
        "before to and people": SPEAKS,
        "not names": NOT_NAME,
        "abstract": ABSTRACT,
        "months": MONTH,
        "modal": MODAL,
        "lettered": LETTERED,
        "particles": PARTICLE,
        "illnesses": ILLNESS,
        "time before": TIME,
        "names rather than words": NAMELY,
        "what time does too": PASSES,
        "first of two that introduce": PAIRS,
    },
    "schools": {
        "heads": HEAD,
        "kinds": SORT,
        "name words": SETTING,
        "house words": HOUSE,
        "called after trees": TREES,
        "after a name": NAMED,
        "attending": ATTENDS,
        "going": GOES,
        "living": LIVES,
        "towards": TOWARDS,
        "never part of a name": NEVER,
    },
    "streets": {
        "streets": STREET,
        "streets that are words": WAY,
        "street starts": HIGH,
        "dwellings": DWELLING,
    },
    "organisations": {
        "firm ends": FIRM,
        "sure firm ends": FIRM | SURE_FIRM,
        "firm ends in small letters too": FIRM | CLEAR_FIRM,
        "called firms": FIRM_NOUN,
        "ordinary before a firm end": PLAIN,
        "public bodies": BODY,
    },
    "kept": {"words": KEPT, "often in capitals": OFTEN},
}
LISTED = GIVEN | SURNAME | WORD | KEPT | PLACE
NOT_WORDS = PARTICLE | SETTING | KEPT | HOUSE
FOLDERS = {"words": WORD, "given": GIVEN, "surnames": SURNAME}
PHRASES = {
    ("kept", "phrases"): "kept",
    ("places", ""): "place",
    ("schools", "church schools"): "school",
}
LISTS = files(__package__) / "lists"
PLAIN_LETTERS = str.maketrans("łøđıßæœ’‘`\u02bc\u2011", "lodisao''''-")
PART = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Marks of single words, names of several words by their first, and postcode areas."""

    marks: Mapping[str, int]
    phrases: Phrases
    areas: frozenset[str]


@cache
def read_lexicon() -> Lexicon:
    """Return the word lists of this package as one table."""
    marks = _read_marks()
    phrases = phrase_table(_read_phrases())
    for first, choices in phrases.items():
        if any(kind == "place" and len(words) == 1 for words, kind in choices):
            _mark(marks, [first], PLACE)
        if _long(choices):
            _mark(marks, [first], PHRASE)
    long = {
        first: tuple(one for one in choices if len(one[0]) > 1 or one[1] != "place")
        for first, choices in phrases.items()
        if _long(choices)
    }
    return Lexicon(marks, long, frozenset(_read_sections("streets")["postcode areas"]))


def phrase_table(phrases: Iterable[tuple[str, str]]) -> Phrases:
    """Return (words, kind) of each phrase under its first word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, kind in phrases:
        words = tuple(base(word) for word in PART.findall(fold(phrase)))
        table.setdefault(words[0], []).append((words, kind))
    return {
        first: tuple(sorted(set(found), key=lambda item: (-len(item[0]), item)))
        for first, found in table.items()
    }


def fold(word: str) -> str:
    """Return a word in small letters, without accents, with plain apostrophes and hyphens."""
    word = word.lower()
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word.translate(PLAIN_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def base(word: str) -> str:
    """Return a folded word without a possessive ending."""
    return word[:-2] if word.endswith("'s") else word


def _read_marks() -> dict[str, int]:
    """Return the marks of every single word of the lists, with the endings of ordinary ones."""
    marks: dict[str, int] = {}
    for name, sections in MARKS.items():
        words = _read_sections(name)
        for section, mark in sections.items():
            _mark(marks, words[section], mark if mark & NOT_WORDS else mark | WORD)
    for folder, mark in FOLDERS.items():
        for path in (LISTS / folder).iterdir():
            _mark(marks, _read_words(path), mark | (COMMON if path.name == "common.txt" else 0))
    _mark_endings(marks)
    return marks


def _read_phrases() -> Iterator[tuple[str, str]]:
    """Yield every name between upright strokes, of one word or several, with its kind."""
    for (name, section), kind in PHRASES.items():
        for line in _read_lines(name)[section]:
            yield from ((phrase.strip(), kind) for phrase in line.split("|"))


def _mark(marks: dict[str, int], words: Iterable[str], mark: int) -> None:
    """Add a mark to each word."""
    for word in words:
        marks[word] = marks.get(word, 0) | mark


def _mark_endings(marks: dict[str, int]) -> None:
    """Mark the common endings of ordinary words, but no form that is also a given name."""
    words = [
        (word, mark & (WORD | COMMON))
        for word, mark in marks.items()
        if mark & WORD and len(word) > 2 and word.isalpha()
    ]
    for word, mark in words:
        for form in _endings(word):
            if not marks.get(form, 0) & GIVEN:
                marks[form] = marks.get(form, 0) | mark


def _endings(word: str) -> Iterator[str]:
    """Yield a word with each common ending; some are no words, which does no harm here."""
    stem = word[:-1] if word[-1] == "e" else word
    if word[-1] == "y" and word[-2] not in "aeiou":
        stem = word[:-1] + "i"
        yield from (word + "ing", stem + "es", stem + "ness")
    doubled = word + word[-1] if word[-1] in "bdgklmnprt" and word[-2] in "aeiou" else stem
    for ending in ("ed", "er", "ers", "est", "ing", "ings"):
        yield from (stem + ending, doubled + ending)
    yield from (word + "s", word + "es", stem + "ly", word + "ly", word + "ness", word + "less")


def _long(choices: tuple[tuple[tuple[str, ...], str], ...]) -> bool:
    """Return whether a name of several words is among the choices."""
    return any(len(words) > 1 for words, _ in choices)


def _read_words(path: Traversable) -> tuple[str, ...]:
    """Return the words of a list without sections."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def _read_sections(name: str) -> dict[str, tuple[str, ...]]:
    """Return the single words of each section of a list."""
    sections = _read_lines(name).items()
    return {section: tuple(" ".join(lines).split()) for section, lines in sections}


def _read_lines(name: str) -> dict[str, list[str]]:
    """Return the lines of each section of a list; those before any section under ""."""
    sections: dict[str, list[str]] = {"": []}
    section = ""
    for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
            sections[section] = []
        elif line and not line.startswith("#"):
            sections[section].append(line)
    return sections
