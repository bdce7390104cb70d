"""Why the computer gave a text its codes, in plain words and points that add up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from analysis.coding.learning.explain import WORD, Alike, Part, Why
from analysis.jobs.coders.reasons import read_reasons
from analysis.store.desk.codings import Coded
from analysis.store.desk.texts import Text
from analysis.store.desk.vault import Vault
from analysis.words import Redacted
from app.staff.side import Side

POINTS = 100  # of a score of 1
ODDS_POINTS = 10  # of log odds of 1
MOST_WORDS = 4  # that are told apart, of those that people's decisions bear on
Said = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """What one thing added."""

    says: str
    words: Sequence[str]
    points: int


@dataclass(frozen=True, slots=True)
class Like:
    """A text of the same code."""

    words: str
    likeness: int
    made_up: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one coding was given; numbers are in every hundred, `needed` is in points."""

    number: int
    code: str
    label: str
    lines: Sequence[Line]
    needed: int | None
    likely: int | None
    learned: Sequence[Line]
    learned_likely: int | None
    weight: int | None
    alike: Sequence[Like]


def reasons_of(
    side: Side, vault: Vault, place: Text, text: Redacted, codings: Sequence[Coded]
) -> tuple[list[Reason] | None, int]:
    """Return the reasons of a text's codings, and how many other families' words are in them.

    Each has the number that its coding has on the page. None where another coder than the one in
    use gave the codes.
    """
    found = read_reasons(side.desk, vault, side.definitions, place, text, codings)
    if found.why is None:
        return None, 0
    labels = {code.id: code.label for code in side.definitions.codebook.codes}
    reasons = [
        _reason(number, one.code, labels.get(one.code, one.code), text.reveal(), why, side.messages)
        for number, one in enumerate(codings, start=1)
        if not one.person and (why := found.why.get((one.code, one.start or 0)))
    ]
    return reasons, found.others


def _reason(number: int, code: str, label: str, text: str, why: Why, said: Said) -> Reason:
    learned, quoted = why.learned, [text[start:end] for start, end in why.phrases]
    return Reason(
        number,
        code,
        label,
        [*_lines(why.codebook, POINTS, said, {"phrases": quoted})],
        None if why.needed is None else round(POINTS * why.needed),
        _in_100(why.likely),
        [*_lines(_told(learned.parts), ODDS_POINTS, said, {})] if learned else (),
        _in_100(learned and learned.likely),
        _in_100(learned and learned.weight),
        [_like(one) for one in why.alike],
    )


def _lines(
    parts: Sequence[Part], scale: int, said: Said, words: Mapping[str, Sequence[str]]
) -> Iterator[Line]:
    points = whole_points([scale * part.adds for part in parts])
    for part, number in zip(parts, points, strict=True):
        yield Line(said[f"why_{part.kind}"], words.get(part.kind, part.words), number)


def _told(parts: Sequence[Part]) -> list[Part]:
    """Return the parts with all but the largest words as one."""
    words = [part for part in parts if part.kind == WORD]
    rest = sum(part.adds for part in words[MOST_WORDS:])
    others = [part for part in parts if part.kind != WORD]
    return [*words[:MOST_WORDS], *([Part("rest", (), rest)] if rest else []), *others]


def whole_points(values: Sequence[float]) -> list[int]:
    """Return values as whole numbers that sum to the whole number nearest to their sum."""
    whole = [floor(value) for value in values]
    missing = round(sum(values)) - sum(whole)
    nearest = sorted(range(len(values)), key=lambda place: whole[place] - values[place])
    for place in nearest[:missing]:
        whole[place] += 1
    return whole


def _like(one: Alike) -> Like:
    if one.reviewed is None or one.segment is None:
        return Like(one.example, round(100 * one.likeness), made_up=True)
    words = one.reviewed.text.reveal()[one.segment.start : one.segment.end]
    return Like(words, round(100 * one.likeness), made_up=False)


def _in_100(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
