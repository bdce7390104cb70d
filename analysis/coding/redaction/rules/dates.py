"""Birthdays. Every other date stays: when a meeting or a letter came is what people write about."""

import re
from collections.abc import Iterable, Iterator

from analysis.coding.redaction.spans import Span, free

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
ORDINAL = (
    r"(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|(?:ten|eleven|twelf|(?:thir|four|fif|six|seven|eigh|nine)teen|twentie|thirtie)th"
)
DAY = rf"(?:\d{{1,2}}(?:\s?(?:st|nd|rd|th)\b)?|\b(?:{ORDINAL})\b)"
YEAR = (
    r"(?:(?:(?:19|20)\d{2}|['’]?\d{2})\b|two thousand(?: and \w+)?"
    r"|(?:twenty|nineteen)[\s-]\w*(?:teen|ty|ten|eleven|twelve|one|two|three|four|five|six))"
)
FIGURES = r"\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{2,4}|\d{4}-\d{2}-\d{2}"
FULL = (
    rf"(?:{FIGURES}|{DAY}\s?(?:of\s)?(?:{MONTH}|the (?:{ORDINAL}))(?:,?\s{YEAR})?"
    rf"|{MONTH}\s(?:the\s)?{DAY}\b(?:,?\s{YEAR})?"
    rf"|{MONTH}\s(?:of\s)?(?:19|20)\d{{2}}\b|\d{{1,2}}/\d{{1,2}}\b)"
)
AGE = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
# Up to the date, but not past the end of a sentence.
GAP = r"(?:(?![.!?]\s+[A-Z])[^\n]){0,32}?"
BIRTH = re.compile(
    r"\b(?:born|premm?(?:ie|y|ature)|d\.?\s?o\.?\s?b\b\.?|date of birth|birth\s?date"
    r"|birthday|b['’]?day)(?![a-z])"
    rf"(?P<gap>{GAP})(?P<date>(?:the\s)?{FULL}|\d{{1,2}} \d{{1,2}} \d{{2,4}}\b"
    r"|\d{6}(?:\d\d)?\b|(?:19|20)\d{2}\b)",
    re.IGNORECASE,
)
TURNED = re.compile(
    r"\b(?:turn(?:s|ed|ing)?|is|was|be|being|becomes|became|(?:he|she|they)['’]?(?:s|ll be))\s"
    rf"{AGE}"
    rf"(?:\s(?:years?(?:\sold)?))?,?\s(?:on|in)\s(?P<date>(?:the\s)?{FULL})",
    re.IGNORECASE,
)
THEN_BIRTHDAY = re.compile(
    rf"(?P<date>{FULL})(?:\s(?:is|was|which|being|his|her|my|their|our|the|on)|\s[\w’'-]+['’]s|[,(\s]){{0,6}}\s?"
    r"\(?(?:birthday|dob\b|d\.o\.b|date of birth|birth date)",
    re.IGNORECASE,
)
SIGNS = ("born", "birth", "day", "dob", "d.o.b", "d o b", "turn", "prem", " on ", " in ")
# A figure, a month or an ordinal: without any there is no date.
A_DATE = re.compile(r"\d|(?:th|rst|ond|ird)\b")
BESIDE = re.compile(rf"[\s,(\-–:]{{1,3}}(?P<date>{FIGURES})(?!\d)")
PAPERS = re.compile(
    r"\b(?:review|meeting|report|letter|plan|sent|dated|draft|appointment)", re.IGNORECASE
)


def find_birthdays(text: str, low: str) -> Iterator[Span]:
    """Yield dates that the words around them make a birthday; a review's date is none.

    `low` is the text in small letters.
    """
    if not any(sign in low for sign in SIGNS) or not A_DATE.search(low):
        return
    done: list[Span] = []
    for pattern in (BIRTH, TURNED, THEN_BIRTHDAY):
        for match in pattern.finditer(text):
            if pattern is BIRTH and PAPERS.search(match["gap"]):
                continue
            spans = [Span(*match.span("date"), "date_of_birth")]
            if pattern is BIRTH:
                spans += _repeated(text, match.end())
            for span in free(spans, done):
                done.append(span)
                yield span


def _repeated(text: str, start: int) -> Iterator[Span]:
    """Yield further dates in figures of the same sentence: "on one page ..., on the next ..."."""
    sentence = re.split(r"[!?\n]|\.\s", text[start:], maxsplit=1)[0]
    for match in re.finditer(FIGURES, sentence):
        if not PAPERS.search(sentence[: match.start()]):
            yield Span(start + match.start(), start + match.end(), "date_of_birth")


def find_dates_beside(text: str, people: Iterable[Span]) -> Iterator[Span]:
    """Yield dates in figures that stand right after a person's name: "Ann Bee (03/05/15)"."""
    for person in people:
        match = BESIDE.match(text, person.end)
        if match and not PAPERS.search(text[max(0, person.start - 40) : match.end() + 40]):
            yield Span(*match.span("date"), "date_of_birth")
