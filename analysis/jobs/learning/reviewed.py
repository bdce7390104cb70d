"""What reviewers decided about the texts in store, as a coder learns from it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, cast

from analysis.coding.learning.rows import Decision
from analysis.coding.redaction.names import council_names
from analysis.coding.redaction.redact import redact
from analysis.definitions.codebook import Polarity
from analysis.definitions.loading import Definitions
from analysis.definitions.survey import codable_items
from analysis.errors import InputError
from analysis.store.desk.door import Desk
from analysis.store.desk.readings import Decided, read_decided
from analysis.store.desk.vault import Vault

Codes = Mapping[str, str]
DISPUTED = 0.5  # what a text counts that its readers coded otherwise, of one they agree about


class Reviewed(NamedTuple):
    """Decisions by text, and how many texts were left out: they name a code that is gone."""

    decisions: list[Decision]
    left_out: int


def read_reviewed(desk: Desk, vault: Vault, definitions: Definitions) -> Reviewed:
    """Return the reviewers' decisions with their words, redacted by the rules there are now.

    A text that several people read is one decision, so that it is never both taught and judged
    by: it has the codes that at least half of them gave.
    """
    codes, names = definitions.codebook.by_id(), council_names(definitions.council)
    items, decisions, left_out = definitions.survey.items(), list[Decision](), 0
    for words_id, item, readings in _texts(desk, definitions):
        if any(reading.keys() - codes.keys() for reading in readings):
            left_out += 1
            continue
        given, agreed = merge_readings(readings)
        text = redact(vault.open(desk.db, words_id), names).text
        tone = items[item].tone or "mixed"
        weight = 1.0 if agreed else DISPUTED
        decisions.append(Decision(str(words_id), text, tone, given, weight))
    if not decisions:
        raise InputError(
            "the answers in store: found no text that a person coded, expected some"
            " (import-codings brings them)"
        )
    return Reviewed(decisions, left_out)


def merge_readings(readings: Sequence[Codes]) -> tuple[dict[str, Polarity], bool]:
    """Return the codes that at least half of a text's readers gave, and if all gave the same."""
    number = Counter(code for reading in readings for code in reading)
    given: dict[str, Polarity] = {}
    for code in sorted(code for code, times in number.items() if 2 * times >= len(readings)):
        said = {reading[code] for reading in readings if code in reading}
        given[code] = cast(Polarity, said.pop() if len(said) == 1 else "mixed")
    return given, all(reading.keys() == readings[0].keys() for reading in readings)


def _texts(desk: Desk, definitions: Definitions) -> Iterator[tuple[int, str, list[Codes]]]:
    """Yield each text that people coded, with what each of them found in it."""
    rows = read_decided(desk.db, codable_items(definitions.survey))
    for (words_id, item), of_text in groupby(rows, key=lambda row: (row.words_id, row.item)):
        yield words_id, item, [_codes(found) for _, found in groupby(of_text, key=_person)]


def _person(row: Decided) -> str:
    return row.person


def _codes(rows: Iterator[Decided]) -> Codes:
    return {row.code: row.polarity for row in rows if row.code and row.polarity}
