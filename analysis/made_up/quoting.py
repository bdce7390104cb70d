"""Made-up quotes: parts of made-up texts that two made-up people let go."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.definitions.survey import Survey, codable_items
from analysis.store.database import writing
from analysis.store.desk import quotes
from analysis.store.desk.codings import read_codings
from analysis.store.desk.door import Desk
from analysis.store.desk.texts import read_redacted, read_texts
from analysis.store.desk.vault import Vault
from analysis.words import Released

FIRST, SECOND = "made-up reviewer", "made-up lead reviewer"
LEAST, MOST = 30, 160  # characters
EACH = 2  # quotes of a code


@dataclass(frozen=True, slots=True)
class Part:
    """A coded part of a text of a family that agreed to be quoted."""

    response_id: int
    words_id: int
    code: str
    text: Released


def approve_made_up_quotes(desk: Desk, vault: Vault, survey: Survey, codes: int, day: str) -> int:
    """Put forward and let go two quotes of each of the commonest codes; return how many there are.

    Each is of another family. Made up: nobody read them, and nobody wrote them.
    """
    parts = list(_parts(desk, vault, survey))
    common = dict(Counter(part.code for part in parts).most_common(codes))
    given: Counter[str] = Counter()
    told: set[int] = set()
    for part in parts:
        if part.code in common and given[part.code] < EACH and part.response_id not in told:
            _let_go(desk, vault, part, day)
            given[part.code] += 1
            told.add(part.response_id)
    return sum(given.values())


def _parts(desk: Desk, vault: Vault, survey: Survey) -> Iterator[Part]:
    items = codable_items(survey)
    for text in list(read_texts(desk.db)):
        agreed = quotes.may_be_quoted(desk.db, text.words_id, survey.roles.quotes)
        redacted = read_redacted(desk.db, vault, text.words_id) if agreed else None
        for coding in read_codings(desk.db, text.words_id) if text.item in items else ():
            if redacted is not None and not coding.person:  # a person's code is of all of a text
                said = redacted.reveal()[coding.start : coding.end].strip()
                if LEAST <= len(said) <= MOST:
                    yield Part(text.response_id, text.words_id, coding.code, Released(said))


def _let_go(desk: Desk, vault: Vault, part: Part, day: str) -> None:
    with writing(desk.db) as db:
        quotes.put_forward(db, vault, part.words_id, part.code, part.text, FIRST)
        for proposal in quotes.read_proposals(db):
            quotes.approve(db, vault, proposal, part.text.reveal(), SECOND, day)
