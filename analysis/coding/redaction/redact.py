"""Words in, Redacted and the spans found in them out."""

import re

from analysis.coding.redaction.names import Names
from analysis.coding.redaction.rules.addresses import find_addresses
from analysis.coding.redaction.rules.capitals import find_capitals
from analysis.coding.redaction.rules.contacts import find_contacts, online_words
from analysis.coding.redaction.rules.dates import find_birthdays, find_dates_beside
from analysis.coding.redaction.rules.known import find_known
from analysis.coding.redaction.rules.numbers import find_numbers
from analysis.coding.redaction.rules.people.people import find_people
from analysis.coding.redaction.rules.places import find_firms, find_places
from analysis.coding.redaction.rules.schools import find_schools
from analysis.coding.redaction.spans import (
    Redaction,
    Span,
    apart,
    blank,
    blank_stand_ins,
    cover,
    free,
    joined_people,
    to_originals,
    with_article,
)
from analysis.coding.redaction.tokens import read_tokens
from analysis.words import Redacted, Words

NO_NAMES = Names()
ARTICLED = ("school", "address")  # "the Larches", "the Harrowby estate"
DIGIT = re.compile(r"\d")
# Without a figure, a number shows by one of these.
SPOKEN = ("zero", "double", "hundred", "nought", "oh ", "seven")


def redact(words: Words, names: Names = NO_NAMES) -> Redaction:
    """Return a text with everything that could point to a family replaced, and the spans replaced.

    Redacting the result again changes nothing: the rules run until they find nothing more.

    Parameters
    ----------
    words
        What a parent wrote, or a text already redacted and wrapped again.
    names
        Names known to this council; without them the word lists and the context decide.

    Examples
    --------
    >>> from analysis.words import Words
    >>> redaction = redact(Words("Mrs Okonjo at Quillmoor School rang olivia's dad."))
    >>> redaction.text.reveal()
    "[person] at [school] rang [person]'s dad."
    >>> [(span.start, span.end, span.kind) for span in redaction.spans]
    [(0, 10, 'person'), (14, 30, 'school'), (36, 42, 'person')]
    """
    text = words.reveal()
    spans: tuple[Span, ...] = ()
    result = text
    while found := _find_spans(blank_stand_ins(result), names):
        known = apart([*spans, *to_originals(spans, apart(found))])
        spans = tuple(joined_people(text, known))
        result = cover(text, spans)
    return Redaction(Redacted(result), spans)


def _find_spans(text: str, names: Names) -> list[Span]:
    """Return what one run of all rules finds, in any order."""
    spans = find_contacts(text)
    online = online_words(text, spans) if spans else set()
    low = text.lower()
    spans += free(find_birthdays(text, low), spans)
    if DIGIT.search(text) or any(word in low for word in SPOKEN):
        spans += free(find_numbers(text), spans)
    tokens = read_tokens(blank(text, spans) if spans else text)
    spans += find_known(tokens, names)
    schools = find_schools(tokens)
    spans += schools
    spans += find_addresses(tokens) + find_firms(tokens) + find_places(tokens)
    people = find_people(tokens, schools, online)
    spans += people
    spans += find_capitals(tokens)
    spans = [with_article(text, span) if span.kind in ARTICLED else span for span in spans]
    return spans + free(find_dates_beside(text, people), spans)
