"""The word list of the danger screen: any phrase of it makes a person read an answer soon."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from analysis.definitions.reading import Frozen, hash_of, read_toml, validate
from analysis.errors import DefinitionError

# One space between words, and a star at a word's end only, after two letters or more: "h*" would
# find half of all words.
_WORD = r"(?:[\w&][\w&'’-]*|[\w&][\w&'’-]+\*)"
_PHRASE = re.compile(rf"{_WORD}(?: {_WORD})*")


def _phrase(text: str) -> str:
    if not _PHRASE.fullmatch(text):
        raise ValueError("expected words with one space between, a * at a word's end only")
    return text


Phrase = Annotated[str, AfterValidator(_phrase)]


class Topic(Frozen):
    """Phrases that tell of one kind of harm."""

    about: str
    phrases: tuple[Phrase, ...] = Field(min_length=1)


class _Levels(Frozen):
    danger: tuple[Topic, ...] = Field(min_length=1)
    welfare: tuple[Topic, ...] = ()


class DangerList(Frozen):
    """Phrases of two levels: `danger` is read within a working day, `welfare` within five.

    Capitals do not count, an apostrophe may be missing, a space is any white space, `*` is any
    ending of a word.
    """

    danger: tuple[str, ...]
    welfare: tuple[str, ...]
    hash: str


def load_danger(folder: Path) -> DangerList:
    """Return the phrases of `danger.toml` in a survey folder, or refuse it with every fault."""
    path = folder / "danger.toml"
    levels = validate(read_toml(path), _Levels, path.name)
    if faults := list(_twice(levels)):
        raise DefinitionError("\n".join(f"{path.name}, {fault}" for fault in faults))
    return DangerList(
        danger=_phrases(levels.danger), welfare=_phrases(levels.welfare), hash=hash_of(path)
    )


def _phrases(topics: tuple[Topic, ...]) -> tuple[str, ...]:
    return tuple(phrase for topic in topics for phrase in topic.phrases)


def _twice(levels: _Levels) -> Iterator[str]:
    first: dict[str, str] = {}
    for topic in (*levels.danger, *levels.welfare):
        for phrase in topic.phrases:
            plain = phrase.casefold().replace("’", "").replace("'", "")
            if plain in first:
                yield f'{topic.about}: found "{phrase}", which stands in {first[plain]} already'
            first.setdefault(plain, topic.about)
