"""Telephone, NHS and pupil numbers, and references of cases."""

import re
from collections.abc import Iterator

import phonenumbers
from stdnum.gb import nhs, upn

from analysis.coding.redaction.spans import Span, free

NEAR = 40
PUPIL = re.compile(
    r"(?<![^\W_])[A-Za-z](?P<gap>[\s-]?)\d(?:[\s-]?\d){10}[\s-]?[\dA-Za-z](?![^\W_])"
)
HEALTH = re.compile(r"(?<![\d+])\d{3}[\s.\-–]?\d{3}[\s.\-–]?\d{4}(?!\d)")
AFTER_HEALTH = re.compile(
    r"\bnhs\b[^\d\n]{0,24}(?P<number>\d(?:[\s.\-–]?\d){9})(?!\d)", re.IGNORECASE
)
AFTER_PUPIL = re.compile(
    r"\b(?:upn|pupil (?:number|no|num|id))\b[^\d\n]{0,16}?"
    r"\b(?P<number>[A-Za-z][\s-]?\d(?:[\s-]?\d){8,13}[A-Za-z]?)\b",
    re.IGNORECASE,
)
NEAR_HEALTH = re.compile(r"\bnhs\b[^\d\n]{0,24}$", re.IGNORECASE)
NEAR_PUPIL = re.compile(r"\b(?:upn|pupil)\b[^\d\n]{0,24}$", re.IGNORECASE)
TRIBUNAL = re.compile(
    r"(?<![^\W_])[A-Za-z]{2}\s?[/\-.]?\s?\d{3}\s?[/\\\-.–]\s?\d{2}\s?[/\\\-.–]\s?\d{3,6}(?![^\W_])"
    r"|(?<![^\W_])[A-Za-z]{2}\s?\d{3}\s\d{2}\s\d{3,6}(?!\d)"
    r"|(?<![^\W_])[A-Z]{2,4}/(?:\d{2,4}/)?\d{2,4}/\d{2,6}(?![^\W_])"
    r"|(?<![^\W_])[A-Z]{2,5}(?:[-/][A-Z]{2,5}){0,2}[-/]?\d{4,}(?:[-/][A-Z\d]{1,4})?(?![^\W_])"
)
OMBUDSMAN = re.compile(r"(?<![\w/.£-])[12]\d[\s\-–\u2011]\d{3}[\s\-–\u2011]\d{3}(?![\w/-])")
INSURANCE = re.compile(r"(?<![^\W_])[A-Za-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Da-d](?![^\W_])")
# A car's: two letters, two figures, three letters.
PLATE = re.compile(
    r"(?<![^\W_])[A-Z]{2}\d{2}\s?[A-Z]{3}(?![^\W_])"
    r"|(?<=reg )[a-z]{2}\d{2}\s?[a-z]{3}\b|(?<=plate )[a-z]{2}\d{2}\s?[a-z]{3}\b"
)
NAMED_REFERENCE = re.compile(
    r"\b(?:(?:ref(?:erence)?|claim|crime|incident|file|account|patient|hospital|student|pupil|learner"
    r"|case|complaint|appeal|tribunal|ombudsman|lgo|lgsco|sendist|mediation|passport|lcs|care)\b[\s.:#]*)"
    r"(?P<noun>(?:(?:ref(?:erence)?|number|num|no|id|code)\b[\s.:#]*)*)(?:(?:is|was|=|-)\s*)?"
    r"(?P<number>(?=[\w/\-]*\d{3})\w+(?:[/\-]\w+)*)",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}$|(?:19|20)\d{2}$")
HOME = re.compile(
    r"(?<![\d.£])(?:(?:\+|\b00)\s?44[\s.\-]?(?:\(0\)[\s.\-]?)?|\(?0)"
    r"(?:[ \t\u00a0().\-–]{0,3}\d){9,10}(?!\d)"
)
ABROAD = re.compile(r"(?<!\d)(?:\+|\b00)[1-9](?:[ \t\u00a0().\-–]{0,3}\d){7,13}(?!\d)")
NO_ZERO = re.compile(r"(?<![\d.£/])7\d{3}[ .\-]?\d{3}[ .\-]?\d{3}(?!\d)")
NEAR_PHONE = re.compile(
    r"\b(?:tel|telephone|phone|call|ring|mob|mobile|text|txt|number|whatsapp|landline|ext)\b[^\d\n]{0,14}$",
    re.IGNORECASE,
)
SHORT = re.compile(r"(?<![\d.£/])\d{3,4}[ \-]?\d{3,4}(?!\d|[./]\d|\s?(?:hours|hrs|times|words))")
CLOCK_OR_DATE = re.compile(r"\(?\d{1,2}[.:]\d{2}(?!\d)|\d{1,2}-\d{1,2}-\d{2}")
SPOKEN = re.compile(
    r"\b(?:(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble"
    r"|hundred|thousand|\d{1,5})\b[\s,-]*){5,}",
    re.IGNORECASE,
)
# How many figures a word stands for; any other stands for one.
FIGURES = {"triple": 2, "treble": 2, "hundred": 2, "thousand": 3}
LEAST_FIGURES = 9
# The letter O typed for a nought.
TYPED = re.compile(r"(?<![^\W_])[oO0][oO\d](?:[ .\-]?[oO\d]){8,9}(?![^\W_])")


def find_numbers(text: str) -> list[Span]:
    """Return numbers that lead to a person or a case, in any order."""
    found: list[Span] = []
    for finder in (_pupil_numbers, _health_numbers, _references, _phones):
        found += free(finder(text), found)
    return found


def _references(text: str) -> Iterator[Span]:
    """Yield references of tribunal, ombudsman, complaints, National Insurance and cars."""
    for pattern in (TRIBUNAL, OMBUDSMAN, INSURANCE, PLATE):
        for match in pattern.finditer(text):
            if not DATE.match(match[0]):
                yield Span(*match.span(), "case_reference")
    for match in NAMED_REFERENCE.finditer(text):
        number = match["number"]
        enough = 3 if match["noun"] or re.search(r"[A-Za-z]\d|/", number) else 6
        if sum(sign.isdigit() for sign in number) >= enough and not DATE.match(number):
            yield Span(*match.span("number"), "case_reference")


def _pupil_numbers(text: str) -> Iterator[Span]:
    """Yield pupil numbers: a letter and twelve more, spaced only where the check letter fits."""
    for match in AFTER_PUPIL.finditer(text):
        yield Span(*match.span("number"), "upn")
    for match in PUPIL.finditer(text):
        together = match[0].isalnum()
        if together or upn.is_valid(match[0]) or NEAR_PUPIL.search(_before(text, match.start())):
            yield Span(*match.span(), "upn")


def _health_numbers(text: str) -> Iterator[Span]:
    """Yield NHS numbers: by their check digit, by "NHS" before them, or of the test range 999."""
    for match in AFTER_HEALTH.finditer(text):
        yield Span(*match.span("number"), "nhs_number")
    for match in HEALTH.finditer(text):
        number = match[0]
        if number.startswith("999") or nhs.is_valid(re.sub(r"\D", "", number)):
            yield Span(*match.span(), "nhs_number")


def _phones(text: str) -> Iterator[Span]:
    """Yield telephone numbers that phonenumbers holds possible, and short ones after "ring"."""
    for pattern in (HOME, ABROAD, NO_ZERO):
        for match in pattern.finditer(text):
            if _possible(match[0]):
                yield Span(*match.span(), "phone")
    for match in SHORT.finditer(text):
        long_enough = len(re.sub(r"\D", "", match[0])) > 5 and not DATE.match(match[0])
        if long_enough and NEAR_PHONE.search(_before(text, match.start())):
            yield Span(*match.span(), "phone")
    yield from _typed_or_spoken(text)


def _typed_or_spoken(text: str) -> Iterator[Span]:
    """Yield numbers with letters for noughts, and numbers in words, as people dictate them."""
    for match in TYPED.finditer(text):
        if "o" in match[0].lower() and sum(sign.isdigit() for sign in match[0]) > 4:
            yield Span(*match.span(), "phone")
    for match in SPOKEN.finditer(text):
        words = re.findall(r"\w+", match[0].lower())
        if (
            sum(_figures(word) for word in words) >= LEAST_FIGURES
            and sum(map(str.isalpha, words)) > 2
        ):
            kind = "nhs_number" if NEAR_HEALTH.search(_before(text, match.start())) else "phone"
            yield Span(match.start(), match.start() + len(match[0].rstrip(" ,-\n\t")), kind)


def _figures(word: str) -> int:
    """Return how many figures a word of a spoken number stands for."""
    return len(word) if word.isdigit() else FIGURES.get(word, 1)


def _before(text: str, place: int) -> str:
    """Return the few words before a place."""
    return text[max(0, place - NEAR) : place]


def _possible(number: str) -> bool:
    """Return whether a number could be rung; the strict test refuses Ofcom's made-up ones."""
    if CLOCK_OR_DATE.match(number):
        return False
    if number.startswith("00"):
        number = "+" + number[2:]
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number, "GB"))
    except phonenumbers.NumberParseException:
        return False
