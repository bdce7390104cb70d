"""A span of personal data, its kind, and a text with every span replaced."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.words import Redacted

STAND_INS = {
    "person": "[person]",
    "school": "[school]",
    "organisation": "[organisation]",
    "place": "[place]",
    "address": "[address]",
    "postcode": "[postcode]",
    "phone": "[phone number]",
    "email": "[email address]",
    "handle": "[online name]",
    "date_of_birth": "[date of birth]",
    "nhs_number": "[NHS number]",
    "upn": "[pupil number]",
    "case_reference": "[case reference]",
}
STAND_IN = re.compile("|".join(re.escape(words) for words in STAND_INS.values()))

ARTICLE = re.compile(r"\b(the )$", re.IGNORECASE)

# A character of the private use area: no letter, no digit, no space, in no list.
BLANK = "\ue000"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where something personal stands: Unicode code points, `end` exclusive, and its kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """A redacted text, and the spans of the original that it replaced.

    Parameters
    ----------
    text
        The text that coders read.
    spans
        Sorted, not overlapping; offsets into the original.
    """

    text: Redacted
    spans: tuple[Span, ...]

    def to_original(self, offset: int) -> int:
        """Return the offset in the original of an offset in the redacted text.

        An offset inside a stand-in maps to the beginning of its span; offsets map in order.

        Examples
        --------
        >>> from analysis.words import Redacted
        >>> found = Redaction(Redacted("[person] sang"), (Span(0, 6, "person"),))
        >>> found.to_original(9)
        7
        """
        return _original(self.spans, _stand_in_places(self.spans), offset)


def to_originals(spans: tuple[Span, ...], found: Iterable[Span]) -> list[Span]:
    """Return spans of the text that `cover` made as spans of the original."""
    places = _stand_in_places(spans)
    return [
        Span(_original(spans, places, span.start), _original(spans, places, span.end), span.kind)
        for span in found
    ]


def cover(text: str, spans: Iterable[Span]) -> str:
    """Return the text with each span replaced by the stand-in of its kind."""
    parts, done = [], 0
    for span in spans:
        parts += [text[done : span.start], STAND_INS[span.kind]]
        done = span.end
    return "".join([*parts, text[done:]])


def blank(text: str, spans: Iterable[Span]) -> str:
    """Return the text, as long as before, with each span made of characters no rule matches."""
    parts, done = [], 0
    for span in sorted(spans):
        parts += [text[done : span.start], BLANK * (span.end - span.start)]
        done = span.end
    return "".join([*parts, text[done:]])


def blank_stand_ins(text: str) -> str:
    """Return the text, as long as before, with the stand-ins of an earlier redaction blanked."""
    return STAND_IN.sub(lambda found: BLANK * len(found[0]), text) if "[" in text else text


def free(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """Return those of `spans`, first come first served, that touch none taken before."""
    kept: list[Span] = []
    held = sorted(taken)
    for span in spans:
        place = bisect_right(held, span)
        clear_before = place == 0 or held[place - 1].end <= span.start
        if clear_before and (place == len(held) or span.end <= held[place].start):
            held.insert(place, span)
            kept.append(span)
    return kept


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans sorted, those that overlap as one of the kind of the longest.

    Examples
    --------
    >>> apart([Span(5, 7, "person"), Span(0, 9, "address")])
    [Span(start=0, end=9, kind='address')]
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            before = found[-1]
            longest = max(before, span, key=lambda one: one.end - one.start)
            found[-1] = Span(before.start, max(before.end, span.end), longest.kind)
        else:
            found.append(span)
    return found


def with_article(text: str, span: Span) -> Span:
    """Return a span with the "the" before it, which is often part of such a name."""
    led = ARTICLE.search(text, max(0, span.start - 5), span.start)
    return Span(led.start(1), span.end, span.kind) if led else span


def joined_people(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return sorted spans with the parts of one name made one: nothing but a space parts them.

    Examples
    --------
    >>> joined_people("Auntie Bo", [Span(0, 6, "person"), Span(7, 9, "person")])
    [Span(start=0, end=9, kind='person')]
    """
    found: list[Span] = []
    for span in spans:
        before = found[-1] if found else span
        if before.kind == span.kind == "person" and text[before.end : span.start] in (" ", "-"):
            found[-1] = Span(before.start, span.end, "person")
        else:
            found.append(span)
    return found


def _stand_in_places(spans: tuple[Span, ...]) -> tuple[list[int], list[int]]:
    """Return where the stand-ins begin and end in the redacted text."""
    starts, ends, shift = [], [], 0
    for span in spans:
        starts.append(span.start + shift)
        ends.append(starts[-1] + len(STAND_INS[span.kind]))
        shift += len(STAND_INS[span.kind]) - (span.end - span.start)
    return starts, ends


def _original(spans: tuple[Span, ...], places: tuple[list[int], list[int]], offset: int) -> int:
    """Return the offset in the original of an offset in the redacted text."""
    starts, ends = places
    place = bisect_right(starts, offset) - 1
    if place < 0:
        return offset
    if offset < ends[place]:
        return spans[place].start
    return spans[place].end + offset - ends[place]
